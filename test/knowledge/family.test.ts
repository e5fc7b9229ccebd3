import { ROOT, SOME_ROOT, nonRoot } from '../../src/knowledge/family';

describe('facts about users', () => {
  test('root is no user in the config, or one whose spelling is not known', () => {
    expect(ROOT).toEqual({ user: '', runsAsRoot: true });
    expect(SOME_ROOT).toEqual({ runsAsRoot: true });
  });

  test('a non-root user may be known by name or not', () => {
    expect(nonRoot('app')).toEqual({ user: 'app', runsAsRoot: false });
    expect(nonRoot(null)).toEqual({ user: null, runsAsRoot: false });
  });
});
