import type { Surroundings } from '../../src/cli/surroundings';

export interface Recorded {
  readonly surroundings: Surroundings;
  readonly out: () => string;
  readonly error: () => string;
}

/** Surroundings of a run that keep what it writes. */
export function surround(cwd: string, given: { readonly environment?: Readonly<Record<string, string>>; readonly stdin?: string; readonly terminal?: boolean } = {}): Recorded {
  let out = '';
  let error = '';
  async function* stdin(): AsyncGenerator<Uint8Array> {
    await Promise.resolve();
    yield Buffer.from(given.stdin ?? '', 'utf8');
  }
  return {
    surroundings: {
      cwd,
      environment: given.environment ?? {},
      isTerminal: () => given.terminal === true,
      stdin,
      writeOut: (text) => void (out += text),
      writeError: (text) => void (error += text),
    },
    out: () => out,
    error: () => error,
  };
}
