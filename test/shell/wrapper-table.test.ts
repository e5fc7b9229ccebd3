import { WRAPPERS } from '../../src/shell/wrapper-table';

test.each([...WRAPPERS])('%s: options are written with the dashes they have', (_, shape) => {
  expect(shape.short ?? '').toMatch(/^[A-Za-z]*$/);
  for (const option of shape.long ?? []) expect(option).toMatch(/^--[a-z-]+$/);
  for (const option of [...shape.queries ?? [], ...shape.requires ?? []]) expect(option).toMatch(/^-/);
});

test('a value option is no query at the same time', () => {
  for (const { short = '', queries = [] } of WRAPPERS.values()) {
    for (const letter of short) expect(queries).not.toContain(`-${letter}`);
  }
});
