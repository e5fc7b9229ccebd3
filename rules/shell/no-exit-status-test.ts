import { defineRule, mentions, type RunInstruction, type ShellCommand } from '../../src/rule';

const TESTS = /^(?:\[|test|\[\[)$/;
const COMPARED_TO_ZERO = /^(?:-eq|-ne|=|==|!=|-gt|-lt|-ge|-le)$/;

export default defineRule({
  summary: 'Test a command itself, not its $? afterwards',
  why: `\`$?\` is the status of whatever ran last, so a line put in between changes the meaning; and under \`set -e\` the test is
never reached when the command fails. \`if ! cmd; then …\` says the same and cannot be separated.`,
  exceptions: 'A comparison with a status other than 0 needs `$?`, and is not reported.',
  severity: 'off',
  presets: { hadolint: { severity: 'info' } },
  aliases: ['hadolint:SC2181'],
  controls: [],
  dockerfile: ({ model, shell, report }) => ({
    RUN(node: RunInstruction) {
      if (!mentions(model, node, '$?')) return;
      for (const command of shell.commands(node)) {
        const at = statusTest(command);
        if (at !== null) report({ at, message: '$? is tested after the command; test the command itself, as in if ! command; then' });
      }
    },
  }),
  examples: [
    { good: 'FROM debian:12\nRUN if ! make; then exit 1; fi\nRUN make; status=$?; cat log; exit "$status"' },
    { bad: 'FROM debian:12\nRUN make; if [ «$?» -ne 0 ]; then cat log; fi', message: 'if ! command' },
    { bad: 'FROM debian:12\nRUN make; [[ «$?» == 0 ]] || cat log\nRUN make; test 0 -eq "«$?»"' },
    { good: 'FROM debian:12\nRUN grep x y; if [ $? -eq 2 ]; then exit 1; fi\nRUN make; echo $?' },
  ],
});

/** The `$?` that is compared with 0; null for any other command. */
function statusTest({ name, words }: ShellCommand): { readonly start: number; readonly end: number } | null {
  if (name === null || !TESTS.test(name)) return null;
  const operands = words.slice(1).filter(({ value }) => value !== ']' && value !== '!');
  const compares = name === '[[' ? operands.length === 2 : operands.length === 3 && COMPARED_TO_ZERO.test(operands[1]?.value ?? '');
  const [left, right] = [operands[0], operands[operands.length - 1]];
  const status = compares ? [left, right].find((word) => word?.value === '$?') : undefined;
  const other = status === left ? right : left;
  return other?.value === '0' ? status?.expansions[0]?.range ?? null : null;
}
