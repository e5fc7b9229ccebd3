import rule from '../../rules/user/prefer-numeric-user';
import { problemsOf, remarked } from '../support/run-rule';

describe('prefer-numeric-user', () => {
  it.each([
    'FROM debian:12\nUSER «"app"»',
    'FROM debian:12\nARG X\nUSER «${X:-app}:0»',
    'FROM debian:12 AS a\nUSER «app»\nFROM a\nRUN x',
    'FROM debian:12 AS a\nUSER app\nFROM debian:12\nRUN x',
    'FROM debian:12\nUSER 0\nFROM debian:12\nUSER root:app\nFROM debian:12\nUSER +5',
    'FROM debian:12\nARG U\nUSER $U\nFROM debian:12\nARG U\nUSER x${U}y',
    'FROM mcr.microsoft.com/windows/nanoserver:ltsc2022\nUSER ContainerUser',
  ])('judges %s', (marked) => expect(remarked(rule, marked)).toBe(marked));

  it.each([
    'FROM debian:12\nUSER «root»\nUSER 0\nUSER 1:x\nUSER «$X»\nONBUILD USER app\nUSER «app:1»',
    'FROM debian:12\nARG A=b\nENV C=d\nUSER $A\nUSER «$C»',
  ])('judges the text of each in %s when told to', (marked) => expect(remarked(rule, marked, { options: { judge: 'all' } })).toBe(marked));

  it.each([
    ['RUN adduser -u 1001 -D app\nUSER app', true],
    ['ARG U=app\nRUN useradd -u 1001 $U\nUSER app', true],
    ['RUN useradd app\nUSER app', false],
    ['RUN useradd -u $ID app\nUSER app', false],
    ['RUN useradd -u 5 app || useradd -u 6 app\nUSER app', false],
    ['RUN useradd -u 1001 app\nARG U=app\nUSER $U', false],
    ['RUN useradd -u 1001 app\nUSER "app"', false],
  ])('offers the uid for %s: %s', (text, fixed) => {
    expect(problemsOf(rule, `FROM debian:12\n${text}`).map(({ fix }) => fix !== null)).toEqual([fixed]);
  });
});
