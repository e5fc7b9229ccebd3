/** Reports that between them use everything that the SARIF format writes. */
import type { Report } from '../../src/engine/result';
import { type ProblemSpec, reportOf } from './report';

const TEXT = '\ufeffFROM node:latest\r\nRUN\tapt-get update \\\r\n  && echo 🐳 é\r\nENV TOKEN=abc\r\n';

const EVERYTHING: readonly ProblemSpec[] = [
  {
    at: 'node:latest',
    message: 'node:latest names a moving tag; name a version',
    fix: { kind: 'suggestion', edits: [{ at: 'latest', text: '20' }] },
  },
  {
    at: 'apt-get update \\\r\n  && echo',
    rule: 'no-update-alone',
    severity: 'info',
    message: 'apt-get update stands alone; see {0} and ${1}, [this](https://evil.test) or [that](1)',
    messageId: 'alone',
    fix: { kind: 'safe', edits: [{ at: 'apt-get update \\\r\n  && ', text: '' }, { at: { start: 54, end: 54 }, text: ' x' }] },
  },
  { at: { start: 18, end: 18 }, rule: 'no-legacy', severity: 'info', message: 'a place without text' },
  { at: 'TOKEN', rule: 'no-secret-in-env', severity: 'error', message: 'TOKEN\u001b[2J\n is a secret \ud83d' },
  { at: 'TOKEN', rule: 'no-legacy', message: 'known', by: 'comment', reason: 'an example' },
  { at: 'TOKEN', rule: 'no-legacy', message: 'known', by: 'baseline' },
  { at: 'abc', rule: 'no-legacy', message: 'known', by: 'waiver', reason: 'until May' },
];

export const SARIF_SAMPLES: Readonly<Record<string, Report>> = {
  everything: reportOf({
    files: [
      { path: './a b/ü/50%#1?.Dockerfile', text: TEXT, problems: EVERYTHING, notRun: [{ rule: 'shellcheck', reason: 'it is not installed' }] },
      { path: 'clean/Dockerfile', keepSource: false },
      { path: '../up/with:colon\nand line', text: 'FROM a', problems: [{ at: 'a' }, { at: 'a' }] },
    ],
    errors: [{ path: 'missing/Dockerfile', message: 'there is no such file' }],
    rules: [
      { id: 'no-secret-in-env', category: 'secrets', severity: 'error', aliases: ['buildkit:SecretsUsedInArgOrEnv'], controls: ['cis:4.10', 'gc:no-secrets'] },
      { id: 'no-legacy', category: 'syntax', severity: 'info', url: '' },
    ],
  }),
  'a file without problems': reportOf({ files: [{ path: 'Dockerfile', keepSource: false }] }),
  'no file': reportOf({}),
  'only unreadable files': reportOf({ errors: [{ path: '/abs/Dockerfile', message: 'permission denied' }, { path: 'a', message: 'too large' }] }),
  'an absolute path': reportOf({ files: [{ path: '/abs/a b/Dockerfile', text: 'FROM a', problems: [{ at: 'a' }] }] }),
  'standard input': reportOf({ files: [{ path: '-', text: 'FROM a', problems: [{ at: 'a' }] }] }),
};
