import { sep } from 'node:path';
import { shownPath, withSlashes } from '../../src/config/shown-path';

describe('the path that is shown', () => {
  it.each([
    ['/a', '/a/b/c', 'b/c'],
    ['/a', '/b/c', '/b/c'],
    ['/a/b', '/a', '/a'],
    ['/a', '/a', '/a'],
    ['/a', '/a/..b', '..b'],
    ['/', '/a', 'a'],
  ])('from %s: %s is %s', (cwd, path, shown) => {
    expect(shownPath(cwd, path)).toBe(shown);
  });

  it('has slashes', () => {
    expect(withSlashes(['a', 'b'].join(sep))).toBe('a/b');
  });
});
