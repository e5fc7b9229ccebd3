import { defineRule, parseDuration, type Flag, type HealthcheckInstruction } from '../../src/rule';

export default defineRule({
  summary: 'Give HEALTHCHECK a type, a command and durations that the builder reads',
  why: `The builder stops at a HEALTHCHECK whose first word is neither CMD nor NONE, that has no command, or whose durations have no
unit. No variables are expanded here: \`--interval=$X\` is refused too.`,
  severity: 'error',
  presets: { strict: {} },
  aliases: [
    'dockerfilelint:healthcheck_options_missing_args', 'dockerfile-utils:UNKNOWN_TYPE', 'dockerfile-utils:HEALTHCHECK_CMD_ARGUMENT_MISSING',
  ],
  controls: [],
  mentions: ['healthcheck'],
  dockerfile: ({ report }) => {
    function judgeType({ type, command }: HealthcheckInstruction): void {
      if (type === null) return;
      const name = type.raw.toUpperCase();
      if (name !== 'CMD' && name !== 'NONE') {
        report({ at: type.range, message: `HEALTHCHECK ${type.raw} is no type of health check; write HEALTHCHECK CMD in front of the command, or NONE` });
      } else if (name === 'CMD' && (command === null || (command.form === 'json' && command.elements.length === 0))) {
        report({ at: command?.range ?? type.range, message: 'HEALTHCHECK CMD has no command; add one, or write HEALTHCHECK NONE' });
      }
    }

    function judgeFlag({ name, value, range }: Flag): void {
      // Without a value, or with a name that there is not, it is told as a wrong flag.
      if (value === null || value.value === '') return;
      const text = value.value;
      if (name === 'retries') {
        if (!/^[-+]?\d+$/.test(text)) report({ at: value.range, message: `--retries=${text} is no whole number; write one such as 3` });
        else if (Number(text) < 0 || Number(text) > MOST_RETRIES) report({ at: value.range, message: `--retries=${text} is out of range; write a number from 1 on` });
        return;
      }
      if (!DURATIONS.includes(name)) return;
      const seconds = parseDuration(text);
      if (seconds === null) {
        const hint = /^\d+$/.test(text) ? `write a unit: ${text}s` : 'write a number with a unit, such as 30s or 1m30s';
        report({ at: value.range, message: `--${name}=${text} is no duration; ${hint}` });
      } else if (seconds !== 0 && seconds < SHORTEST_SECONDS) {
        report({ at: range, message: `--${name}=${text} is shorter than a millisecond, which the builder refuses; write a longer time` });
      }
    }

    return {
      HEALTHCHECK(node) {
        judgeType(node);
        // The builder does not read the flags of NONE.
        if (node.type?.raw.toUpperCase() !== 'NONE') node.flags.forEach(judgeFlag);
      },
    };
  },
  examples: [
    { good: 'FROM alpine:3.20\nHEALTHCHECK --interval=1m30s --timeout=.5s --start-period=0 --start-interval=100ms --retries=3 cmd true\nHEALTHCHECK NONE' },
    { bad: 'FROM alpine:3.20\nHEALTHCHECK «curl» localhost', message: 'HEALTHCHECK CMD' },
    { bad: 'FROM alpine:3.20\nHEALTHCHECK «CMD»\nHEALTHCHECK CMD «[]»' },
    { bad: 'FROM alpine:3.20\nHEALTHCHECK --interval=«30» --timeout=«$T» «--start-period=-1s» --retries=«x» CMD true', message: '30s' },
    { bad: 'FROM alpine:3.20\nHEALTHCHECK --retries=«-1» «--interval=5us» CMD true' },
  ],
});

const DURATIONS: readonly string[] = ['interval', 'timeout', 'start-period', 'start-interval'];
const SHORTEST_SECONDS = 0.001;
const MOST_RETRIES = 0x7fff_ffff;
