import { defineRule, type Instruction } from '../../src/rule';

export default defineRule({
  summary: 'Use no Linux-only flags in a Windows stage',
  why: `Windows has no numeric owners, no mode bits and no signals: the builder ignores \`--chown\` and \`--chmod\` there, refuses RUN
mounts, and \`docker stop\` does not send the STOPSIGNAL.`,
  severity: 'warning',
  presets: { strict: {} },
  aliases: ['tally:windows/no-chown-flag', 'tally:windows/no-run-mounts', 'tally:windows/no-stopsignal'],
  controls: [],
  mentions: ['chown', 'chmod', 'mount', 'stopsignal'],
  dockerfile: ({ model, report }) => {
    function judgeFlags(node: Instruction, names: readonly string[], effect: string): void {
      for (const flag of node.flags) {
        if (!names.includes(flag.name) || model.stateAt(node).os !== 'windows') continue;
        report({ at: flag.nameRange, message: `--${flag.name} ${effect} in a Windows stage; leave it out` });
      }
    }

    return {
      COPY: (node) => judgeFlags(node, ['chown', 'chmod'], 'has no effect'),
      ADD: (node) => judgeFlags(node, ['chown', 'chmod'], 'has no effect'),
      RUN: (node) => judgeFlags(node, ['mount'], 'is refused'),
      STOPSIGNAL(node) {
        if (node.signal !== null && model.stateAt(node).os === 'windows') report({ at: node.keywordRange, message: 'Windows has no signals, so STOPSIGNAL does nothing; leave it out' });
      },
    };
  },
  examples: [
    { good: 'FROM debian:12\nCOPY --chown=1000 a /a\nRUN --mount=type=cache,target=/c make\nSTOPSIGNAL SIGINT' },
    { bad: 'FROM mcr.microsoft.com/windows/servercore:ltsc2022\nCOPY --«chown»=1000 a /a', message: 'has no effect' },
    { bad: 'FROM mcr.microsoft.com/windows/servercore:ltsc2022\nRUN --«mount»=type=cache,target=/c dir\n«STOPSIGNAL» SIGINT' },
    { good: 'ARG BASE\nFROM $BASE\nCOPY --chown=1000 a /a' },
  ],
});
