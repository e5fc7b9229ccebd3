import { dirname } from 'node:path';
import { errorCode } from '../config/read-regular-file';
import { withSlashes } from '../config/shown-path';
import { lint } from '../engine/lint';
import type { FileResult, RunError } from '../engine/result';
import type { RegisteredRule } from '../engine/rule-definition';
import type { BuildContext } from './build-context';
import type { RunConfigs } from './configs';
import { decodeSource } from './decode';
import type { JudgedFile } from './exit-code';
import { limitInlining, MANY_FILES } from './limit-inlining';
import { MOST_BYTES, readDockerfile, readStream, type ReadFileOutcome } from './read-file';
import type { Target } from './targets';

export interface LintedFiles {
  readonly results: readonly FileResult[];
  readonly judged: readonly JudgedFile[];
  readonly errors: readonly RunError[];
}

/** Reads and lints each target under its own settings. What goes wrong with one leaves the others alone. */
export async function lintTargets(
  targets: readonly Target[],
  { configs, context, asOf }: { readonly configs: RunConfigs; readonly context: BuildContext; readonly asOf: string | null },
  stdin: () => AsyncIterable<Uint8Array>,
  cwd: string,
  rules: readonly RegisteredRule[],
): Promise<LintedFiles> {
  const results: FileResult[] = [];
  const judged: JudgedFile[] = [];
  const errors: RunError[] = [];
  if (targets.length > MANY_FILES) limitInlining(process.versions.v8);
  for (const target of targets) {
    const { path, absolute } = target;
    const resolver = await configs.forFolder(absolute === null ? cwd : dirname(absolute));
    // The mistakes of a broken config are told once for all its files.
    if (resolver === null) continue;
    const { settings, failLevel } = resolver.resolve(absolute === null ? null : withSlashes(absolute));
    const read = target.kind === 'stdin' ? await readStdin(path, stdin()) : readDockerfile(path, target.absolute);
    const result = read.ok ? attempt(() => lint(read.source, settings, { asOf, context: context.factsFor(absolute) }, rules)) : read.message;
    if (typeof result === 'string') {
      errors.push({ path, message: result });
    } else {
      results.push(result);
      judged.push({ problems: result.problems, failLevel });
    }
  }
  return { results, judged, errors };
}

async function readStdin(path: string, stream: AsyncIterable<Uint8Array>): Promise<ReadFileOutcome> {
  try {
    const bytes = await readStream(stream);
    if (bytes === null) return { ok: false, message: `larger than ${MOST_BYTES / 1_000_000} MB` };
    return { ok: true, source: decodeSource(path, bytes) };
  } catch (error) {
    return { ok: false, message: `cannot be read (${errorCode(error)})` };
  }
}

/** A bug of ours in one file must not cost the report of the others. */
function attempt(judge: () => FileResult): FileResult | string {
  try {
    return judge();
  } catch (error) {
    return `internal error: ${error instanceof Error ? error.message : String(error)}`;
  }
}
