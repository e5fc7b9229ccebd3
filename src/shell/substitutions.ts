/** The commands inside `$(…)`, backquotes and `<(…)`. */
import type { Assignment, ParsedScript, Redirection, Word, WordPart } from 'unbash';
import { backquotedText } from './nested-text';
import type { Context } from './walk-context';
import { within } from './walk-context';

type Parts = readonly WordPart[] | undefined;

/** Asking for the parts of a word costs more than all else, so it is done only where they matter. */
const MAY_HOLD_COMMANDS = /[`(]/;

/** `outer` is the context of the command that the word belongs to. */
export function walkSubstitutions(word: Word, outer: Context): void {
  if (MAY_HOLD_COMMANDS.test(word.text)) walkParts(word.parts, outer);
}

function walkParts(parts: Parts, outer: Context): void {
  if (parts === undefined) return;
  for (const part of parts) {
    switch (part.type) {
      case 'DoubleQuoted':
      case 'LocaleString':
      case 'BraceExpansion':
      case 'ExtendedGlob':
        walkParts(part.parts, outer);
        break;
      case 'ParameterExpansion':
        if (part.operation?.type === 'Default') walkParts(part.operation.operand.parts, outer);
        break;
      case 'CommandExpansion':
      case 'ProcessSubstitution':
        if (part.script !== undefined) walkScript(part.script, part.pos, part.end, outer);
    }
  }
}

export function walkAssignmentSubstitutions(node: Assignment, outer: Context): void {
  if (!MAY_HOLD_COMMANDS.test(node.text)) return;
  const { value } = node;
  if (value.type === 'Word') walkSubstitutions(value, outer);
  else for (const element of value.elements) walkSubstitutions(element, outer);
}

export function walkRedirectSubstitutions(node: Redirection, outer: Context): void {
  if (node.type === 'HereDoc') {
    if (node.delimiter?.quoted !== true && MAY_HOLD_COMMANDS.test(node.body.text)) walkParts(node.body.parts, outer);
  } else if (node.target !== undefined) walkSubstitutions(node.target, outer);
}

function walkScript(script: ParsedScript, start: number, end: number, outer: Context): void {
  if (script.errors !== undefined && script.errors.length > 0) return;
  const context = within(outer, 'substitution', outer.failureHandled, false);
  if (script.source === undefined) {
    context.walk(script.commands, context);
    return;
  }
  const text = backquotedText(context.text, start, end, script.source);
  if (text !== null) context.walk(script.commands, { ...context, text });
}
