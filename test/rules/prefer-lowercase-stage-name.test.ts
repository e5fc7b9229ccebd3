import rule from '../../rules/stages/prefer-lowercase-stage-name';
import { problemsOf } from '../support/run-rule';

test.each([
  ['FROM a:1 AS X\nFROM a:1\nCOPY --from=X / /', {}, ['safe']],
  ['FROM a:1 AS X\nFROM a:1\nCOPY --from=x / /', {}, ['suggestion']],
  ['FROM a:1 AS X\nFROM $Y', {}, ['suggestion']],
  ['FROM a:1 AS X', { targets: ['X'] }, ['suggestion']],
  ['FROM a:1 AS X', { targets: ['x'] }, ['safe']],
  ['FROM a:1 AS X\nFROM a:1 AS x', {}, [null]],
  ['FROM a:1 AS X', { contexts: { x: '.' } }, [null]],
  ['FROM x\nFROM a:1 AS X', {}, ['suggestion']],
  ['FROM a:1 AS \\\n  X', {}, ['safe']],
])('the fix of %j with %j is %j', (text, build, kinds) => {
  expect(problemsOf(rule, text, { build }).map(({ fix }) => fix?.kind ?? null)).toEqual(kinds);
});
