import { defineRule, knownText, nameOrigin, nearestName, parseSignal, signalNames } from '../../src/rule';

export default defineRule({
  summary: 'Name a signal in STOPSIGNAL that exists and can be handled',
  why: `The builder refuses a signal it does not know. SIGKILL and SIGSTOP build, but no program can handle them: it is killed without
closing files and connections, or freezes until the time is up and is killed then.`,
  severity: 'error',
  presets: { strict: {} },
  aliases: ['dockerfile-utils:INVALID_SIGNAL', 'dockerfile-doctor:DD079', 'tally:no-ungraceful-stopsignal'],
  controls: [],
  mentions: ['stopsignal'],
  dockerfile: ({ model, report }) => ({
    STOPSIGNAL(node) {
      if (node.signal === null) return;
      const value = model.resolve(node.signal, node);
      const text = knownText(value);
      // More than one word is told as wrong arguments.
      if (text === null || text === '' || /\s/.test(text)) return;
      const name = `${text}${nameOrigin(value, node.signal.range)}`;
      const at = node.signal.range;
      const signal = parseSignal(text);
      if (signal === 'unknown') {
        const near = nearestName(text, signalNames());
        report({ at, message: `${name} is no signal, so the builder stops; ${near === null ? 'use SIGTERM or another one' : `did you mean ${near}?`}` });
      } else if (signal === 'out-of-range') {
        report({ at, message: `There is no signal ${name}; use a number from 1 to 64, or a name`, severity: 'warning' });
      } else if (signal === 'KILL') {
        report({ at, message: `${name} kills the program before it can clean up; use SIGTERM or the signal it handles`, severity: 'warning' });
      } else if (signal === 'STOP') {
        report({ at, message: `${name} freezes the program and does not end it; use SIGTERM or the signal it handles`, severity: 'warning' });
      }
    },
  }),
  examples: [
    { good: 'FROM alpine:3.20\nARG S\nSTOPSIGNAL SIGTERM\nSTOPSIGNAL quit\nSTOPSIGNAL 15\nSTOPSIGNAL SIGRTMIN+3\nSTOPSIGNAL $S' },
    { bad: 'FROM alpine:3.20\nSTOPSIGNAL «SIGTREM»', message: 'did you mean SIGTERM?' },
    { bad: 'FROM alpine:3.20\nARG S=SIGFOO\nSTOPSIGNAL «$S»\nSTOPSIGNAL «0»', message: 'ARG S' },
    { bad: 'FROM alpine:3.20\nSTOPSIGNAL «SIGKILL»\nSTOPSIGNAL «19»\nSTOPSIGNAL «99»', severity: 'warning', message: 'clean up' },
  ],
});
