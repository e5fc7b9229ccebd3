import rule from '../../rules/stages/no-duplicate-stage-name';
import { remarked, saidOf } from '../support/run-rule';

describe('no-duplicate-stage-name', () => {
  it.each([
    'FROM a:1 AS x\nFROM a:1 AS «X»\nFROM a:1 AS y\nFROM a:1 AS «x»',
    'FROM a:1\nFROM a:1\nFROM a:1 AS\nFROM a:1 AS',
    'FROM x AS x',
    'FROM a:1 AS constructor\nFROM a:1 AS __proto__\nFROM a:1 AS «__PROTO__»',
  ])('judges %s', (marked) => {
    expect(remarked(rule, marked)).toBe(marked);
  });

  it('points at the first stage of that name', () => {
    expect(saidOf(rule, '# x\nFROM a:1 AS x\nFROM a:1 AS x\nFROM a:1 AS x')).toEqual([
      'error: The stage name x is taken by the stage in line 2; choose another',
      'error: The stage name x is taken by the stage in line 2; choose another',
    ]);
  });
});
