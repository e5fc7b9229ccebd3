import { MANAGERS } from '../../src/shell/package-manager-table';

test.each([...MANAGERS])('%s: options are written with the dashes they have, each once', (_, shape) => {
  expect(shape.short).toMatch(/^[A-Za-z]*$/);
  expect(new Set(shape.short).size).toBe(shape.short.length);
  for (const option of shape.long) expect(option).toMatch(shape.singleDash === true ? /^-[A-Za-z-]+$/ : /^--[a-z0-9-]+$/);
  expect(new Set(shape.long).size).toBe(shape.long.length);
  for (const list of [shape.yes, shape.quiet, shape.noRecommends, shape.dryRun, shape.yesInFront ?? [], shape.cache.offOptions, shape.cache.folderOptions]) {
    for (const option of list === 'always' ? [] : list) expect(option).toMatch(/^--?[A-Za-z.-]+$/);
  }
});

test.each([...MANAGERS])('%s: no option both takes a value and answers a question', (_, shape) => {
  const answers = [shape.yes, shape.noRecommends].flatMap((list) => (list === 'always' ? [] : list));
  for (const option of answers) {
    expect(shape.long).not.toContain(option);
    if (/^-[A-Za-z]$/.test(option)) expect(shape.short).not.toContain(option.slice(1));
  }
});

test('update refreshes for apt and apk, and upgrades for the others', () => {
  const update = (name: string): string | undefined => MANAGERS.get(name)?.actions['update'];
  expect(['apt', 'apt-get', 'aptitude', 'apk'].map(update)).toEqual(['refresh', 'refresh', 'refresh', 'refresh']);
  expect(['yum', 'dnf', 'microdnf', 'tdnf', 'zypper'].map(update)).toEqual(['upgrade', 'upgrade', 'upgrade', 'upgrade', 'upgrade']);
});

test.each([...MANAGERS])('%s: a cache lies in absolute folders or below a home, and its variables have names', (_, { cache }) => {
  for (const folder of cache.folders) expect(folder).toMatch(/^(?:~|\/[a-z])[\w./-]*\w$/);
  for (const name of cache.offVariables) expect(name).toMatch(/^[A-Za-z_]+$/);
  for (const name of cache.folderVariables) expect(name).toMatch(/^[A-Za-z_]+(?:\/[\w./-]*\w)?$/);
});
