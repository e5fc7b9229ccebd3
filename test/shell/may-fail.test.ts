import { mayFail } from '../../src/shell/may-fail';
import { createShellView } from '../../src/shell/view';
import { lastInstruction, modelOf } from '../support/small-model';

describe('mayFail', () => {
  it.each([
    ['make', true], ['rm a', true], ['rm -rf a', false], ['rm --force a', false], ['echo a', false], ['set -x', false], ['exec make', true], ['exec', false], ['$PROGRAM', false], ['A=b', false],
  ])('of %s: %s', (script, expected) => {
    const model = modelOf(`FROM debian\nRUN ${script}`);
    expect(createShellView(model).commands(lastInstruction(model)).slice(0, 1).map(mayFail)).toEqual([expected]);
  });
});
