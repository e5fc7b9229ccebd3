/** Walks unbash's tree and lists its simple commands, each with its place and context. */
import type { AndOr, CommandNode, CompoundList, Pipeline, Statement } from 'unbash';
import { parse } from 'unbash';
import type { LogicalText } from '../dockerfile/logical-text';
import { sourceRange } from '../dockerfile/logical-text';
import type { Range } from '../dockerfile/source';
import type { Connector, ShellCommand } from './commands';
import { toShellWord } from './shell-word';
import { bracketCommand, simpleCommand, testOperands } from './simple-command';
import { walkRedirectSubstitutions, walkSubstitutions } from './substitutions';
import type { Collected, Context, Link, PipelineDraft } from './walk-context';
import { within } from './walk-context';

/** Parses a text and lists its commands; null when the parser finds it broken. */
export function extractCommands(text: LogicalText): Readonly<Collected> | null {
  const script = parse(text.text);
  if (script.errors !== undefined && script.errors.length > 0) return null;
  // The parser steps over the character behind a backslash in the word of a heredoc, also where the text ends.
  if ((script.commands.at(-1)?.end ?? 0) > text.text.length) return null;
  const collected: Collected = { commands: [], pipelines: [], loops: [], embedded: [] };
  walkList(script.commands, { text, collected, nesting: [], failureHandled: false, decidesStatus: true, nestedShell: null, depth: 0, walk: walkList });
  collected.commands.sort(byPlace);
  collected.pipelines.sort(byPlace);
  collected.loops.sort(byPlace);
  return collected;
}

function byPlace(a: { readonly range: Range }, b: { readonly range: Range }): number {
  return a.range.start - b.range.start;
}

interface Separator {
  readonly connector: Connector;
  readonly connectorRange: Range | null;
}

const FIRST: Separator = { connector: 'start', connectorRange: null };

function walkList(list: readonly Statement[], context: Context): ShellCommand | null {
  let last: ShellCommand | null = null;
  let before = FIRST;
  for (let index = 0; index < list.length; index += 1) {
    const statement = list[index];
    if (statement === undefined) continue;
    const next = index + 1 < list.length ? separatorBehind(context, statement) : FIRST;
    last = walkAndOr(statement.command, context, {
      connector: before.connector,
      connectorRange: before.connectorRange,
      followedBy: statement.background === true ? '&' : terminator(next.connector),
      failureHandled: context.failureHandled,
      decidesStatus: context.decidesStatus && index === list.length - 1 && statement.background !== true,
    }) ?? last;
    before = next;
  }
  return last;
}

function terminator(connector: Connector): ShellCommand['followedBy'] {
  return connector === 'start' || connector === '|' ? null : connector;
}

/** What stands between a statement and the next one. */
function separatorBehind(context: Context, statement: Statement): Separator {
  const { text } = context;
  if (statement.background === true) return { connector: '&', connectorRange: sourceRange(text, statement.end - 1, statement.end) };
  const at = skipBlanks(text.text, statement.end);
  return { connector: text.text[at] === ';' ? ';' : 'newline', connectorRange: sourceRange(text, at, at + 1) };
}

/** The first character from `at` on that is no blank, continuation or comment. */
function skipBlanks(text: string, at: number): number {
  let index = at;
  for (;;) {
    const character = text[index];
    if (character === ' ' || character === '\t') index += 1;
    else if (character === '\\' && text[index + 1] === '\n') index += 2;
    else if (character === '#') {
      const lineEnd = text.indexOf('\n', index);
      return lineEnd === -1 ? text.length : lineEnd;
    } else return index;
  }
}

function walkAndOr(node: Statement['command'], context: Context, link: Link): ShellCommand | null {
  if (node.type !== 'AndOr') return walkPipeline(node, context, link);
  const lastOr = node.operators.lastIndexOf('||');
  let last: ShellCommand | null = null;
  for (let index = 0; index < node.commands.length; index += 1) {
    const member = node.commands[index];
    if (member === undefined) continue;
    const before = index === 0 ? link : operatorBefore(context, node, index);
    last = walkPipeline(member, context, {
      connector: before.connector,
      connectorRange: before.connectorRange,
      followedBy: node.operators[index] ?? link.followedBy,
      failureHandled: link.failureHandled || index <= lastOr,
      decidesStatus: link.decidesStatus,
    });
  }
  return last;
}

function operatorBefore(context: Context, node: AndOr, index: number): Separator {
  const operator = node.operators[index - 1] ?? '&&';
  const at = context.text.text.indexOf(operator, node.commands[index - 1]?.end ?? node.pos);
  return { connector: operator, connectorRange: sourceRange(context.text, at, at + operator.length) };
}

