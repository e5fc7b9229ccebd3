import {
  defineRule, isPredefinedArgument, sliceOf, wholeLines, type ArgInstruction, type Instruction, type Pair, type RunInstruction, type Stage,
} from '../../src/rule';

interface Declared {
  readonly node: ArgInstruction;
  readonly pair: Pair;
  /** Null above the first FROM. */
  readonly stage: Stage | null;
}

export default defineRule({
  summary: 'Remove arguments that nothing uses',
  why: `An ARG that nothing uses promises a switch that does nothing. Often it is what remains of a change, or a misspelt name, and whoever
gives it a value wonders why nothing happens.`,
  exceptions: `A program in a later RUN may read any argument from its environment; so an ARG in a stage counts as used as soon as
something runs that might. Arguments under \`build.args\` in the config count as used too.`,
  severity: 'off',
  presets: { strict: {} },
  aliases: [],
  controls: [],
  mentions: ['arg'],
  dockerfile: ({ model, shell, report }) => {
    /** By name; an entry is taken out by its first use. */
    const pending = new Map<string, Declared[]>();

    function declare(node: ArgInstruction, stage: Stage | null): void {
      for (const pair of node.pairs) {
        const name = pair.key.value;
        if (pair.value !== null) use(pair.value.raw, stage);
        // Declared again, it has the value of the first.
        useName(name, stage);
        if (isPredefinedArgument(name) || READ_BY_ITS_NAME.test(name) || Object.hasOwn(model.build.args, name)) continue;
        const list = pending.get(name);
        if (list === undefined) pending.set(name, [{ node, pair, stage }]);
        else list.push({ node, pair, stage });
      }
    }

    /** A stage built on a local one sees the arguments of that too. */
    function sees(stage: Stage | null, declared: Declared): boolean {
      return declared.stage === null || declared.stage === stage || stage?.base.kind === 'stage';
    }

    function useName(name: string, stage: Stage | null): void {
      const list = pending.get(name);
      if (list === undefined) return;
      const left = list.filter((each) => !sees(stage, each));
      if (left.length === 0) pending.delete(name);
      else pending.set(name, left);
    }

    function use(text: string, stage: Stage | null): void {
      if (!mayNamePending(text)) return;
      for (const [name] of text.matchAll(/[A-Za-z_]\w*/g)) useName(name, stage);
    }

    /** A cheap look before the text is taken apart; with many names that look would cost more. */
    function mayNamePending(text: string): boolean {
      if (pending.size > 10) return true;
      for (const name of pending.keys()) if (text.includes(name)) return true;
      return false;
    }

    function useAllOf(stage: Stage): void {
      for (const [name, list] of pending) {
        const left = list.filter((each) => each.stage === null || !sees(stage, each));
        if (left.length === 0) pending.delete(name);
        else pending.set(name, left);
      }
    }

    function mayReadEnvironment(node: RunInstruction): boolean {
      const commands = shell.commands(node);
      if (commands.length === 0 || shell.scripts(node).some(({ readable }) => !readable)) return true;
      return commands.some(({ name, words, wrapped }) => (name === null ? words.length > 0 : wrapped === null && !READS_NO_ARGUMENTS.has(name)));
    }

    function visit(node: Instruction, stage: Stage): void {
      if (node.keyword === 'ONBUILD' && node.instruction !== null) {
        // A trigger's own ARG belongs to another build, but what it mentions counts.
        use(node.instruction.argumentText, stage);
        for (const { bodyRange } of node.instruction.heredocs) use(sliceOf(model.source, bodyRange), stage);
        return;
      }
      if (node.keyword === 'ARG') return declare(node, stage);
      use(node.argumentText, stage);
      for (const { bodyRange } of node.heredocs) use(sliceOf(model.source, bodyRange), stage);
      if (node.keyword === 'RUN' && hasOwn(stage) && mayReadEnvironment(node)) useAllOf(stage);
    }

    function hasOwn(stage: Stage): boolean {
      for (const list of pending.values()) if (list.some((each) => each.stage !== null && sees(stage, each))) return true;
      return false;
    }

    return {
      end() {
        for (const node of model.globalArgs) declare(node, null);
        for (const stage of model.stages) {
          use(stage.from.argumentText, null);
          for (const node of stage.instructions) visit(node, stage);
        }
        for (const list of pending.values()) {
          for (const { node, pair } of list) {
            const alone = node.pairs.length === 1;
            report({
              at: pair.key.range,
              message: `Nothing uses the argument ${pair.key.value}; remove it, or use it`,
              ...(alone ? { fix: { kind: 'suggestion', changes: 'instructions', edits: [{ at: wholeLines(model.source, node.range), text: '' }] } } : {}),
            });
          }
        }
      },
    };
  },
  variants: { onbuild: { expect: 'skip', why: 'the arguments of a trigger belong to another build' } },
  examples: [
    { good: 'ARG TAG=3.20\nARG GLOBAL\nFROM alpine:${TAG}\nARG GLOBAL\nARG A=1 B=$A\nENV C=$B${GLOBAL}' },
    { good: 'FROM alpine:3.20 AS base\nARG GOFLAGS\nARG TARGETARCH\nARG HTTP_PROXY\nFROM base\nRUN ./build.sh' },
    { good: 'FROM alpine:3.20\nARG A\nARG B\nARG C\nRUN <<EOF\necho ${A}\nEOF\nCOPY --chown=$B x /x\nONBUILD RUN echo $C' },
    { build: { args: { A: null } }, good: 'FROM alpine:3.20\nARG A' },
    {
      bad: 'ARG «UNUSED»=1\nARG TAG=3.20\nFROM alpine:${TAG}\nARG «LATE»\nRUN mkdir /a && apk add --no-cache curl\nCMD ["a"]',
      fixed: 'ARG TAG=3.20\nFROM alpine:${TAG}\nRUN mkdir /a && apk add --no-cache curl\nCMD ["a"]',
      message: 'UNUSED',
    },
    { bad: 'FROM debian:12\nARG DEBIAN_FRONTEND=noninteractive\nARG A=1 «B»=2\nRUN apt-get install -y curl=$A' },
  ],
});

/** What package managers and their packages' scripts look for, and arguments that are there to make a build run anew. */
const READ_BY_ITS_NAME = /^(?:\w*(?:CACHE|BUST|REFRESH)\w*|DEBIAN_\w+|DEBCONF_\w+|APT_\w+|YUM\w*|DNF_\w+|ACCEPT_\w+|\w+_EULA|LANG|LANGUAGE|LC_\w+|TZ|PATH|HOME|USER|SHELL|TERM|TMPDIR|MAKEFLAGS|\w+FLAGS)$/i;

/** Programs that do what their arguments say; what they read from the environment is predefined or has other names. */
const READS_NO_ARGUMENTS: ReadonlySet<string> = new Set([
  'apk', 'apt-get', 'apt', 'dnf', 'microdnf', 'yum', 'addgroup', 'adduser', 'cat', 'cd', 'chmod', 'chown', 'cp', 'echo', 'groupadd', 'ln', 'ls', 'mkdir', 'mv',
  'printf', 'rm', 'rmdir', 'set', 'test', '[', 'touch', 'true', ':', 'tar', 'unzip', 'useradd', 'usermod', 'sha256sum', 'sed', 'grep',
]);
