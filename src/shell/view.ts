/** Scripts and commands of instructions, parsed when first asked for. */
import type { DockerfileModel, EffectiveShell } from '../dockerfile/model-types';
import type { LogicalText } from '../dockerfile/logical-text';
import { sourceRange } from '../dockerfile/logical-text';
import type { CommandLine, Instruction, JsonArray, JsonString, ShellText } from '../dockerfile/nodes';
import type { Range } from '../dockerfile/source';
import type { ShellAssignment, ShellCommand, ShellScript, ShellView, ShellWord } from './commands';
import { extractCommands } from './extract';
import type { Interpreter } from './interpreter';
import { baseName, isPosixShell, readShebang } from './interpreter';
import { jsonText, soleHeredoc, sourceLines, withHeredocs } from './script-text';
import { startedScript } from './shell-starters';
import { assignmentOfWord, literalWord } from './shell-word';
import type { Context, Link, ListedCommand, PipelineDraft } from './walk-context';
import { listedCommand } from './walk-context';
import { wrappedCommands } from './wrappers';

interface Entry {
  readonly scripts: readonly ShellScript[];
  readonly commands: readonly ShellCommand[];
}

const NOTHING: Entry = { scripts: [], commands: [] };

/** All that the shell layer asks of the model. */
export type ShellModel = Pick<DockerfileModel, 'source' | 'stateAt'>;

export function createShellView(model: ShellModel): ShellView {
  const entries = new Map<Instruction, Entry>();

  function entryOf(instruction: Instruction): Entry {
    const known = entries.get(instruction);
    if (known !== undefined) return known;
    const entry = readInstruction(model, instruction);
    entries.set(instruction, entry);
    return entry;
  }

  return {
    scripts: (instruction) => entryOf(instruction).scripts,
    commands: (instruction) => entryOf(instruction).commands,
  };
}

function commandLineOf(instruction: Instruction): CommandLine | null {
  switch (instruction.keyword) {
    case 'RUN':
    case 'CMD':
    case 'ENTRYPOINT':
    case 'HEALTHCHECK':
      return instruction.command;
    default:
      return null;
  }
}

function readInstruction(model: ShellModel, instruction: Instruction): Entry {
  const command = commandLineOf(instruction);
  if (command === null) return NOTHING;
  if (command.form === 'json') return readExecForm(instruction, command);
  const scripts = readShellForm(model, instruction, command);
  const [only] = scripts;
  return { scripts, commands: scripts.length === 1 && only !== undefined ? only.commands : scripts.flatMap((script) => script.commands) };
}

function readShellForm(model: ShellModel, instruction: Instruction, command: ShellText): readonly ShellScript[] {
  const { shell, os } = model.stateAt(instruction);
  const windows = os === 'windows' || looksLikeWindows(shell);
  const readable = !windows || (shell.kind !== 'unknown' && shell.kind !== 'none');
  const heredocs = instruction.keyword === 'RUN' ? instruction.heredocs : [];
  const terminated = heredocs.every((heredoc) => heredoc.endRange !== null);
  const sole = soleHeredoc(command, heredocs);
  if (sole === null) {
    return readScript(instruction, 'shell-form', withHeredocs(model.source, command, heredocs), shellInterpreter(shell), command.range, readable && terminated);
  }

  const first = firstLine(model.source.text, sole.bodyRange);
  const shebang = windows ? null : readShebang(first);
  const body = sourceLines(model.source, sole.bodyRange, sole.stripTabs);
  return readScript(instruction, 'heredoc', body, shebang ?? shellInterpreter(shell), sole.bodyRange, (shebang !== null || readable) && terminated);
}

function shellInterpreter(shell: EffectiveShell): Interpreter {
  return { shell: shell.kind, errexit: shell.errexit, pipefail: shell.pipefail };
}

/** A SHELL that we do not know, but whose words only Windows has. */
function looksLikeWindows(shell: EffectiveShell): boolean {
  const program = shell.words?.[0] ?? '';
  return program.includes('\\') || program.toLowerCase().endsWith('.exe');
}

