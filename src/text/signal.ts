/**
 * Names of signals as the builder knows them: those of Linux in github.com/moby/sys/signal (2026), which the builder
 * uses on every system. Case does not matter, and `SIG` may be left out.
 */
const NAMES = [
  'ABRT', 'ALRM', 'BUS', 'CHLD', 'CLD', 'CONT', 'FPE', 'HUP', 'ILL', 'INT', 'IO', 'IOT', 'KILL', 'PIPE', 'POLL', 'PROF', 'PWR', 'QUIT', 'SEGV',
  'STKFLT', 'STOP', 'SYS', 'TERM', 'TRAP', 'TSTP', 'TTIN', 'TTOU', 'URG', 'USR1', 'USR2', 'VTALRM', 'WINCH', 'XCPU', 'XFSZ', 'RTMIN', 'RTMAX',
];

const HIGHEST_SIGNAL = 64;

/** All names with `SIG`, real-time signals by their first and last only. */
export function signalNames(): readonly string[] {
  return NAMES.map((name) => `SIG${name}`);
}

/** `KILL` and `STOP` cannot be handled. A number that the builder takes though Linux has no such signal is out of range. */
export function parseSignal(text: string): 'known' | 'KILL' | 'STOP' | 'out-of-range' | 'unknown' {
  if (/^[-+]?\d+$/.test(text)) return ofNumber(Number(text));
  const name = text.toUpperCase().replace(/^SIG/, '');
  if (name === 'KILL' || name === 'STOP') return name;
  return NAMES.includes(name) || isRealTime(name) || name === 'UNUSED' ? 'known' : 'unknown';
}

function ofNumber(number: number): ReturnType<typeof parseSignal> {
  if (number === 0) return 'unknown';
  if (number === 9) return 'KILL';
  if (number === 19) return 'STOP';
  return number < 0 || number > HIGHEST_SIGNAL ? 'out-of-range' : 'known';
}

function isRealTime(name: string): boolean {
  const match = /^RTM(IN\+|AX-)(\d\d?)$/.exec(name);
  return match !== null && Number(match[2]) >= 1 && Number(match[2]) <= (match[1] === 'IN+' ? 15 : 14);
}
