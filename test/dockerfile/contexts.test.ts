import { createContexts } from '../../src/dockerfile/contexts';

describe('named contexts', () => {
  test('without contexts nothing is replaced', () => {
    expect(createContexts({})('node')).toBeNull();
  });

  test.each([
    ['app', 'app'], ['APP', 'app'], ['app:latest', 'app'], ['docker.io/app', 'app'], ['library/app', 'app'], ['index.docker.io/library/app:latest', 'app'],
    ['app:1', null], ['ghcr.io/app', null], ['a/app', null],
    ['ghcr.io/x/y', 'ghcr.io/x/y:latest'], ['x/z:1', 'docker.io/x/z:1'],
    ['context', null], ['Scratch', null],
  ])('%j is replaced by %j', (name, expected) => {
    const contextOf = createContexts({ 'app': '.', 'ghcr.io/x/y:latest': '.', 'docker.io/x/z:1': '.', 'context': '.', 'scratch': '.' });
    expect(contextOf(name)).toBe(expected);
  });
});
