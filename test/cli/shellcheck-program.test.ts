import { chmodSync } from 'node:fs';
import { join } from 'node:path';
import { runShellcheck } from '../../src/cli/shellcheck-program';
import { inFolder } from '../config/folder';
import { describeWithPrograms } from '../support/real-parts';

/** What a program that does as the script says is taken to say. */
async function said(script: string): Promise<Awaited<ReturnType<typeof runShellcheck>>> {
  return inFolder({ 'bin/program': `#!/bin/sh\n${script}\n` }, async (folder) => {
    chmodSync(join(folder, 'bin/program'), 0o755);
    return runShellcheck('bin/program', ['a', 'b'], ['SC1'], folder);
  });
}

const COMMENT = '{"file":"1","line":1,"column":2,"endLine":3,"endColumn":4,"code":2035,"level":"info","message":"m"}';

describe('a program', () => {
  it('is shown files with the scripts, and asked for JSON', async () => {
    const outcome = await said(`[ "$*" = "--norc --format=json1 --exclude=SC1 0 1" ] && [ "$(cat 1)" = b ] && echo '{"comments":[${COMMENT}]}' && exit 1`);
    expect(outcome).toMatchObject({ kind: 'said' });
    expect(outcome.kind === 'said' && outcome.comments.get(1)).toEqual([expect.objectContaining({ code: 2035, level: 'info', message: 'm' })]);
  });

  it.each([
    ['echo no >&2; exit 4', 'it says: no'],
    ['echo "{}"', 'it does not answer as ShellCheck does'],
    ['echo \'{"comments":[{}]}\'', 'it does not answer as ShellCheck does'],
    ['echo \'{"comments":[1]}\'', 'it does not answer as ShellCheck does'],
    ['true', 'it does not answer as ShellCheck does'],
    ['echo \'{"comments":[]}\'; exit 2', 'it does not answer as ShellCheck does'],
  ])('that does %s has failed', async (script, message) => {
    expect(await said(script)).toEqual({ kind: 'failed', message });
  });

  it('that is not there is missing, and one that may not be run has failed', async () => {
    await inFolder({ file: '' }, async (folder) => {
      expect(await runShellcheck('./nothing', ['a'], [], folder)).toEqual({ kind: 'missing' });
      expect(await runShellcheck('./file', ['a'], [], folder)).toEqual({ kind: 'failed', message: 'it cannot be run (EACCES)' });
    });
  });

  it('is not started for nothing', async () => {
    expect(await runShellcheck('./nothing', [], [], '/')).toEqual({ kind: 'said', comments: new Map() });
  });
});

describeWithPrograms('ShellCheck itself', ['shellcheck'], () => {
  it('speaks of each script', async () => {
    const outcome = await runShellcheck('shellcheck', ['#!/bin/sh\ntrue\n', '#!/bin/sh\nrm *\n'], [], '/');
    expect(outcome.kind === 'said' && outcome.comments.get(0)).toBeUndefined();
    expect(outcome.kind === 'said' && outcome.comments.get(1)).toMatchObject([{ code: 2035, line: 2, column: 4 }]);
  }, 60_000);
});
