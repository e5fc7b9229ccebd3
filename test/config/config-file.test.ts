import { BUILDERS, FAIL_LEVELS, LEVELS, PLATFORM_PATTERN, extendsOf, isFileReference } from '../../src/config/config-file';

describe('words of a config', () => {
  it('have their order: the gravest fail level first, the gravest level last', () => {
    expect(FAIL_LEVELS).toEqual(['error', 'warning', 'info', 'never']);
    expect(LEVELS).toEqual(['off', 'info', 'warning', 'error']);
    expect(BUILDERS[0]).toBe('buildkit');
  });

  it('of platforms are os/arch, with a variant or without', () => {
    const platform = new RegExp(PLATFORM_PATTERN, 'u');
    expect(['linux/amd64', 'linux/arm/v7', 'windows/amd64'].every((text) => platform.test(text))).toBe(true);
    expect(['linux', 'linux/', 'linux/amd64,linux/arm64', 'a/b/c/d', 'linux /x', ''].some((text) => platform.test(text))).toBe(false);
  });
});

describe('extends', () => {
  it('is a name, a path, or a list of these', () => {
    expect(extendsOf({})).toEqual([]);
    expect(extendsOf({ extends: 'strict' })).toEqual(['strict']);
    expect(extendsOf({ extends: ['strict', './a'] })).toEqual(['strict', './a']);
    expect(['./a', '../a', '/a', 'a.yaml', 'a.YML', 'b/c', 'a.json', 'a\\b'].filter(isFileReference)).toHaveLength(8);
    expect(['strict', 'recommended', 'yaml'].filter(isFileReference)).toEqual([]);
  });
});
