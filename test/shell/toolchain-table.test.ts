import { COMPILERS, COMPILER_ALIASES } from '../../src/shell/toolchain-table';

test('every alias names a compiler, and is none itself', () => {
  for (const [alias, name] of COMPILER_ALIASES) {
    expect(COMPILERS.has(name)).toBe(true);
    expect(COMPILERS.has(alias)).toBe(false);
  }
});

test.each([...COMPILERS])('%s: something is evidence', (_, { tasks, sources, outputs, alone }) => {
  expect(tasks ?? sources ?? outputs ?? alone).toBeDefined();
});
