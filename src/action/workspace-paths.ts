import { resolve } from 'node:path';
import { shownPath } from '../config/shown-path';
import type { Report } from '../engine/result';

/**
 * The report with its paths as GitHub wants them in annotations: relative to the workspace when inside.
 *
 * @param cwd what the paths of the report are relative to, absolute
 * @param workspace absolute
 */
export function fromWorkspace(report: Report, cwd: string, workspace: string): Report {
  const shown = (path: string): string => {
    const absolute = resolve(cwd, path);
    return absolute === workspace ? '.' : shownPath(workspace, absolute);
  };
  return {
    ...report,
    results: report.results.map((result) => ({ ...result, path: shown(result.path) })),
    errors: report.errors.map((error) => ({ ...error, path: shown(error.path) })),
  };
}
