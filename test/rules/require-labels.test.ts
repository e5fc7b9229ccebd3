import rule from '../../rules/labels/require-labels';
import { remarked, saidOf } from '../support/run-rule';

const team = { options: { labels: ['team'] } };

describe('require-labels', () => {
  it.each([
    'FROM debian:12 AS a\nLABEL team=blue\nFROM a AS b\nFROM b\nRUN x',
    'FROM debian:12 AS a\nLABEL team=blue\nFROM «debian:12»\nCOPY --from=a /a /a',
    'FROM debian:12 AS a\nONBUILD LABEL team=blue\nFROM a',
    'FROM «debian:12»\nONBUILD LABEL team=blue',
    'FROM debian:12\nARG KEY=team\nLABEL "${KEY}"="blue"',
    'FROM debian:12\nLABEL a=b \\\n  # the owner\n  team=blue',
    'FROM debian:12\nLABEL team blue',
    'FROM «debian:12»\nLABEL Team=blue teams=blue "a team"=x',
    'FROM «debian:12»\nRUN <<EOF\nLABEL team=blue\nEOF',
    '# escape=`\nFROM debian:12\nLABEL a=b `\n  team=blue',
    'FROM «scratch»',
    'ARG A\nFROM «$A»',
  ])('judges %s', (marked) => {
    expect(remarked(rule, marked, team)).toBe(marked);
  });

  it('judges each output once', () => {
    const text = 'FROM debian:12 AS base\nFROM «base» AS one\nFROM base AS two\nLABEL team=blue\nFROM «base» AS three';
    expect(remarked(rule, text, { ...team, build: { targets: ['one', 'two', 'three'] } })).toBe(text);
  });

  it('lists what is missing in the order of the option', () => {
    expect(saidOf(rule, 'FROM debian:12\nLABEL b=1', { options: { labels: ['c', 'b', 'a', 'd'] } })).toEqual([
      'info: The image has no label c, a or d; set them with LABEL',
    ]);
  });
});
