import { END_OF_LIFE_TABLE_DATE, allProducts, endOfLife } from '../../src/knowledge/end-of-life';

describe('the end of a release line', () => {
  test.each([
    ['debian', '10', 'Debian 10', '2024-06-30'],
    ['ubuntu', '20.04', 'Ubuntu 20.04', '2025-05-31'],
    ['node', '18', 'Node.js 18', '2025-04-30'],
    ['centos', '7', 'CentOS 7', '2024-06-30'],
  ])('%s %s', (product, line, what, date) => {
    expect(endOfLife(product, line)).toEqual({ what, date });
  });

  test.each([['debian', '99'], ['debian', 'toString'], ['node', '18.2'], ['unheard-of', '1'], ['constructor', 'name']])('nothing is known of %s %s', (product, line) => {
    expect(endOfLife(product, line)).toBeNull();
  });
});

test('every date of the table is a day', () => {
  const dates = [END_OF_LIFE_TABLE_DATE, ...Object.values(allProducts()).flatMap(({ ends }) => Object.values(ends))];
  expect(dates.filter((date) => new Date(`${date}T00:00:00Z`).toISOString().slice(0, 10) !== date)).toEqual([]);
});

test('a line of several lines ends with its last', () => {
  for (const { ends } of Object.values(allProducts())) {
    for (const [line, date] of Object.entries(ends)) {
      const parts = Object.entries(ends).filter(([other]) => other.startsWith(`${line}.`)).map(([, end]) => end);
      if (parts.length > 0) expect([line, parts.sort().at(-1)]).toEqual([line, date]);
    }
  }
});
