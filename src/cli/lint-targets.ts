import { dirname } from 'node:path';
import { errorCode } from '../config/read-regular-file';
import type { Settings } from '../config/settings';
import { withSlashes } from '../config/shown-path';
import type { Source } from '../dockerfile/source';
import { lint } from '../engine/lint';
import type { FileResult, RunError } from '../engine/result';
import type { RegisteredRule, ShellcheckFinding } from '../engine/rule-definition';
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

/** What targets are judged by. */
export interface Judging {
  readonly configs: RunConfigs;
  readonly context: BuildContext;
  /** ISO date that facts which age are judged by; null: the dates of their tables. */
  readonly asOf: string | null;
  /** `auto` or the path of ShellCheck; null when it is not to be asked. */
  readonly shellcheck?: string | null;
}

/** Reads and lints each target under its own settings. What goes wrong with one leaves the others alone. */
export async function lintTargets(
  targets: readonly Target[],
  { configs, context, asOf, shellcheck = null }: Judging,
  stdin: () => AsyncIterable<Uint8Array>,
  cwd: string,
  rules: readonly RegisteredRule[],
): Promise<LintedFiles> {
  const results: FileResult[] = [];
  const judged: JudgedFile[] = [];
  const errors: RunError[] = [];
  const waiting: ReadTarget[] = [];
  if (targets.length > MANY_FILES) limitInlining(process.versions.v8);

  function judge({ source, settings, failLevel, absolute }: ReadTarget, findings: readonly ShellcheckFinding[] | null): void {
    const result = attempt(() => lint(source, settings, { asOf, context: context.factsFor(absolute), shellcheck: findings }, rules));
    if (typeof result === 'string') {
      errors.push({ path: source.path, message: result });
    } else {
      results.push(result);
      judged.push({ problems: result.problems, failLevel });
    }
  }

  for (const target of targets) {
    const { path, absolute } = target;
    const resolver = await configs.forFolder(absolute === null ? cwd : dirname(absolute));
    // The mistakes of a broken config are told once for all its files.
    if (resolver === null) continue;
    const { settings, failLevel } = resolver.resolve(absolute === null ? null : withSlashes(absolute));
    const read = target.kind === 'stdin' ? await readStdin(path, stdin()) : readDockerfile(path, target.absolute);
    if (!read.ok) errors.push({ path, message: read.message });
    else if (shellcheck !== null) waiting.push({ source: read.source, settings, failLevel, absolute });
    else judge({ source: read.source, settings, failLevel, absolute }, null);
  }
  if (shellcheck === null || waiting.length === 0) return { results, judged, errors };

  const { shellcheckFacts } = await import('./shellcheck-facts');
  const facts = await shellcheckFacts(waiting, shellcheck, rules, cwd);
  for (const target of waiting) judge(target, facts.of(target.source));
  return { results, judged, errors: [...errors, ...facts.errors] };
}

interface ReadTarget {
  readonly source: Source;
  readonly settings: Settings;
  readonly failLevel: JudgedFile['failLevel'];
  readonly absolute: string | null;
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
