import rule from '../../rules/stages/no-circular-stages';
import { saidOf } from '../support/run-rule';

test('a long circle is cut short', () => {
  const stages = Array.from({ length: 9 }, (_, index) => `FROM ${index === 0 ? 'x AS s0\nCOPY --from=s8 / /' : `s${index - 1} AS s${index}`}`);
  expect(saidOf(rule, stages.join('\n'))).toEqual([
    'error: The stages need each other in a circle: s0 → s8 → s7 → s6 → s5 → … → s0; take what both need into a stage of its own',
  ]);
});

test('a nameless stage is called by its number, and a COPY from itself is no circle here', () => {
  expect(saidOf(rule, 'FROM x AS a\nCOPY --from=a / /\nFROM x\nRUN --mount=from=b,target=/b ls\nFROM x AS b\nCOPY --from=1 / /')).toEqual([
    'error: The stages need each other in a circle: 1 → b → 1; take what both need into a stage of its own',
  ]);
});
