/** Small Dockerfiles for tests of the shell layer. */
import type { EffectiveShell, EffectiveState, OperatingSystem } from '../../src/dockerfile/model-types';
import type { Instruction } from '../../src/dockerfile/nodes';
import { parseDocument } from '../../src/dockerfile/parse';
import type { Range, Source } from '../../src/dockerfile/source';
import { createSource } from '../../src/dockerfile/source';
import type { ShellCommand, ShellScript } from '../../src/shell/commands';
import { createShellView } from '../../src/shell/view';

export interface Surroundings {
  readonly shell?: Partial<EffectiveShell>;
  readonly os?: OperatingSystem;
}

export interface Read {
  readonly source: Source;
  readonly instruction: Instruction;
  readonly scripts: readonly ShellScript[];
  readonly commands: readonly ShellCommand[];
}

/** The shell view of the last instruction of a Dockerfile (of the trigger, for ONBUILD). */
export function read(dockerfile: string, { shell, os = 'linux' }: Surroundings = {}): Read {
  const source = createSource('Dockerfile', dockerfile);
  const effective: EffectiveShell = {
    kind: 'sh', words: null, instruction: null, errexit: false, pipefail: false, knowsPipefail: null, ...shell,
  };
  const state: EffectiveState = { user: { from: 'unknown' }, workdir: { from: 'unknown' }, shell: effective, os };
  const view = createShellView({ source, stateAt: () => state });
  const last = parseDocument(source).instructions.at(-1);
  const instruction = last?.keyword === 'ONBUILD' && last.instruction !== null ? last.instruction : last;
  if (instruction === undefined) throw new Error('the Dockerfile of a test needs an instruction');
  return { source, instruction, scripts: view.scripts(instruction), commands: view.commands(instruction) };
}

/** The commands of a RUN in shell form. */
export function commandsOf(script: string): readonly ShellCommand[] {
  return read(`RUN ${script}`).commands;
}

/** The command of that name, which must be there. */
export function commandNamed(script: string, name: string): ShellCommand {
  const found = commandsOf(script).find((command) => command.name === name);
  if (found === undefined) throw new Error(`no command ${name} in ${script}`);
  return found;
}

/** The source with `«` and `»` around each range. */
export function marked(source: Source, ranges: readonly Range[]): string {
  let text = '';
  let from = 0;
  for (const { start, end } of [...ranges].sort((a, b) => a.start - b.start)) {
    text += `${source.text.slice(from, start)}«${source.text.slice(start, end)}»`;
    from = end;
  }
  return text + source.text.slice(from);
}

/** Takes the marks out. */
export function unmarked(text: string): string {
  return text.replaceAll(/[«»]/g, '');
}

/** Names of the commands, as far as they are known; `?` for the others. */
export function names(commands: readonly ShellCommand[]): string {
  return commands.map((command) => command.name ?? '?').join(' ');
}
