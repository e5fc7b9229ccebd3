/** What ShellCheck is given of a Dockerfile, and where its findings stand in the file. */
import type { DockerfileModel, ShellKind } from '../dockerfile/model-types';
import type { Instruction, RunInstruction } from '../dockerfile/nodes';
import { sourceRange, type LogicalText } from '../dockerfile/logical-text';
import type { Range } from '../dockerfile/source';
import { chainInstructions } from '../dockerfile/stages';
import type { ShellScript, ShellView } from './commands';

export interface ShellcheckScript {
  /** A whole script, with a head of our own. */
  readonly text: string;
  /** The place in the Dockerfile of a finding; null when it speaks of the head. */
  readonly rangeOf: (place: ShellcheckPlace) => Range | null;
}

/** As ShellCheck counts: from 1, columns in characters of Unicode, a tab being one. */
export interface ShellcheckPlace {
  readonly line: number;
  readonly column: number;
  readonly endLine: number;
  readonly endColumn: number;
}

/** Ash is nearest to dash; on an unknown base it is nearly always some sh that runs. Others ShellCheck does not read. */
const DIALECTS: Readonly<Partial<Record<ShellKind, string>>> = { sh: 'sh', dash: 'dash', ash: 'dash', bash: 'bash', ksh: 'ksh', unknown: 'sh' };
const NAME = /^[A-Za-z_]\w*$/;
const PROXIES = ['HTTP_PROXY', 'HTTPS_PROXY', 'FTP_PROXY', 'NO_PROXY', 'ALL_PROXY'].flatMap((name) => [name, name.toLowerCase()]);

/** One for each RUN, triggers included, that a shell which ShellCheck knows runs. */
export function shellcheckScripts(model: DockerfileModel, shell: ShellView): readonly ShellcheckScript[] {
  return model.document.instructions.flatMap((instruction) => {
    const run = runOf(instruction);
    const [script] = run === null ? [] : shell.scripts(run);
    if (run === null || script === undefined) return [];
    const dialect = DIALECTS[script.shell];
    if (dialect === undefined || (!script.readable && model.stateAt(run).os !== 'linux')) return [];
    return [scriptOf(script, headOf(dialect, variableNames(model, run), script.errexit))];
  });
}

function runOf(instruction: Instruction): RunInstruction | null {
  if (instruction.keyword === 'RUN') return instruction;
  return instruction.keyword === 'ONBUILD' && instruction.instruction?.keyword === 'RUN' ? instruction.instruction : null;
}

/** `read` gives them values that nothing is known of, so that a declared ARG hides no mistake in its use. */
function headOf(dialect: string, names: readonly string[], errexit: boolean): string {
  return `#!/bin/${dialect}\nread -r ${names.join(' ')}; export ${names.join(' ')}\n${errexit ? 'set -e\n' : ''}`;
}

function variableNames(model: DockerfileModel, run: RunInstruction): readonly string[] {
  const stage = model.stageOf(run);
  const names = new Set(PROXIES);
  if (stage === null) return [...names];
  const base = stage.chain[0]?.base;
  for (const name of Object.keys((base?.kind === 'image' ? base.known?.environment : null) ?? {})) names.add(name);
  for (const instruction of chainInstructions(stage)) {
    if (instruction.range.start >= run.range.start) break;
    if (instruction.keyword === 'ENV' || instruction.keyword === 'ARG') for (const { key } of instruction.pairs) names.add(key.value);
  }
  return [...names].filter((name) => NAME.test(name));
}

function scriptOf({ text }: ShellScript, head: string): ShellcheckScript {
  const headLines = head.split('\n').length - 1;
  return {
    text: `${head}${text.text}\n`,
    rangeOf({ line, column, endLine, endColumn }) {
      if (line <= headLines) return null;
      const start = offsetOf(text, line - headLines, column);
      return sourceRange(text, start, Math.max(offsetOf(text, endLine - headLines, endColumn), start));
    },
  };
}

function offsetOf({ text }: LogicalText, line: number, column: number): number {
  let start = 0;
  for (let before = 1; before < line; before += 1) {
    const lineFeed = text.indexOf('\n', start);
    if (lineFeed === -1) return text.length;
    start = lineFeed + 1;
  }
  const lineFeed = text.indexOf('\n', start);
  const end = lineFeed === -1 ? text.length : lineFeed;
  let at = start;
  for (let character = 1; character < column && at < end; character += 1) at += (text.codePointAt(at) ?? 0) > 0xffff ? 2 : 1;
  return at;
}
