import {
  chainInstructions, defineRule, imageName, lineEndOf, mentions, startCommand, type BaseImage, type CmdInstruction, type EntrypointInstruction, type Instruction,
  type ReportedFix, type Stage,
} from '../../src/rule';

export default defineRule({
  summary: 'Give the image a user that is not root',
  why: `Without a USER the image runs as whatever its base runs as, and nearly every base runs as root. A process that is root in
the container is root towards every mounted volume and one bug away from root on the host.`,
  exceptions: `Base, development and CI images are built upon rather than run; suppress it there, or where an entry point drops
its privileges itself. It is an info only on a base that Plimsoll does not know, where no program is started (no CMD or ENTRYPOINT,
or only a shell or the prompt of a language), and where gosu or its like is seen here or is known to be in the entry point of the base.`,
  severity: 'warning',
  presets: { strict: {}, cis: {}, nist: {}, gc: {} },
  aliases: [
    'trivy:DS-0002', 'checkov:CKV_DOCKER_3', 'kics:fd54f200', 'dockle:CIS-DI-0001', 'droast:DF020', 'dockerfile-doctor:DD008',
    'dockerfile_lint:sample:required_USER',
  ],
  controls: ['cis-docker:4.1', 'nist-800-190:4.1.2', 'gc:least-privilege'],
  dockerfile: ({ model, shell, report }) => {
    function judge(stage: Stage): void {
      const at = stage.from.image?.range;
      const { user, os } = model.stateAfter(stage);
      if (at === undefined || user.from === 'instruction' || os === 'windows') return;
      const { base } = stage.chain[0] ?? stage;
      const known = base.kind === 'image' ? base.known : null;
      const isRoot = base.kind === 'scratch' ? true : (known?.runsAsRoot ?? null);
      if (isRoot === false) return;
      const name = baseName(stage);
      if (isRoot === null) {
        return report({
          at,
          severity: 'info',
          message: `No USER is set, and whether ${name} runs as root cannot be told; set a USER, or suppress this if the base sets one`,
        });
      }

      const instructions = chainInstructions(stage);
      if (known?.dropsRoot === true && !instructions.some(({ keyword }) => keyword === 'ENTRYPOINT')) {
        return report({
          at,
          severity: 'info',
          message: `No USER is set, so the image starts as root like ${name}, whose entry point drops it; set a USER if nothing needs root before that`,
        });
      }
      const certain = startsProgram(stage) && !instructions.some(dropsPrivileges);
      const fix = certain && known !== null ? fixOf(stage, known) : null;
      const noAccounts = base.kind === 'scratch' || known?.shell === 'none';
      report({
        at,
        ...(certain ? {} : { severity: 'info' }),
        message: `No USER is set, so the image runs as root${base.kind === 'scratch' ? '' : ` like ${name}`}; ${
          noAccounts ? 'set USER to a number, such as 65532' : 'create an account and name it in USER'}`,
        ...(fix === null ? {} : { fix }),
      });
    }

    function startsProgram(stage: Stage): boolean {
      const { entrypoint, command } = startCommand(stage);
      if (command !== null && isIdle(command)) return false;
      return [entrypoint, command].some((node) => node !== null && !isEmpty(node) && !isIdle(node));
    }

    function isEmpty({ command }: CmdInstruction | EntrypointInstruction): boolean {
      return command?.form === 'json' && command.elements.length === 0;
    }

    function isIdle(node: CmdInstruction | EntrypointInstruction): boolean {
      const [only, ...others] = shell.commands(node);
      return only !== undefined && others.length === 0 && IDLE.test(only.words.map(({ value }) => value).join(' '));
    }

    /** A program that changes the user at run time is installed, copied or called. */
    function dropsPrivileges({ range }: Instruction): boolean {
      return /\b(?:gosu|su-exec|setpriv|runuser|s6-setuidgid|chpst)\b|\bchroot\s+--userspec/.test(model.source.text.slice(range.start, range.end));
    }

    function addsAccount(node: Instruction): boolean {
      if (node.keyword !== 'RUN' || !mentions(model, node, /useradd|adduser/)) return false;
      return shell.commands(node).some(({ name }) => name === 'useradd' || name === 'adduser');
    }

    /** The account and its USER, behind everything that may need root; null where it is not plain how to create it. */
    function fixOf(stage: Stage, known: BaseImage): ReportedFix | null {
      const lines = accountLines(known);
      if (lines === null || model.stateAfter(stage).shell.instruction !== null || chainInstructions(stage).some(addsAccount)) return null;
      const last = stage.instructions.filter(({ keyword }) => !SETTINGS.has(keyword)).at(-1) ?? stage.from;
      if (last.keyword === 'UNKNOWN') return null;
      const lineEnd = lineEndOf(model.source);
      return { kind: 'suggestion', changes: 'image', edits: [{ at: { start: last.range.end, end: last.range.end }, text: lines.map((line) => lineEnd + line).join('') }] };
    }

    return { end: () => model.outputs.forEach(judge) };
  },
  variants: { onbuild: { expect: 'skip', why: 'a USER or CMD inside ONBUILD belongs to the child image' } },
  examples: [
    { good: 'FROM debian:12\nRUN useradd app\nUSER app\nCMD ["app"]' },
    { bad: 'FROM «debian:12»\nCOPY app /app\nCMD ["/app"]', message: 'like debian:12', fixed: 'FROM debian:12\nCOPY app /app\nRUN useradd --create-home app\nUSER app\nCMD ["/app"]' },
    { bad: 'FROM «debian:12»\nRUN make', severity: 'info' },
    { bad: 'FROM «debian:12»\nENTRYPOINT ["/entrypoint.sh"]\nCMD ["python3"]', severity: 'info' },
    { bad: 'FROM «debian:12»\nRUN apt-get install -y gosu\nENTRYPOINT ["/entrypoint.sh"]', severity: 'info' },
    { bad: 'FROM «registry.example.org/team/base:1»\nCMD ["app"]', severity: 'info', message: 'cannot be told' },
    { good: 'FROM gcr.io/distroless/static-debian12:nonroot\nCMD ["/app"]' },
    { good: 'FROM debian:12 AS base\nUSER 1000\nFROM base\nCMD ["app"]' },
    { good: 'FROM mcr.microsoft.com/windows/nanoserver:ltsc2022\nCMD ["app.exe"]' },
  ],
});

