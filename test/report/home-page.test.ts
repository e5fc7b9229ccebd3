import { HOME_PAGE } from '../../src/report/home-page';

test('the home page is an absolute URL, as SARIF demands', () => {
  expect(new URL(HOME_PAGE).protocol).toBe('https:');
});
