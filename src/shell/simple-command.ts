/** Simple commands of unbash's tree, and the commands that they run in their turn. */
import type { Assignment, Command, Redirection, TestExpression, Word } from 'unbash';
import { parse } from 'unbash';
import type { LogicalText } from '../dockerfile/logical-text';
import { sourceRange } from '../dockerfile/logical-text';
import type { ShellCommand } from './commands';
import type { Interpreter } from './interpreter';
import { baseName } from './interpreter';
import { heredocText, joinedText, nestedText } from './nested-text';
import { mayStartScript, startedScript } from './shell-starters';
import { assignmentOfWord, literalValue, literalWord, toShellWord } from './shell-word';
import { walkAssignmentSubstitutions, walkRedirectSubstitutions, walkSubstitutions } from './substitutions';
import type { ArgumentNode } from './tree-parts';
import { argumentNodes, TreeParts } from './tree-parts';
import type { Context, Link, PipelineDraft } from './walk-context';
import { ListedCommand, listedCommand, within } from './walk-context';
import { mayWrapCommand, wrappedCommands } from './wrappers';

/** Scripts within scripts within scripts: more than this is no Dockerfile that anybody wrote. */
const DEEPEST_NESTED_SCRIPT = 4;

export function simpleCommand(node: Command, context: Context, link: Link, pipeline: PipelineDraft | null): ShellCommand {
  const { text } = context;
  const name = node.name === undefined ? null : literalValue(text, node.name);
  const command = new ListedCommand(name, sourceRange(text, node.pos, node.end), new TreeParts(text, node), context, link, pipeline);
  pipeline?.commands.push(command);
  context.collected.commands.push(command);

  const outer = withFailureOf(link, context);
  if (node.name !== undefined && name === null) walkSubstitutions(node.name, outer);
  for (const item of node.prefix) walkItem(item, outer);
  for (const item of node.suffix) walkItem(item, outer);
  if (name !== null && runsOthers(name)) commandsRunBy(command, argumentNodes(node), node, outer, link);
  return command;
}

function walkItem(item: Word | Assignment | Redirection, outer: Context): void {
  if (item.type === 'Word') walkSubstitutions(item, outer);
  else if (item.type === 'Assignment') walkAssignmentSubstitutions(item, outer);
  else walkRedirectSubstitutions(item, outer);
}

function runsOthers(name: string): boolean {
  const program = baseName(name);
  return mayWrapCommand(program) || mayStartScript(program);
}

/** `[[ … ]]` and `(( … ))` are no simple commands for the parser, but they are commands for a rule. */
export function bracketCommand(
  name: '[[' | '((', node: { readonly pos: number; readonly end: number }, operands: readonly Word[], context: Context, link: Link, pipeline: PipelineDraft | null,
): ShellCommand {
  const { text } = context;
  const head = literalWord(name, name, sourceRange(text, node.pos, node.pos + 2), false);
  const words = [head, ...operands.map((operand) => toShellWord(text, operand))];
  const command = listedCommand({ words, assignments: [], redirects: [] }, sourceRange(text, node.pos, node.end), context, link, pipeline);
  pipeline?.commands.push(command);
  context.collected.commands.push(command);
  for (const operand of operands) walkSubstitutions(operand, withFailureOf(link, context));
  return command;
}

/** The words that a `[[ … ]]` compares, in order. */
export function testOperands(expression: TestExpression): readonly Word[] {
  switch (expression.type) {
    case 'TestUnary':
      return [expression.operand];
    case 'TestBinary':
      return [expression.left, expression.right];
    case 'TestLogical':
      return expression.operands.flatMap(testOperands);
    case 'TestNot':
      return testOperands(expression.operand);
    case 'TestGroup':
      return testOperands(expression.expression);
  }
}

function withFailureOf(link: Link, context: Context): Context {
  return link.failureHandled === context.failureHandled ? context : { ...context, failureHandled: link.failureHandled };
}

/** The command behind a wrapper, the script of `sh -c`, and the heredoc that a shell reads. */
function commandsRunBy(command: ListedCommand, nodes: readonly ArgumentNode[], node: Command, context: Context, link: Link): void {
  const { words, name } = command;
  if (name === null) return;
  const program = baseName(name);
  for (const found of wrappedCommands(program, words)) {
    const own = words.slice(found.start, found.end);
    const range = { start: own[0]?.range.start ?? 0, end: own[own.length - 1]?.range.end ?? 0 };
    const assignments = found.assignments.flatMap((index) => words.slice(index, index + 1)).map(assignmentOfWord);
    const inner = listedCommand({ words: own, assignments, redirects: [] }, range, context, link, command.pipeline);
    inner.wrapper = command;
    command.wrapped ??= inner;
    context.collected.commands.push(inner);
    commandsRunBy(inner, nodes.slice(found.start, found.end), node, context, link);
  }

  const started = mayStartScript(program) ? startedScript(program, words) : null;
  if (started === null) return;
  if (started.from === 'input') {
    readInput(node.redirects, started.interpreter, context);
    return;
  }
  const script = textOfWords(context.text, started.indices.flatMap((index) => nodes.slice(index, index + 1)));
  if (script !== null) nestedScript(script, started.interpreter, context, link.decidesStatus);
}

function textOfWords(text: LogicalText, nodes: readonly ArgumentNode[]): LogicalText | null {
  const words = nodes.flatMap((node) => (node.type === 'Word' ? [node] : []));
  if (words.length < nodes.length) return null;
  const [only] = words;
  return words.length === 1 && only !== undefined ? nestedText(text, only) : joinedText(text, words);
}

/** Walks the text that a shell is given; `interpreter` is null when the running shell reads it itself. */
function nestedScript(text: LogicalText, interpreter: Interpreter | null, outer: Context, decidesStatus: boolean): void {
  if (outer.depth >= DEEPEST_NESTED_SCRIPT) return;
  const script = parse(text.text);
  if (script.errors !== undefined && script.errors.length > 0) return;
  const nestedShell = interpreter === null
    ? outer.nestedShell
    : { shell: interpreter.shell, errexit: interpreter.errexit, pipefail: interpreter.pipefail };
  outer.walk(script.commands, { ...within(outer, 'nested-script', outer.failureHandled, decidesStatus), text, nestedShell, depth: outer.depth + 1 });
}

function readInput(redirects: readonly Redirection[], interpreter: Interpreter, context: Context): void {
  const { text, collected } = context;
  const input = redirects.filter((redirect) => redirect.type !== 'Redirect').at(-1);
  if (input === undefined || input.descriptor !== undefined) return;
  if (input.type === 'HereDoc') {
    const { body, delimiter, operator } = input;
    collected.embedded.push({ text: heredocText(text, body.pos, body.end, delimiter?.quoted === true, operator === '<<-'), interpreter });
  } else if (input.target !== undefined) {
    const body = nestedText(text, input.target);
    if (body !== null) collected.embedded.push({ text: body, interpreter });
  }
}
