import { join, resolve } from 'node:path';
import { fromWorkspace } from '../../src/action/workspace-paths';
import { reportOf } from '../support/report';

const workspace = resolve('/runner/workspace');

test.each([
  ['.', 'Dockerfile', 'Dockerfile'],
  ['.', './a/../Dockerfile', 'Dockerfile'],
  ['services/a', 'Dockerfile', 'services/a/Dockerfile'],
  ['services/a', '../b/Dockerfile', 'services/b/Dockerfile'],
  ['services/a', join(workspace, 'Dockerfile'), 'Dockerfile'],
  ['services/a', '../..', '.'],
  ['.', '../elsewhere/Dockerfile', resolve('/runner/elsewhere/Dockerfile')],
])('from %s, %s is %s', (folder, path, expected) => {
  const report = reportOf({ files: [{ path, problems: [{}] }], errors: [{ path, message: 'a' }] });
  const { results, errors, ...rest } = fromWorkspace(report, join(workspace, folder), workspace);
  expect([...results, ...errors].map((entry) => entry.path)).toEqual([expected, expected]);
  expect(rest).toEqual({ tool: report.tool, rules: report.rules });
  expect(results[0]?.problems).toEqual(report.results[0]?.problems);
});
