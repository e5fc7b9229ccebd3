import { createDisabledRanges } from '../../src/engine/suppression-ranges';

type Step = readonly ['disable' | 'enable', readonly string[] | null, number];

/** The stretches as `key start–end !exceptions` after some steps, in a file of 100 characters. */
function ranges(...steps: readonly Step[]): readonly string[] {
  const found: string[] = [];
  const open = createDisabledRanges((key, { start, end, except }) => found.push(`${key} ${start}–${end}${[...except].map((each) => ` !${each}`).join('')}`));
  for (const [step, keys, at] of steps) {
    if (step === 'enable') open.enable(keys, at);
    else open.disable((keys ?? ['*']).map((key) => ({ key, suppression: 0, owner: 0 })), at);
  }
  open.finish(100);
  return found.sort();
}

describe('disabled ranges', () => {
  it.each<[string, readonly Step[], readonly string[]]>([
    ['nothing is disabled at first', [], []],
    ['open to the end', [['disable', ['a'], 5]], ['a 5–100']],
    ['closed by their name', [['disable', ['a'], 5], ['enable', ['a'], 20]], ['a 5–19']],
    ['closed by a bare enable', [['disable', ['a', 'b'], 5], ['enable', null, 20]], ['a 5–19', 'b 5–19']],
    ['not closed by another name', [['disable', ['a'], 5], ['enable', ['b', 'ab', 'x'], 20]], ['a 5–100']],
    ['closed for a message by its rule', [['disable', ['a/x'], 5], ['enable', ['a'], 20]], ['a/x 5–19']],
    ['split where one message is enabled', [['disable', ['a'], 5], ['enable', ['a/x'], 20]], ['a 20–100 !a/x', 'a 5–19']],
    ['split where one rule is enabled', [['disable', null, 5], ['enable', ['a'], 20], ['enable', ['b'], 30]], ['* 20–29 !a', '* 30–100 !a !b', '* 5–19']],
    ['taken over by the next of the same name', [['disable', ['a'], 5], ['disable', ['a'], 20]], ['a 20–100', 'a 5–19']],
    ['never empty', [['disable', ['a'], 5], ['enable', ['a'], 5]], []],
  ])('%s', (_, steps, expected) => expect(ranges(...steps)).toEqual(expected));
});
