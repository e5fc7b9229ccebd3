import { checkedOutRevision, gitCommand } from '../../src/shell/git';
import { lastInstruction, modelOf } from '../support/small-model';
import { createShellView } from '../../src/shell/view';
import type { ShellCommand } from '../../src/shell/commands';

function commandOf(script: string): ShellCommand {
  const model = modelOf(`FROM debian\nRUN ${script}`);
  const [command] = createShellView(model).commands(lastInstruction(model));
  if (command === undefined) throw new Error('no command');
  return command;
}

test.each([
  ['git clone --depth 1 -b v1 https://x.org/a b', 'clone', ['--depth', '-b'], ['https://x.org/a', 'b']],
  ['/usr/bin/git -C /a -c b=c --no-pager checkout -q v1', 'checkout', ['-q'], ['v1']],
  ['git fetch origin v1 --depth=1', 'fetch', ['--depth'], ['origin', 'v1']],
  ['git frobnicate -x y', 'frobnicate', ['-x'], ['y']],
])('%s', (script, subcommand, options, operands) => {
  const git = gitCommand(commandOf(script));
  expect({ subcommand: git?.subcommand, options: git?.options.map(({ name }) => name), operands: git?.operands.map(({ value }) => value) }).toEqual({ subcommand, options, operands });
});

test('known variables are read as if they were written out', () => {
  expect(gitCommand(commandOf('git checkout $REF'), (name) => (name === 'REF' ? 'v1' : null))?.operands[0]?.value).toBe('v1');
});

test.each(['hub clone a', 'git', 'git --version', 'git $DO', '$GIT clone a'])('%s asks nothing of git that is known', (script) => expect(gitCommand(commandOf(script))).toBeNull());

test.each([
  ['git checkout v1', 'v1'],
  ['git checkout -b mine v1', 'v1'],
  ['git checkout -b mine', null],
  ['git switch --detach v1', 'v1'],
  ['git reset --hard v1', 'v1'],
  ['git reset v1', null],
  ['git fetch origin v1', 'v1'],
  ['git fetch origin', null],
  ['git worktree add /b v1', 'v1'],
  ['git worktree list', null],
  ['git archive -o a.tar v1', 'v1'],
  ['git clone https://x.org/a', null],
])('%s takes %s', (script, expected) => {
  const git = gitCommand(commandOf(script));
  expect(git === null ? undefined : checkedOutRevision(git)).toBe(expected);
});
