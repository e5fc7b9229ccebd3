import { accountCommands, defineRule, type AccountCommand, type RunInstruction } from '../../src/rule';

export default defineRule({
  summary: 'Give adduser all its answers',
  why: `adduser is made for people: on Debian it asks for a password and for the name and telephone number of the user, on Alpine for a
password. A build has no terminal, so the questions fail, warn, or end the build, depending on the version.`,
  exceptions: 'Accounts of services (`--system`, `-S`) and answers from a pipe or a here-document are not reported.',
  severity: 'warning',
  presets: { strict: {} },
  aliases: [],
  controls: [],
  mentions: { RUN: ['adduser'] },
  dockerfile: ({ model, shell, report }) => {
    /** Which adduser it is; null when the base does not tell. */
    function flavourAt(node: RunInstruction): Flavour | null {
      const base = model.stageOf(node)?.chain[0]?.base;
      const known = base?.kind === 'image' ? base.known : null;
      if (known?.distribution === 'alpine' || known?.shell === 'ash') return 'alpine';
      return known?.distribution === 'debian' || known?.distribution === 'ubuntu' || known?.shell === 'dash' ? 'debian' : null;
    }

    function judge(node: RunInstruction, asked: AccountCommand, flavour: Flavour): void {
      const { command, options, account } = asked;
      if (command.nameRange === null || isFed(asked)) return;
      const has = (...names: readonly string[]): boolean => options.some(({ name }) => names.includes(name));
      const missing = flavour === 'alpine'
        ? (has('-D', '--disabled-password') ? [] : ['-D'])
        : [
            ...(has('--disabled-password', '--disabled-login') ? [] : ['--disabled-password']),
            ...(has('--gecos', '--comment') ? [] : ['--gecos ""']),
          ];
      if (missing.length === 0) return;
      const { end } = command.nameRange;
      const quotable = node.command?.form === 'shell' && !command.nesting.includes('nested-script');
      report({
        at: command.nameRange,
        message: `adduser asks for ${flavour === 'debian' && missing.length === 1 && missing[0] !== '--disabled-password' ? 'the details' : 'the password'} of ${
          account.value}, and nobody answers in a build; add ${missing.join(' ')}`,
        ...(quotable ? { fix: { kind: 'suggestion', changes: 'image', edits: [{ at: { start: end, end }, text: ` ${missing.join(' ')}` }] } } : {}),
      });
    }

    return {
      RUN(node) {
        const calls = accountCommands(model, shell, node).filter(({ program, action, isSystem }) => program === 'adduser' && action === 'create' && !isSystem);
        if (calls.length === 0) return;
        const flavour = flavourAt(node);
        if (flavour !== null) for (const asked of calls) judge(node, asked, flavour);
      },
    };
  },
  examples: [
    { good: 'FROM debian:12\nRUN adduser --disabled-password --gecos "" app && adduser --system www && adduser app audio && useradd other' },
    {
      bad: 'FROM debian:12\nRUN «adduser» --home /app app',
      fixed: 'FROM debian:12\nRUN adduser --disabled-password --gecos "" --home /app app',
      message: '--disabled-password',
    },
    { bad: 'FROM alpine:3.20\nRUN «adduser» -u 1000 app', fixed: 'FROM alpine:3.20\nRUN adduser -D -u 1000 app', message: '-D' },
    { good: 'FROM alpine:3.20\nRUN adduser -D app && adduser -S -G www www && addgroup app www && printf "x\\nx\\n" | adduser ann' },
    { good: 'FROM unheard.example.org/x:1\nRUN adduser app' },
    { bad: 'FROM ubuntu:24.04\nRUN «adduser» --disabled-password app', fixed: 'FROM ubuntu:24.04\nRUN adduser --gecos "" --disabled-password app', message: 'details' },
  ],
});

type Flavour = 'alpine' | 'debian';

/** `yes |`, a here-document or a file gives the answers. */
function isFed({ command: { pipeline, range, redirects } }: AccountCommand): boolean {
  return pipeline.commands.some((member) => member.range.end <= range.start) || redirects.some(({ operator }) => operator.startsWith('<'));
}
