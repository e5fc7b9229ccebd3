import { execFileSync } from 'node:child_process';
import { chmodSync, symlinkSync } from 'node:fs';
import { join } from 'node:path';
import { errorCode, readRegularFile } from '../../src/config/read-regular-file';
import { inFolder } from './folder';

describe('reading a regular file', () => {
  it('gives its bytes', async () => {
    await inFolder({ a: 'text' }, (folder) => {
      expect(readRegularFile(join(folder, 'a'), 4)).toEqual({ ok: true, bytes: Buffer.from('text') });
    });
  });

  it('refuses what is too large', async () => {
    await inFolder({ a: 'x'.repeat(2001) }, (folder) => {
      expect(readRegularFile(join(folder, 'a'), 2000)).toEqual({ ok: false, kind: 'large', message: 'larger than 0.002 MB' });
    });
  });

  it('refuses what is no regular file, without opening it', async () => {
    await inFolder({}, (folder) => {
      execFileSync('mkfifo', [join(folder, 'fifo')]);
      symlinkSync('loop', join(folder, 'loop'));
      expect(readRegularFile(join(folder, 'none'), 10)).toMatchObject({ ok: false, kind: 'missing' });
      expect(readRegularFile(folder, 10)).toMatchObject({ ok: false, kind: 'folder' });
      // Opening it would wait for a writer.
      expect(readRegularFile(join(folder, 'fifo'), 10)).toMatchObject({ ok: false, kind: 'special' });
      expect(readRegularFile('/dev/zero', 10)).toMatchObject({ ok: false, kind: 'special' });
      expect(readRegularFile(join(folder, 'loop'), 10)).toEqual({ ok: false, kind: 'unreadable', message: 'cannot be read (ELOOP)' });
      expect(readRegularFile('a\0b', 10)).toMatchObject({ ok: false, kind: 'unreadable' });
    });
  });

  it('refuses a file that may not be read', async () => {
    await inFolder({ a: '' }, (folder) => {
      chmodSync(join(folder, 'a'), 0);
      // Root may read everything.
      const expected = process.getuid?.() === 0 ? { ok: true } : { ok: false, kind: 'unreadable', message: 'cannot be read (EACCES)' };
      expect(readRegularFile(join(folder, 'a'), 10)).toMatchObject(expected);
    });
  });

  it('refuses a file that is larger than it says', () => {
    expect(readRegularFile('/proc/self/status', 10)).toMatchObject({ ok: false, kind: 'large' });
  });
});

describe('the code of an error', () => {
  it('is its own, its message, or its text', () => {
    expect(errorCode(Object.assign(new Error('x'), { code: 'EIO' }))).toBe('EIO');
    expect(errorCode(new Error('x'))).toBe('x');
    expect(errorCode('y')).toBe('y');
    expect(errorCode({})).toBe('unknown error');
  });
});
