import { defineRule, type MessageKinds } from '../../src/rule';

/** ShellCheck's codes are messages of their own, far too many to name. */
const CODES: MessageKinds = {};

export default defineRule({
  summary: 'Heed what ShellCheck says of a RUN',
  why: `ShellCheck knows hundreds of mistakes in shell scripts, and a RUN is one. With \`--shellcheck auto\` (or the path of the program) all RUN
instructions are shown to it in one go, and what it finds is reported at its place in the Dockerfile. Each of its codes can be set or suppressed by
itself: \`SC2035: off\`.`,
  exceptions: `Codes for which Plimsoll has a rule of its own are left to that rule. PowerShell, cmd and other interpreters are not shown to
ShellCheck, nor are files that a script sources.`,
  severity: 'off',
  presets: { hadolint: { severity: 'error' } },
  aliases: ['hadolint:SC*', 'tally:shellcheck/ShellCheck'],
  controls: [],
  messages: CODES,
  familyMessages: true,
  needs: 'shellcheck',
  dockerfile: ({ facts, report }) => ({
    end() {
      for (const { code, severity, message, at } of facts.shellcheck ?? []) report({ messageId: code, severity, at, message: `${message} (${code})` });
    },
  }),
  examples: [
    { good: 'FROM debian:12\nRUN rm ./*', shellcheck: [] },
    {
      bad: 'FROM debian:12\nRUN rm «*»',
      shellcheck: [{ code: 'SC2035', severity: 'info', message: 'Use ./*glob* or -- *glob* so names with dashes won\'t become options', text: '*' }],
      message: 'SC2035',
      severity: 'info',
    },
  ],
});
