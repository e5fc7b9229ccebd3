import { DEFAULT_BUILD } from '../../src/config/settings';

test('when nothing is said of the build, BuildKit builds the last stage, with no argument given', () => {
  expect(DEFAULT_BUILD).toEqual({ targets: [], args: {}, contexts: {}, platform: null, builder: 'buildkit' });
});
