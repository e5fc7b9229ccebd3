import { hasDisposableMount, hasMount, mountsOf } from '../../src/dockerfile/mounts';
import type { RunInstruction } from '../../src/dockerfile/nodes';
import { parseDocument } from '../../src/dockerfile/parse';
import { createSource } from '../../src/dockerfile/source';

function run(flags: string): RunInstruction {
  const [node] = parseDocument(createSource('Dockerfile', `RUN ${flags} make`)).instructions;
  if (node?.keyword !== 'RUN') throw new Error('not a RUN');
  return node;
}

test('a mount has the type bind unless it says otherwise', () => {
  expect(mountsOf(run('--mount=target=/src --mount=type=cache,dst=/c --network=none')).map(({ type, target }) => [type, target])).toEqual([
    ['bind', '/src'],
    ['cache', '/c'],
  ]);
});

test.each([
  ['--mount=type=cache,target=/var/lib/apt/lists', true],
  ['--mount=type=tmpfs,target=/var/lib/apt/', true],
  ['--mount=type=cache,target=/var/lib/apt/lists/partial', false],
  ['--mount=type=cache,target=/var/lib/apt/lists2', false],
  ['--mount=type=bind,target=/var/lib/apt/lists', false],
  ['--mount=type=cache,target=$LISTS', true],
  ['--mount=type=cache,id=apt', false],
  ['', false],
])('%j keeps the apt lists out of the layer: %s', (flags, expected) => {
  expect(hasDisposableMount(run(flags), '/var/lib/apt/lists')).toBe(expected);
});

test.each([
  ['--mount=type=bind,from=src,target=/src', true],
  ['--mount=target=/', true],
  ['--mount=type=secret,id=a,target=/src/a', false],
  ['--mount=type=secret,id=a', false],
])('%j brings another /src/b: %s', (flags, expected) => {
  expect(hasMount(run(flags), '/src/b')).toBe(expected);
});