function firstLine(text: string, range: Range): string {
  const end = text.indexOf('\n', range.start);
  return text.slice(range.start, end === -1 || end > range.end ? range.end : end).replace(/\r$/, '');
}

/** The script, and behind it those that its commands are given on their standard input. */
function readScript(
  instruction: Instruction, origin: ShellScript['origin'], text: LogicalText, interpreter: Interpreter, range: Range, readable: boolean,
): readonly ShellScript[] {
  const { shell, errexit, pipefail } = interpreter;
  const extracted = readable && isPosixShell(shell) ? extractCommands(text) : null;
  const script: ShellScript = {
    instruction, origin, shell, errexit, pipefail, range, text,
    readable: extracted !== null,
    commands: extracted?.commands ?? [],
    pipelines: extracted?.pipelines ?? [],
    loops: extracted?.loops ?? [],
  };
  if (extracted === null || extracted.embedded.length === 0) return [script];
  const embedded = extracted.embedded.flatMap((inner) =>
    readScript(instruction, 'heredoc', inner.text, inner.interpreter, sourceRange(inner.text, 0, inner.text.text.length), true));
  return [script, ...embedded];
}

const TOP: Pick<Context, 'nesting' | 'nestedShell'> = { nesting: [], nestedShell: null };
const ALONE: Link = { connector: 'start', connectorRange: null, followedBy: null, failureHandled: false, decidesStatus: true };

/**
 * `["tini", "--", "sh", "-c", "text"]`: the programs before a shell are commands, and its text is a script;
 * the shell itself is not listed, as it is not in shell form.
 */
function readExecForm(instruction: Instruction, array: JsonArray): Entry {
  const words = array.elements.map((element) => literalWord(element.value, JSON.stringify(element.value), element.range, true));
  const commands: ListedCommand[] = [];
  const pipeline: PipelineDraft = { range: array.range, commands: [], operators: [], negated: false };
  const script = execPrograms(words, [], array.elements, null, pipeline, commands);
  const outer = commands[0];
  if (outer !== undefined) pipeline.commands.push(outer);
  if (script === null) return { scripts: [], commands };

  const { element, interpreter } = script;
  const range = { start: element.range.start + 1, end: element.range.end - 1 };
  const scripts = readScript(instruction, 'exec-form', jsonText(instruction, element), interpreter, range, true);
  return { scripts, commands: [...commands, ...scripts.flatMap((found) => found.commands)] };
}

interface ExecScript {
  readonly element: JsonString;
  readonly interpreter: Interpreter;
}

/** Lists the program and what it runs; stops at a shell with a text, which is given back. */
function execPrograms(
  words: readonly ShellWord[], assignments: readonly ShellAssignment[], elements: readonly JsonString[],
  wrapper: ListedCommand | null, pipeline: PipelineDraft, commands: ListedCommand[],
): ExecScript | null {
  const [first] = words;
  const last = words[words.length - 1];
  if (first === undefined || last === undefined) return null;
  const program = baseName(first.value);
  const started = startedScript(program, words);
  if (started?.from === 'words' && started.interpreter !== null) {
    const element = elements[started.indices[0] ?? -1];
    if (element !== undefined) return { element, interpreter: started.interpreter };
  }

  const range = { start: first.range.start, end: last.range.end };
  const command = listedCommand({ words, assignments, redirects: [] }, range, TOP, ALONE, pipeline);
  command.wrapper = wrapper;
  if (wrapper !== null) wrapper.wrapped ??= command;
  commands.push(command);
  const [wrapped] = wrappedCommands(program, words);
  if (wrapped === undefined) return null;
  const { start, end } = wrapped;
  const environment = wrapped.assignments.flatMap((index) => words.slice(index, index + 1)).map(assignmentOfWord);
  return execPrograms(words.slice(start, end), environment, elements.slice(start, end), command, pipeline, commands);
}