function walkPipeline(node: Pipeline | CommandNode, context: Context, link: Link): ShellCommand | null {
  const { text, collected } = context;
  if (node.type !== 'Pipeline') return walkNode(node, context, link, null);

  const operators: Range[] = [];
  for (let index = 1; index < node.commands.length; index += 1) {
    const operator = node.operators[index - 1] ?? '|';
    const at = text.text.indexOf(operator, node.commands[index - 1]?.end ?? node.pos);
    operators.push(sourceRange(text, at, at + operator.length));
  }
  const negated = node.prefixes.some((prefix) => prefix.type === 'Negation');
  const pipeline: PipelineDraft = { range: sourceRange(text, node.pos, node.end), commands: [], operators, negated };
  if (operators.length > 0) collected.pipelines.push(pipeline);
  let last: ShellCommand | null = null;
  node.commands.forEach((member, index) => {
    last = walkNode(member, context, {
      connector: index === 0 ? link.connector : '|',
      connectorRange: index === 0 ? link.connectorRange : operators[index - 1] ?? null,
      followedBy: link.followedBy,
      failureHandled: link.failureHandled || negated,
      decidesStatus: link.decidesStatus && index === node.commands.length - 1,
    }, pipeline);
  });
  return last;
}

/** Gives the simple command that stands for the node in its pipeline: itself, or the last one of a construct. */
function walkNode(node: CommandNode, context: Context, link: Link, pipeline: PipelineDraft | null): ShellCommand | null {
  switch (node.type) {
    case 'Command':
      return simpleCommand(node, context, link, pipeline);
    case 'TestCommand':
      return bracketCommand('[[', node, testOperands(node.expression), context, link, pipeline);
    case 'ArithmeticCommand':
      return bracketCommand('((', node, [], context, link, pipeline);
    case 'Redirected': {
      const last = walkNode(node.command, context, link, pipeline);
      for (const redirect of node.redirects) walkRedirectSubstitutions(redirect, context);
      return last;
    }
    case 'Function':
      walkConstruct(node.body, within(context, 'function', false, false));
      return null;
    case 'Coproc':
      if (node.body.type === 'Command') return simpleCommand(node.body, context, link, pipeline);
      return walkConstruct(node.body, context);
    default: {
      const { failureHandled, decidesStatus } = link;
      const asLinked = failureHandled === context.failureHandled && decidesStatus === context.decidesStatus;
      const last = walkConstruct(node, asLinked ? context : { ...context, failureHandled, decidesStatus });
      if (last !== null) pipeline?.commands.push(last);
      return last;
    }
  }
}

type Construct = Exclude<CommandNode, { type: 'Command' | 'Coproc' | 'Function' }> | CompoundList;

/** The commands of a construct; the last one is given back. */
function walkConstruct(node: Construct, context: Context): ShellCommand | null {
  const { failureHandled: handled, decidesStatus: decides } = context;
  switch (node.type) {
    case 'CompoundList':
      return walkList(node.commands, context);
    case 'Subshell':
      return walkList(node.body.commands, within(context, 'subshell', handled, decides));
    case 'BraceGroup':
      return walkList(node.body.commands, within(context, 'group', handled, decides));
    case 'If': {
      const inside = within(context, 'if', handled, decides);
      const condition = within(inside, 'condition', true, false);
      walkList(node.clause.commands, condition);
      let last = walkList(node.then.commands, inside);
      for (const branch of node.elif) {
        walkList(branch.clause.commands, condition);
        last = walkList(branch.then.commands, inside) ?? last;
      }
      return node.else === undefined ? last : walkList(node.else.commands, inside) ?? last;
    }
    case 'While': {
      const inside = within(context, 'loop', handled, false);
      walkList(node.clause.commands, within(inside, 'condition', true, false));
      return walkList(node.body.commands, inside);
    }
    case 'For':
    case 'Select':
      context.collected.loops.push({
        kind: node.type === 'For' ? 'for' : 'select',
        variable: node.name.value,
        words: node.wordlist?.map((word) => toShellWord(context.text, word)) ?? null,
        range: sourceRange(context.text, node.pos, node.end),
      });
      for (const word of node.wordlist ?? []) walkSubstitutions(word, context);
      return walkList(node.body.commands, within(context, 'loop', handled, false));
    case 'ArithmeticFor':
      return walkList(node.body.commands, within(context, 'loop', handled, false));
    case 'Case': {
      walkSubstitutions(node.word, context);
      const inside = within(context, 'case', handled, decides);
      let last: ShellCommand | null = null;
      for (const item of node.items) last = walkList(item.body.commands, inside) ?? last;
      return last;
    }
    default:
      return walkNode(node, context, { ...FIRST, followedBy: null, failureHandled: handled, decidesStatus: decides }, null);
  }
}
