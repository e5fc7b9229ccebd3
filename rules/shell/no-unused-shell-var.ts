import { defineRule, mentions, type RunInstruction, type ShellScript } from '../../src/rule';

/** The shell itself, or the C library, reads these. */
const SPECIAL = /^(?:_.*|PATH|IFS|HOME|PWD|OLDPWD|CDPATH|PS\d|ENV|BASH_ENV|OPTIND|OPTERR|LANG|LANGUAGE|LC_\w+|TERM|TZ|SHELL|HISTFILE|FUNCNEST|TIMEFORMAT|POSIXLY_CORRECT|GLOBIGNORE|REPLY)$/;
const OPAQUE = /^(?:\.|source|eval)$/;

export default defineRule({
  summary: 'Set no shell variable that the RUN never reads',
  why: `A variable that is set without \`export\` is seen by the shell of this RUN only: programs do not get it, and the next RUN does not
either. Mostly the \`export\` is missing, or the name is written differently where it is read.`,
  exceptions: 'One that is exported, or that ENV or ARG declares, is never reported, nor is any in a RUN that sources a file.',
  severity: 'off',
  presets: { hadolint: { severity: 'warning' } },
  aliases: ['hadolint:SC2034'],
  controls: [],
  dockerfile: ({ model, shell, report }) => {
    function judge(node: RunInstruction, script: ShellScript): void {
      if (script.commands.some(({ name, words }) => name !== null && (OPAQUE.test(name) || (name === 'set' && words.some(({ value }) => /^-\w*a|allexport/.test(value)))))) return;
      const setters = script.commands.filter(({ words }) => words.length === 0).flatMap(({ assignments }) => assignments);
      const names = new Set(setters.map(({ name }) => name));
      for (const name of names) {
        if (SPECIAL.test(name) || isEnvironment(name, node)) continue;
        const own = setters.filter((setter) => setter.name === name);
        const [first] = own;
        if (first === undefined || occurrences(script.text.text, name) > own.length) continue;
        report({ at: { start: first.range.start, end: first.range.start + name.length }, message: `${name} is set but never read in this RUN; export it if a program needs it, else remove it` });
      }
    }

    function isEnvironment(name: string, node: RunInstruction): boolean {
      if (model.settersOf(name, node).length > 0) return true;
      const base = model.stageOf(node)?.chain[0]?.base;
      const environment = base?.kind === 'image' ? base.known?.environment : null;
      return environment != null && Object.hasOwn(environment, name);
    }

    return {
      RUN(node: RunInstruction) {
        if (node.trigger || !mentions(model, node, /(?:^|[\s;&|(])[A-Za-z_]\w*\+?=/)) return;
        const [script] = shell.scripts(node);
        if (script !== undefined) judge(node, script);
      },
    };
  },
  variants: { onbuild: { expect: 'silent', why: 'the image that is built from this one may have the variable in its environment' } },
  examples: [
    { good: 'FROM debian:12\nRUN version=1.2 && curl -O "https://example.org/$version.tar"\nRUN A=b make && export C=d && make' },
    { bad: 'FROM debian:12\nRUN «DEBIAN_FRONTEND»=noninteractive && apt-get install -y tzdata', message: 'export' },
    { bad: 'FROM debian:12\nRUN «version»=1.2; version=1.3; make' },
    { good: 'FROM debian:12\nARG A\nRUN A=b && make\nRUN B=c; . ./build.sh\nRUN set -a; C=d; make\nRUN D=e; export D; make\nRUN F=g; echo $((F + 1))\nRUN PATH=/x; make' },
  ],
});

/** As a word of its own, so that whatever the text does with it counts. */
function occurrences(text: string, name: string): number {
  return [...text.matchAll(new RegExp(`(?<![\\w])${name}(?!\\w)`, 'g'))].length;
}
