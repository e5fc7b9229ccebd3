import { defineRule, hasMount, knownText, mentions, removedPaths, removesPath, type RunInstruction, type ShellCommand, type ShellWord, type Value } from '../../src/rule';

/** Folders that a RUN goes to for scratch work, or to leave one that it deletes: no image wants to start there. */
const PASSING = /^\/(?:tmp|var\/tmp|dev\/shm)?\/*$/;

/** Instructions that work in the directory in force, or set it. */
const WORKS_SOMEWHERE: ReadonlySet<string> = new Set(['RUN', 'COPY', 'ADD', 'CMD', 'ENTRYPOINT', 'HEALTHCHECK', 'WORKDIR']);

export default defineRule({
  summary: 'Change the directory with WORKDIR rather than with cd',
  why: `A cd lasts until the end of its RUN, so the next RUN starts elsewhere and readers must carry the directory in their heads.
WORKDIR lasts, creates the directory, and shows in the image config.`,
  exceptions: `A cd is right where the RUN comes back, cleans the directory away, works in several directories, in a subshell, in a mount or in
\`/tmp\`, or leaves a WORKDIR of the file that is needed again afterwards; those are not reported.`,
  severity: 'info',
  presets: { strict: {}, hadolint: { severity: 'warning', options: { when: 'any-cd' } } },
  aliases: ['hadolint:DL3003', 'trivy:DS-0013', 'kics:f4a6bcd3', 'droast:DF008', 'dockerfile-doctor:DD045'],
  controls: [],
  mentions: { RUN: ['cd'] },
  options: {
    when: {
      type: 'string',
      enum: ['stays', 'any-cd'],
      default: 'stays',
      description: '`stays` reports a RUN that starts with cd and stays there; `any-cd` every RUN that calls cd.',
    },
  },
  dockerfile: ({ model, shell, options, report }) => {
    function judgeAny(node: RunInstruction): void {
      const command = shell.commands(node).find(isCd);
      if (command?.nameRange == null) return;
      report({ at: command.nameRange, message: 'cd changes the directory for this RUN only; use WORKDIR' });
    }

    function judge(node: RunInstruction): void {
      if (!mentions(model, node, 'cd')) return;
      const commands = shell.commands(node);
      const at = commands.findIndex(({ name }) => name !== 'set');
      const first = commands[at];
      const rest = commands.slice(at + 1);
      if (first === undefined || rest.length === 0 || !isCd(first) || !lasts(first)) return;
      const target = first.words[1];
      if (target === undefined || first.words.length > 2 || !isAbsolute(target, node) || PASSING.test(target.value)) return;
      if (rest.some((command) => leaves(command, target) || removes(command, target)) || hasMount(node, target.value)) return;
      const isThere = isWorkdir(target, node);
      if (!isThere && stepsOutOfWorkdir(target, node)) return;
      report({ at: { start: first.range.start, end: target.range.end }, message: isThere
        ? `${target.value} is the working directory already; drop the cd`
        : `The whole RUN works in ${target.value}; put ${node.trigger ? 'ONBUILD ' : ''}WORKDIR ${target.value} before it and drop the cd` });
    }

    /** Also with variables, if their values are known: then WORKDIR knows them too. */
    function isAbsolute({ value, literal, variables }: ShellWord, node: RunInstruction): boolean {
      if (literal) return value.startsWith('/');
      if (!/^(?:[^$`*?[{~\\]|\$\w+|\$\{\w+\})+$/.test(value)) return false;
      const texts = variables.map((name) => textOf(model.variable(name, node)));
      return !texts.includes(null) && (value.startsWith('$') ? texts[0]?.startsWith('/') === true : value.startsWith('/'));
    }

    function isWorkdir(target: ShellWord, node: RunInstruction): boolean {
      const { workdir } = model.stateAt(node);
      if (!target.literal || workdir.from === 'unknown') return false;
      const text = workdir.from === 'base' ? workdir.text : knownText(workdir.value);
      return text !== null && withoutSlash(text) === withoutSlash(target.value);
    }

    /** Whether the file itself set another directory, which what follows works in: it would have to be set again. */
    function stepsOutOfWorkdir(target: ShellWord, node: RunInstruction): boolean {
      const stage = model.stageOf(node);
      const { workdir } = model.stateAt(node);
      if (stage === null || workdir.from !== 'instruction') return false;
      // A relative one on an unknown base, which may well be the target.
      if (knownText(workdir.value) === null && target.value.endsWith(`/${workdir.instruction.path?.value ?? ''}`)) return false;
      const alike = node.trigger ? stage.instructions.flatMap((each) => (each.keyword === 'ONBUILD' && each.instruction !== null ? [each.instruction] : [])) : stage.instructions;
      const next = alike.slice(alike.indexOf(node) + 1).find(({ keyword }) => WORKS_SOMEWHERE.has(keyword));
      if (next !== undefined) return next.keyword !== 'WORKDIR' || !/^[/$]/.test(next.path?.value ?? '');
      return node.trigger || stage.isShipped || model.stages.some(({ chain }) => chain.slice(0, -1).includes(stage));
    }

    return { RUN: (node) => (options.when === 'any-cd' ? judgeAny(node) : judge(node)) };
  },
  examples: [
    { good: 'FROM debian:12\nRUN cd /src && make && cd - && make clean\nRUN (cd /src && make)\nRUN cd /src && make && rm -rf /src' },
    { bad: 'FROM debian:12\nRUN «cd /src» && make && make install', message: 'WORKDIR /src' },
    { good: 'FROM debian:12\nRUN curl -O https://example.org/a.tar && cd /opt && tar xf /a.tar\nRUN cd src && make\nRUN cd /tmp && curl -O https://example.org/b.tar' },
    { bad: 'FROM debian:12\nENV APP=app\nRUN set -e; «cd "/srv/$APP"» ; \\\n  # build it\n  make' },
    { bad: 'FROM debian:12\nWORKDIR /srv/app\nRUN «cd /srv/app/» && make', message: 'already' },
    { good: 'FROM debian:12\nWORKDIR /srv/app\nRUN cd /opt/tool && make install\nCOPY . .' },
    { good: 'FROM debian:12\nRUN cd /src\nRUN --mount=type=bind,target=/src cd /src && make' },
    { options: { when: 'any-cd' }, bad: 'FROM debian:12\nRUN make && «cd» src && make' },
  ],
});

function isCd({ name }: ShellCommand): boolean {
  return name === 'cd';
}

/** Whether what follows runs in the new directory, and only there. */
function lasts({ nesting, failureHandled, pipeline, followedBy }: ShellCommand): boolean {
  return nesting.length === 0 && !failureHandled && pipeline.commands.length === 1 && followedBy !== '&';
}

/** Whether a command changes to another directory; a second cd to the same one does not. */
function leaves({ name, words }: ShellCommand, directory: ShellWord): boolean {
  const [, target] = words;
  if (name === 'cd' && words.length === 2 && target?.literal === true && directory.literal) return withoutSlash(target.value) !== withoutSlash(directory.value);
  return name === 'cd' || name === 'pushd' || name === 'popd';
}

/** Whether a command removes the directory, one above it or all that is in it, so that it is no place to stay. */
function removes(command: ShellCommand, directory: ShellWord): boolean {
  if (directory.literal) return removesPath(command, directory.value) === true;
  return removedPaths(command).some(({ value }) => directory.value === value.replace(/\/+\*?$/, ''));
}

function textOf(value: Value): string | null {
  return value.kind === 'unset' ? null : knownText(value);
}

function withoutSlash(path: string): string {
  return path.replace(/(.)\/+$/, '$1');
}
