import { readCommandLine } from '../../src/shell/command-line';
import { createShellView } from '../../src/shell/view';
import { lastInstruction, modelOf } from '../support/small-model';

const SHAPE = { short: 'ou', long: ['--user', '--output'] };

/** `options | operands`, an option with its value behind `=`. */
function read(words: string, values: Readonly<Record<string, string>> = {}): string {
  const model = modelOf(`FROM debian\nRUN program ${words}`);
  const [command] = createShellView(model).commands(lastInstruction(model));
  if (command === undefined) throw new Error('no command');
  const { options, operands } = readCommandLine(command, SHAPE, (name) => values[name] ?? null);
  const shown = options.map(({ name, value }) => (value === null ? name : `${name}=${value}`));
  return `${shown.join(' ')} | ${operands.map(({ value }) => value).join(' ')}`;
}

describe('readCommandLine', () => {
  it.each([
    ['a b', ' | a b'],
    ['-sLo file url', '-s -L -o=file | url'],
    ['-ofile url', '-o=file | url'],
    ['--user app x', '--user=app | x'],
    ['--user=app x', '--user=app | x'],
    ['--verbose x', '--verbose | x'],
    ['x -s -- -u y', '-s | x -u y'],
    ['- x', ' | - x'],
    ['-o', '-o | '],
    ['--user', '--user | '],
    ['-o $X y', '-o=$X | y'],
  ])('reads %s', (words, expected) => expect(read(words)).toBe(expected));

  it('reads known variables as if they were written out', () => {
    expect(read('$FLAGS "$FILE"', { FLAGS: '-s -u app', FILE: 'a b' })).toBe('-s -u=app | a b');
  });
});
