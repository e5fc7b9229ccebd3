/**
 * GitHub's runner as far as it reads what a step writes: the lines of stdout and stderr, and the file of outputs.
 * Written after the behaviour of actions/runner (ActionCommand, ActionCommandManager, the file commands).
 */

export interface WorkflowCommand {
  readonly name: string;
  readonly properties: Readonly<Record<string, string>>;
  readonly data: string;
}

export interface WorkflowLog {
  /** The commands that took effect, in order; `stop-commands` and its token are not among them. */
  readonly commands: readonly WorkflowCommand[];
  /** Every other line: what the log shows. */
  readonly lines: readonly string[];
  /** Whether commands were still stopped at the end. */
  readonly stopped: boolean;
}

const COMMANDS = [
  'add-mask', 'add-matcher', 'add-path', 'debug', 'echo', 'endgroup', 'error', 'group', 'notice', 'remove-matcher', 'save-state',
  'set-env', 'set-output', 'stop-commands', 'warning',
];

/** What the runner makes of a step's output. */
export function interpretLog(output: string): WorkflowLog {
  const known = new Set(COMMANDS);
  const commands: WorkflowCommand[] = [];
  const lines: string[] = [];
  let token: string | null = null;
  // Programs end lines with any of these, and the runner reads lines as .NET does.
  for (const line of output.split(/\r\n|\r|\n/)) {
    const command = readCommand(line, known) ?? readOldCommand(line, known);
    if (token !== null) {
      if (command?.name === token) {
        known.delete(token);
        token = null;
      } else {
        lines.push(line);
      }
    } else if (command === null) {
      lines.push(line);
    } else if (command.name === 'stop-commands') {
      token = command.data.toLowerCase();
      known.add(token);
    } else {
      commands.push(command);
    }
  }
  return { commands, lines, stopped: token !== null };
}

/** `::name key=value,…::data`, after blanks. */
function readCommand(line: string, known: ReadonlySet<string>): WorkflowCommand | null {
  const text = line.trimStart();
  const end = text.indexOf('::', 2);
  if (!text.startsWith('::') || end === -1) return null;
  return commandOf(text.slice(2, end), ',', text.slice(end + 2), known);
}

/** `##[name key=value;…]data`, anywhere in a line. */
function readOldCommand(line: string, known: ReadonlySet<string>): WorkflowCommand | null {
  const start = line.indexOf('##[');
  const end = line.indexOf(']', start);
  if (start === -1 || end === -1) return null;
  return commandOf(line.slice(start + 3, end), ';', line.slice(end + 1), known);
}

function commandOf(head: string, separator: string, data: string, known: ReadonlySet<string>): WorkflowCommand | null {
  const blank = head.indexOf(' ');
  const name = (blank === -1 ? head : head.slice(0, blank)).toLowerCase();
  if (!known.has(name)) return null;
  const pairs = (blank === -1 ? '' : head.slice(blank + 1)).split(separator).flatMap((pair): [string, string][] => {
    const equals = pair.indexOf('=');
    return equals === -1 ? [] : [[pair.slice(0, equals).trim(), unescaped(pair.slice(equals + 1))]];
  });
  return { name, properties: Object.fromEntries(pairs), data: unescaped(data) };
}

const ESCAPES: readonly (readonly [string, string])[] = [
  ['%0D', '\r'],
  ['%0A', '\n'],
  ['%3A', ':'],
  ['%2C', ','],
  ['%25', '%'],
];

function unescaped(text: string): string {
  return ESCAPES.reduce((current, [escape, character]) => current.replaceAll(escape, character), text);
}

/** The values in a file of `NAME=VALUE` lines and `NAME<<WORD … WORD` blocks (`$GITHUB_OUTPUT`). */
export function readOutputFile(text: string): ReadonlyMap<string, string> {
  const values = new Map<string, string>();
  const lines = text.split('\n');
  for (let line = lines.shift(); line !== undefined; line = lines.shift()) {
    if (line === '') continue;
    const [, name = '', form, rest = ''] = /^(.*?)(=|<<)(.*)$/.exec(line) ?? [];
    if (form === undefined) throw new Error(`no output: ${line}`);
    if (form === '=') {
      values.set(name, rest);
      continue;
    }
    const end = lines.indexOf(rest);
    if (end === -1) throw new Error(`no line ${rest} ends the output ${name}`);
    values.set(name, lines.splice(0, end + 1).slice(0, -1).join('\n'));
  }
  return values;
}