/** Keeps a container open for people: a shell, or the prompt of a language. */
const IDLE = /^(?:\/(?:usr\/)?(?:local\/)?bin\/)?(?:(?:(?:ba|da|a|z)?sh)(?: -l)?|sleep inf(?:inity)?|tail -f \/dev\/null|jshell|node|nodejs|python[23]?(?:\.\d+)?|pypy3?|irb|R|julia|iex|erl|ghci|php -a)$/;

/** What stands behind the last step that may need root. */
const SETTINGS: ReadonlySet<Instruction['keyword']> = new Set(['ARG', 'CMD', 'ENTRYPOINT', 'ENV', 'EXPOSE', 'HEALTHCHECK', 'LABEL', 'MAINTAINER', 'STOPSIGNAL', 'VOLUME']);

function accountLines({ name, shell }: BaseImage): readonly string[] | null {
  if (name === 'node') return ['USER node'];
  if (shell === 'dash') return ['RUN useradd --create-home app', 'USER app'];
  return shell === 'ash' ? ['RUN adduser -D app', 'USER app'] : null;
}

function baseName({ chain, from }: Stage): string {
  const base = chain[0]?.base;
  if (base?.kind === 'context') return base.name;
  const reference = base?.kind === 'image' || base?.kind === 'unknown' ? base.reference : null;
  return reference === null ? (chain[0]?.from.image?.value ?? from.image?.value ?? 'its base') : imageName(reference);
}
