import fc from 'fast-check';
import { applyEdits } from '../../src/engine/edits';
import type { Edit } from '../../src/engine/result';

const edit = (start: number, end: number, text: string): Edit => ({ start, end, text });

describe('applyEdits', () => {
  it.each<[string, Edit[], string]>([
    ['nothing', [], 'FROM a'],
    ['a replacement', [edit(5, 6, 'b')], 'FROM b'],
    ['a deletion', [edit(4, 6, '')], 'FROM'],
    ['insertions at both ends', [edit(0, 0, '# x\n'), edit(6, 6, '\n')], '# x\nFROM a\n'],
    ['edits out of order', [edit(5, 6, 'b'), edit(0, 4, 'from')], 'from b'],
    ['neighbours that touch', [edit(0, 4, 'from'), edit(4, 5, '\t')], 'from\ta'],
    ['insertions at one place, in their order', [edit(5, 5, '1'), edit(5, 5, '2')], 'FROM 12a'],
    ['an insertion in front of a replacement', [edit(5, 6, 'b'), edit(5, 5, 'x')], 'FROM xb'],
    ['an insertion behind a replacement', [edit(6, 6, 'x'), edit(5, 6, 'b')], 'FROM bx'],
  ])('applies %s', (_, edits, text) => {
    expect(applyEdits('FROM a', edits)).toEqual({ kind: 'applied', text });
  });

  it.each<[string, Edit[], Edit]>([
    ['overlap', [edit(0, 4, 'x'), edit(3, 6, 'y')], edit(3, 6, 'y')],
    ['replace the same text twice', [edit(0, 4, 'x'), edit(0, 4, 'x')], edit(0, 4, 'x')],
    ['insert into replaced text', [edit(0, 4, 'x'), edit(2, 2, 'y')], edit(2, 2, 'y')],
  ])('refuses edits that %s', (_, edits, culprit) => {
    expect(applyEdits('FROM a', edits)).toEqual({ kind: 'overlap', edit: culprit });
  });

  it.each([edit(-1, 2, ''), edit(5, 7, ''), edit(4, 2, ''), edit(NaN, 2, ''), edit(0.5, 2, '')])('refuses %j, which is no stretch of the text', (wrong) => {
    expect(applyEdits('FROM a', [edit(0, 0, 'x'), wrong])).toEqual({ kind: 'outside', edit: wrong });
  });

  /** Pieces of a text, each kept or replaced. */
  const pieces = fc.array(fc.record({ old: fc.string(), replacement: fc.option(fc.string()) }));

  it('gives the same text as replacing piece by piece, whatever the order of the edits', () => {
    fc.assert(
      fc.property(pieces, fc.infiniteStream(fc.nat()), (parts, order) => {
        const edits: Edit[] = [];
        let at = 0;
        for (const { old, replacement } of parts) {
          // A piece without text would be an insertion, and those keep their order.
          if (replacement !== null && old !== '') edits.push(edit(at, at + old.length, replacement));
          at += old.length;
        }
        const shuffled = edits
          .map((each) => ({ each, key: order.next().value }))
          .sort((a, b) => a.key - b.key)
          .map(({ each }) => each);
        const expected = parts.map(({ old, replacement }) => (old === '' ? '' : replacement ?? old)).join('');
        expect(applyEdits(parts.map(({ old }) => old).join(''), shuffled)).toEqual({ kind: 'applied', text: expected });
      }),
    );
  });

  it('is undone by its reverse', () => {
    fc.assert(
      fc.property(fc.string(), fc.string(), fc.string(), fc.string(), (before, old, replacement, after) => {
        const start = before.length;
        const done = applyEdits(before + old + after, [edit(start, start + old.length, replacement)]);
        expect(done).toEqual({ kind: 'applied', text: before + replacement + after });
        expect(applyEdits(before + replacement + after, [edit(start, start + replacement.length, old)])).toEqual({
          kind: 'applied',
          text: before + old + after,
        });
      }),
    );
  });
});
