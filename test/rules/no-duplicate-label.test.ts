import rule from '../../rules/labels/no-duplicate-label';
import { problemsOf, remarked } from '../support/run-rule';

function fixed(text: string): string {
  const edit = problemsOf(rule, text)[0]?.fix?.edits[0];
  return edit === undefined ? 'no fix' : text.slice(0, edit.start) + edit.text + text.slice(edit.end);
}

describe('no-duplicate-label', () => {
  it.each([
    'FROM a\nLABEL a=1\nONBUILD LABEL «a»=2\nONBUILD LABEL a=3',
    'FROM a\nLABEL «a»=1 «a»=2 a=3',
    'FROM a\nLABEL a\nLABEL =1 =2',
    'FROM a\nLABEL «a» old form\nLABEL a=new',
    'FROM a\nARG K=a\nLABEL «$K»=1\nLABEL a=2',
  ])('judges %s', (marked) => {
    expect(remarked(rule, marked)).toBe(marked);
  });

  it.each([
    ['FROM a\nLABEL a=1  b=2 a=3', 'FROM a\nLABEL b=2 a=3'],
    ['FROM a\nLABEL a=1 \\\n  a=2', 'no fix'],
    ['FROM a\nLABEL a="x \\\n  y"\nLABEL a=2', 'FROM a\nLABEL a=2'],
    ['FROM a\nLABEL \\\n  # why\n  a=1\nLABEL a=2', 'no fix'],
  ])('repairs %j as %j', (text, expected) => {
    expect(fixed(text)).toBe(expected);
  });
});
