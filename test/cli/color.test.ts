import { wantsColor } from '../../src/cli/color';

describe('colour', () => {
  it.each<[boolean | null, Readonly<Record<string, string>>, boolean, boolean]>([
    [null, {}, true, true],
    [null, {}, false, false],
    [null, { NO_COLOR: '1' }, true, false],
    [null, { NO_COLOR: 'false' }, true, false],
    [null, { NO_COLOR: '' }, true, true],
    [null, { TERM: 'dumb' }, true, false],
    [null, { FORCE_COLOR: '1' }, false, true],
    [null, { FORCE_COLOR: '', NO_COLOR: '1' }, false, true],
    [null, { FORCE_COLOR: '0' }, true, false],
    [null, { FORCE_COLOR: 'false' }, true, false],
    [true, { NO_COLOR: '1', FORCE_COLOR: '0' }, false, true],
    [false, { FORCE_COLOR: '1' }, true, false],
  ])('with the flag %j, %j and a terminal (%j) is %j', (flag, environment, terminal, expected) => {
    expect(wantsColor(flag, environment, () => terminal)).toBe(expected);
  });
});
