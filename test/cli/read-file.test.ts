import { join } from 'node:path';
import { readDockerfile, readStream } from '../../src/cli/read-file';
import { inFolder } from '../config/folder';

async function* stream(...chunks: readonly Uint8Array[]): AsyncGenerator<Uint8Array> {
  await Promise.resolve();
  yield* chunks;
}

describe('reading a Dockerfile', () => {
  it('gives a source with the path as shown', async () => {
    await inFolder({ 'a/Dockerfile': 'FROM a' }, (folder) => {
      expect(readDockerfile('shown', join(folder, 'a/Dockerfile'))).toMatchObject({ ok: true, source: { path: 'shown', text: 'FROM a' } });
    });
  });

  it('stops at 5 MB', async () => {
    await inFolder({ large: Buffer.alloc(5_000_001, 'a'), most: Buffer.alloc(5_000_000, 'a') }, (folder) => {
      expect(readDockerfile('x', join(folder, 'large'))).toEqual({ ok: false, message: 'larger than 5 MB' });
      expect(readDockerfile('x', join(folder, 'most'))).toMatchObject({ ok: true });
    });
  });

  it('says what is not there', () => {
    expect(readDockerfile('x', '/no/such/file')).toEqual({ ok: false, message: 'no such file' });
  });
});

describe('reading a stream', () => {
  it('puts its pieces together', async () => {
    expect(await readStream(stream(Buffer.from('FROM '), Buffer.from('a')))).toEqual(Buffer.from('FROM a'));
    expect(await readStream(stream())).toEqual(Buffer.from(''));
  });

  it('stops at 5 MB', async () => {
    const megabyte = Buffer.alloc(1_000_000);
    expect(await readStream(stream(...Array<Uint8Array>(6).fill(megabyte)))).toBeNull();
  });
});
