import { parsePlatformName, PLATFORM_WORDS } from '../../src/dockerfile/platform-name';

test.each([
  ['linux/amd64', 'linux', 'amd64'],
  ['linux/arm/v7', 'linux', 'arm'],
  ['Linux/X86_64', 'linux', 'amd64'],
  ['linux/aarch64', 'linux', 'arm64'],
  ['windows(10.0.17763)/amd64', 'windows', 'amd64'],
  ['arm64', 'linux', 'arm64'],
  ['linux', 'linux', ''],
  ['wasi/wasm', 'wasi', 'wasm'],
])('%s is %s on %s', (text, os, architecture) => {
  expect(parsePlatformName(text)).toEqual({ os, architecture, unknown: null });
});

test.each([
  ['linux/foo', 'foo'],
  ['Linx/amd64', 'Linx'],
  ['constructor/amd64', 'constructor'],
])('%s holds the unknown word %s', (text, unknown) => {
  expect(parsePlatformName(text)?.unknown).toBe(unknown);
});

test.each(['garbage/x/y/z', 'foo', '', 'linux/', '/amd64', 'linux/am d', 'linux/arm/', 'linux,windows', 'linux/amd64,linux/arm64', '*/amd64', 'x()y/amd64'])(
  '%j stops the build',
  (text) => {
    expect(parsePlatformName(text)).toBeNull();
  },
);

test('the words are those that are known', () => {
  expect(PLATFORM_WORDS).toEqual(expect.arrayContaining(['linux', 'amd64']));
});
