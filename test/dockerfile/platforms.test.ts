import { operatingSystemOf, platformArgument } from '../../src/dockerfile/platforms';
import type { Value } from '../../src/dockerfile/values';

const UNKNOWN = Symbol('unknown');

function value(...pieces: readonly (string | typeof UNKNOWN)[]): Value {
  const range = { start: 0, end: 0 };
  return {
    kind: 'parts',
    parts: pieces.map((piece) => (typeof piece === 'string'
      ? { kind: 'text', text: piece, origin: { kind: 'literal' }, range }
      : { kind: 'unknown', name: null, range })),
  };
}

describe('platforms', () => {
  test.each<[string, string | null, string | null]>([
    ['TARGETPLATFORM', 'linux/arm/v7', 'linux/arm/v7'],
    ['TARGETOS', 'linux/arm/v7', 'linux'],
    ['TARGETARCH', 'linux/arm/v7', 'arm'],
    ['TARGETVARIANT', 'linux/arm/v7', 'v7'],
    ['TARGETVARIANT', 'linux/arm64', null],
    ['TARGETOS', 'linux', null],
    ['TARGETOS', '/arm64', null],
    ['TARGETOS', null, null],
    ['BUILDOS', 'linux/amd64', null],
    ['TARGETSTAGE', 'linux/amd64', null],
  ])('%s of %j is %j', (name, platform, expected) => {
    expect(platformArgument(name, platform)).toBe(expected);
  });

  test.each<[readonly (string | typeof UNKNOWN)[], string]>([
    [['linux/amd64'], 'linux'],
    [['linux'], 'linux'],
    [['Windows/amd64'], 'windows'],
    [['amd64'], 'unknown'],
    [['darwin/arm64'], 'unknown'],
    [[], 'unknown'],
    [['linux/', UNKNOWN], 'linux'],
    [['linux', UNKNOWN], 'unknown'],
    [[UNKNOWN, '/amd64'], 'unknown'],
  ])('the system of %j is %s', (pieces, expected) => {
    expect(operatingSystemOf(value(...pieces))).toBe(expected);
  });

  test('an unset platform names no system', () => {
    expect(operatingSystemOf({ kind: 'unset' })).toBe('unknown');
  });
});
