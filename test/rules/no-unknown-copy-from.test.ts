import rule from '../../rules/stages/no-unknown-copy-from';
import { remarked, saidOf } from '../support/run-rule';

describe('no-unknown-copy-from', () => {
  it.each([
    'FROM a:1 AS x\nFROM a:1\nCOPY --from=X / /\nCOPY --from="x" / /\nCOPY --from=00 / /',
    'FROM a:1\nCOPY --from=«1» / /\nCOPY --from=«99999999999» / /',
    'FROM a:1\nCOPY --from=«1» / /\nFROM a:1',
    'FROM a:1 AS self\nCOPY --from=self / /\nCOPY --from=0 / /',
    'FROM a:1\nCOPY --from=scratch / /\nCOPY --from=$X / /\nCOPY --from= / /\nCOPY / /',
    'FROM a:1\nONBUILD COPY --from=later / /\nONBUILD COPY --from=7 / /',
    'FROM a:1\nRUN --mount=from=nothing,target=/n true',
    'FROM a:1\nCOPY --from=x/y / /\nCOPY --from=x.y / /\nCOPY --from=x:1 / /\nCOPY --from=«x_y» / /',
  ])('judges %s', (marked) => {
    expect(remarked(rule, marked)).toBe(marked);
  });

  it('says what is wrong', () => {
    const text = 'FROM a:1\nCOPY --from=late / /\nCOPY --from=9 / /\nCOPY --from=typo / /\nFROM a:1 AS late';
    expect(saidOf(rule, text)).toEqual([
      'warning: COPY --from=late names a stage that comes later, in line 5; move that stage up',
      'warning: COPY --from=9 names no stage before this one; stages count from 0',
      'warning: COPY --from=typo is an unknown stage, a context or an untagged image; name an earlier stage or add a tag',
    ]);
  });
});
