import type { Surroundings } from '../../src/cli/surroundings';

let written = '';
let done: () => void = () => undefined;
const finished = new Promise<void>((resolve) => {
  done = resolve;
});

jest.mock('../../src/cli/surroundings', () => ({
  processSurroundings: (): Surroundings => ({
    cwd: __dirname,
    environment: { 'INPUT_FAIL-LEVEL': 'fatal' },
    isTerminal: () => false,
    stdin: () => process.stdin,
    writeOut: (text) => {
      written += text;
      done();
    },
    writeError: () => undefined,
  }),
}));

test('loading the file is the run: it says what it has to say and sets the exit code', async () => {
  const before = process.exitCode;
  try {
    await import('../../src/action/main');
    await finished;
    await new Promise(setImmediate);
    expect(written).toContain('::error title=plimsoll::input fail-level: fatal is none of');
    expect(process.exitCode).toBe(2);
  } finally {
    process.exitCode = before;
  }
});
