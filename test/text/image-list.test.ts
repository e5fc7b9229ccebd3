import type { ImageReference } from '../../src/dockerfile/model-types';
import { literalReference } from '../../src/dockerfile/references';
import { createImageList } from '../../src/text/image-list';

const UNKNOWN = { kind: 'unknown' } as const;

describe('a list of image patterns', () => {
  test.each([
    ['ghcr.io', ['ghcr.io/a/b:1', 'GHCR.io/a'], ['node', 'ghcr.io.evil.org/a', 'quay.io/a']],
    ['docker.io', ['node', 'team/app', 'docker.io/a/b', 'index.docker.io/library/node'], ['quay.io/node']],
    ['hub.docker.com', ['node', 'docker.io/a/b'], ['quay.io/node']],
    ['docker.io/library', ['node', 'library/node', 'docker.io/library/node@sha256:aaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaa'], ['team/node', 'library2/x']],
    ['library/', ['node', 'library/node'], ['team/node']],
    ['*.example.org', ['a.example.org/x', 'a.b.example.org/x'], ['example.org/x', 'evil-example.org/x', 'a.example.org.evil/x']],
    ['eu-*.pkg.dev', ['eu-west1.pkg.dev/p/x'], ['eu-west1.x.pkg.dev/p/x', 'us-west1.pkg.dev/p/x']],
    ['localhost:5000', ['localhost:5000/x'], ['localhost/x', 'localhost:5001/x']],
    ['example.org:500', ['example.org:500/x'], ['example.org/x']],
    ['ghcr.io/team', ['ghcr.io/team/x', 'ghcr.io/team/x/y'], ['ghcr.io/teammate/x']],
    ['ghcr.io/team/*-base', ['ghcr.io/team/node-base:1'], ['ghcr.io/team/node', 'ghcr.io/team/x/a-base']],
    ['ghcr.io/team/**', ['ghcr.io/team/x'], ['ghcr.io/x']],
    ['node', ['node:22', 'docker.io/library/node'], ['team/node', 'ghcr.io/node', 'nodes']],
    ['node*', ['nodejs'], ['team/nodejs']],
    ['node:22*', ['node:22-alpine'], ['node:20', 'node']],
    ['node:latest', ['node'], ['node:22']],
    ['team/app:1', ['team/app:1'], ['team/app:2', 'team/app/x:1']],
    ['*', ['node', 'evil.org/x'], []],
    ['*/mirror', ['a.org/mirror/x'], ['a.org/x']],
  ])('%s', (pattern, listed, unlisted) => {
    const list = createImageList([pattern]);
    const answers = (names: readonly string[]): readonly string[] => names.map((name) => list(literalReference(name)));
    expect(answers(listed)).toEqual(listed.map(() => 'listed'));
    expect(answers(unlisted)).toEqual(unlisted.map(() => 'unlisted'));
  });

  test('a variable makes the answer unknown only where it decides', () => {
    const list = createImageList(['ghcr.io/team', 'node:22']);
    const ask = (image: Partial<ImageReference>): string => list({ ...literalReference('x'), ...image });
    expect(ask({ registry: UNKNOWN })).toBe('unknown');
    expect(ask({ ...literalReference('ghcr.io/x'), path: UNKNOWN })).toBe('unknown');
    expect(ask({ ...literalReference('quay.io/x'), path: UNKNOWN })).toBe('unlisted');
    expect(ask({ ...literalReference('node:1'), tag: UNKNOWN })).toBe('unknown');
    expect(ask({ ...literalReference('ghcr.io/team/x:1'), tag: UNKNOWN })).toBe('listed');
  });

  test('one of several patterns is enough, and none lists nothing', () => {
    expect(createImageList(['quay.io', 'node'])(literalReference('node'))).toBe('listed');
    expect(createImageList([])(literalReference('node'))).toBe('unlisted');
  });
});
