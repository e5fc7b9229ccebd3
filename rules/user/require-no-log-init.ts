import { accountCommands, defineRule, type AccountCommand, type RunInstruction } from '../../src/rule';

export default defineRule({
  summary: 'Create accounts with a very large uid without their login records',
  why: `useradd reserves a place for the uid in /var/log/lastlog and /var/log/faillog, and the files are as long as the uid is large.
On disk they are holes, but a layer stores them in full: a uid of ten digits makes gigabytes of zeros, or a build that never ends.
\`--no-log-init\` leaves the files alone.`,
  severity: 'warning',
  presets: { strict: {}, hadolint: { severity: 'warning' } },
  aliases: ['hadolint:DL3046', 'droast:DF064'],
  controls: [],
  mentions: { RUN: ['useradd', 'adduser'] },
  dockerfile: ({ model, shell, report }) => {
    /** BusyBox keeps no such records, and only the adduser of BusyBox lets its options stand for others. */
    function keepsRecords(node: RunInstruction, { program, options }: AccountCommand): boolean {
      if (program === 'useradd') return true;
      const { shell: own } = model.stateAt(node);
      return own.kind !== 'ash' && options.every(({ name }) => name !== '-D' && name !== '-S' && name !== '-H');
    }

    return {
      RUN(node) {
        for (const asked of accountCommands(model, shell, node)) {
          const { command, program, action, uid, options } = asked;
          const place = options.find(({ name }) => name === '-u' || name === '--uid')?.word.range;
          if (action !== 'create' || uid === null || !/^\d{6,}$/.test(uid) || place === undefined || !keepsRecords(node, asked)) continue;
          if (command.nameRange === null || options.some(({ name }) => name === '-l' || name === '--no-log-init')) continue;
          const end = command.nameRange.end;
          const fixable = program === 'useradd' && node.command?.form === 'shell';
          report({
            at: command.nameRange,
            message: `${program} with the large uid ${uid} writes login records of that length into the layer; ${
              program === 'useradd' ? 'add --no-log-init' : 'use useradd --no-log-init'}`,
            ...(fixable ? { fix: { kind: 'safe', changes: 'image', edits: [{ at: { start: end, end }, text: ' --no-log-init' }] } } : {}),
          });
        }
      },
    };
  },
  examples: [
    { good: 'FROM debian:12\nRUN useradd -u 10001 app && useradd --no-log-init --uid 1000700000 other && useradd -lmu 1000700001 third' },
    {
      bad: 'FROM debian:12\nRUN «useradd» -m -u 1000700000 app',
      fixed: 'FROM debian:12\nRUN useradd --no-log-init -m -u 1000700000 app',
      message: '1000700000',
    },
    { bad: 'FROM debian:12\nARG ID=123456\nRUN groupadd app && «useradd» --uid="$ID" -g app app', fixed: 'FROM debian:12\nARG ID=123456\nRUN groupadd app && useradd --no-log-init --uid="$ID" -g app app' },
    { good: 'FROM debian:12\nARG ID\nRUN useradd -u $ID app' },
    { good: 'FROM alpine:3.20\nRUN adduser -D -u 1000700000 app' },
  ],
});
