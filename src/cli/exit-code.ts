import type { FailLevel } from '../config/config-file';
import type { Problem, Severity } from '../engine/result';

/** 0: nothing that fails the run; 1: problems; 2: the program could not do its job. */
export type ExitCode = 0 | 1 | 2;

/** The problems of a file, with the level from which they fail the run. */
export interface JudgedFile {
  readonly problems: readonly Pick<Problem, 'severity'>[];
  readonly failLevel: FailLevel;
}

const RANK: Readonly<Record<Severity, number>> = { info: 1, warning: 2, error: 3 };

/**
 * Whether the problems of a run fail it. With `maxWarnings` warnings do so only by their number, over all files whose
 * problems may fail the run at all.
 *
 * @param maxWarnings null when warnings are judged like the others
 */
export function problemsFail(files: readonly JudgedFile[], maxWarnings: number | null): boolean {
  let warnings = 0;
  for (const { problems, failLevel } of files) {
    if (failLevel === 'never') continue;
    for (const { severity } of problems) {
      if (severity === 'warning' && maxWarnings !== null) warnings += 1;
      else if (RANK[severity] >= RANK[failLevel]) return true;
    }
  }
  return maxWarnings !== null && warnings > maxWarnings;
}
