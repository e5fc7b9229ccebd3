import fs from 'node:fs';
import { processSurroundings } from '../../src/cli/surroundings';

function failure(code: string): Error {
  return Object.assign(new Error(code), { code });
}

describe('the process around a run', () => {
  afterEach(() => jest.restoreAllMocks());

  it('is described as it is', () => {
    const { cwd, environment, stdin } = processSurroundings();
    expect(cwd).toBe(process.cwd());
    expect(environment).toBe(process.env);
    expect(stdin()).toBe(process.stdin);
  });

  it('has a terminal only if stdout is a character device', () => {
    jest.spyOn(fs, 'fstatSync').mockImplementation(() => { throw failure('EBADF'); });
    expect(processSurroundings().isTerminal()).toBe(false);
  });

  it('takes text piece by piece', () => {
    const pieces: string[] = [];
    jest.spyOn(fs, 'writeSync').mockImplementation((descriptor, bytes: unknown) => {
      const text = bytes instanceof Uint8Array ? Buffer.from(bytes).toString('utf8') : String(bytes);
      const piece = text.slice(0, 3);
      pieces.push(`${descriptor}:${piece}`);
      return piece.length;
    });
    processSurroundings().writeOut('abcde');
    processSurroundings().writeError('xy');
    processSurroundings().writeOut('');
    expect(pieces).toEqual(['1:abc', '1:de', '2:xy']);
  });

  it('may have stopped to read, which is no error', () => {
    jest.spyOn(fs, 'writeSync').mockImplementation(() => { throw failure('EPIPE'); });
    expect(() => processSurroundings().writeOut('text')).not.toThrow();
  });

  it('may be slow to read: the rest is left to the stream', () => {
    jest.spyOn(fs, 'writeSync').mockReturnValueOnce(2).mockImplementationOnce(() => { throw failure('EAGAIN'); });
    const write = jest.spyOn(process.stdout, 'write').mockReturnValue(true);
    const on = jest.spyOn(process.stdout, 'on').mockReturnThis();
    processSurroundings().writeOut('text');
    expect(write).toHaveBeenCalledWith(Buffer.from('xt'));
    const [event, listener]: readonly unknown[] = on.mock.calls.at(-1) ?? [];
    expect(event).toBe('error');
    if (typeof listener !== 'function') throw new Error('no listener');
    expect(() => listener(failure('EPIPE'))).not.toThrow();
    expect(() => listener(failure('EIO'))).toThrow('EIO');
  });

  it('may have no place to write to', () => {
    jest.spyOn(fs, 'writeSync').mockImplementation(() => { throw failure('ENOSPC'); });
    expect(() => processSurroundings().writeError('text')).toThrow('ENOSPC');
  });
});
