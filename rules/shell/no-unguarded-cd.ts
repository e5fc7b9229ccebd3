import { chainInstructions, defineRule, knownText, mentions, scriptOptionsAt, type Instruction, type RunInstruction, type ShellCommand, type ShellScript } from '../../src/rule';

/** Every image with a shell has these. */
const STANDARD = /^\/(?:(?:bin|dev|etc|home|lib|mnt|opt|proc|root|run|sbin|srv|sys|tmp|usr|var)(?:\/(?:bin|lib|local|sbin|share|src|tmp|local\/bin|local\/lib|local\/src|log|cache))?\/?)?$/;
const HARMLESS = /^(?:-|~|\.{1,2}(?:\/\.\.)*\/?)$/;

export default defineRule({
  summary: 'Let nothing run in the wrong directory when cd fails',
  why: `Behind \`cd dir;\` the next command runs even if the directory is not there: then it works in the directory before, where
\`rm -rf *\` or an install does harm. \`&&\` or \`|| exit 1\` stops instead.`,
  exceptions: 'Under `set -e`, and where the directory is certain to exist because WORKDIR, COPY or mkdir made it, nothing is reported.',
  severity: 'info',
  presets: { strict: {}, hadolint: { severity: 'warning' } },
  aliases: ['hadolint:SC2164'],
  controls: [],
  mentions: { RUN: ['cd', 'pushd'] },
  dockerfile: ({ model, shell, report }) => {
    function isUnguarded(script: ShellScript, command: ShellCommand): boolean {
      const { name, followedBy, failureHandled, decidesStatus, nestedShell } = command;
      if ((name !== 'cd' && name !== 'pushd') || failureHandled || decidesStatus || nestedShell !== null) return false;
      return (followedBy === ';' || followedBy === 'newline') && scriptOptionsAt(script, command).errexit === false;
    }

    function mayBeMissing(node: RunInstruction, makers: readonly ShellCommand[], command: ShellCommand): boolean {
      const target = command.words[1];
      if (target === undefined || command.words.length > 2) return false;
      if (target.value.startsWith('~') || target.value === '$HOME' || target.value === '"$HOME"') return false;
      if (!target.literal) return true;
      const path = withoutSlash(target.value);
      if (HARMLESS.test(path) || STANDARD.test(path)) return false;
      if (makers.some((earlier) => earlier.range.start < command.range.start && makes(earlier, path))) return false;
      return !path.startsWith('/') || !isMade(path, node);
    }

    /** By an instruction before this one. */
    function isMade(path: string, node: RunInstruction): boolean {
      const stage = model.stageOf(node);
      if (stage === null) return true;
      const { workdir } = model.stateAt(node);
      const current = workdir.from === 'instruction' ? knownText(workdir.value) : workdir.from === 'base' ? workdir.text : null;
      if (current !== null && isWithin(current, path)) return true;
      for (const instruction of chainInstructions(stage)) {
        const earlier = instruction.keyword === 'ONBUILD' ? (instruction.instruction ?? instruction) : instruction;
        if (earlier === node) break;
        if (createdBy(earlier).some((made) => made === null || isWithin(made, path))) return true;
        if (earlier.keyword === 'RUN' && mentions(model, earlier, path) && shell.commands(earlier).some((command) => makes(command, path))) return true;
      }
      return false;
    }

    /** Null for a directory that is not known. */
    function createdBy(instruction: Instruction): readonly (string | null)[] {
      switch (instruction.keyword) {
        case 'COPY':
        case 'ADD':
          return instruction.destination === null ? [] : [knownText(model.resolve(instruction.destination, instruction))];
        case 'WORKDIR':
          return instruction.path === null ? [] : [knownText(model.resolve(instruction.path, instruction))];
        case 'VOLUME':
          return instruction.paths.map((path) => knownText(model.resolve(path, instruction)));
        default:
          return [];
      }
    }

    return {
      RUN(node: RunInstruction) {
        if (!mentions(model, node, /\b(?:cd|pushd)\s/)) return;
        for (const script of shell.scripts(node)) {
          const makers = script.commands.filter(makesDirectories);
          for (const command of script.commands) {
            if (!isUnguarded(script, command) || !mayBeMissing(node, makers, command)) continue;
            const { end } = command.range;
            const isQuotable = script.origin !== 'exec-form' && !command.nesting.includes('nested-script');
            report({
              at: command.range,
              message: `If ${command.name ?? 'cd'} fails, what follows runs in the wrong directory; put && or || exit 1 behind it`,
              ...(isQuotable ? { fix: { kind: 'suggestion', changes: 'image', edits: [{ at: { start: end, end }, text: ' || exit 1' }] } } : {}),
            });
          }
        }
      },
    };
  },
  examples: [
    { good: 'FROM debian:12\nRUN cd /srv/app && make; make clean\nRUN cd /srv/app || exit 1; make\nRUN make; cd /srv/app' },
    { bad: 'FROM debian:12\nRUN «cd /srv/app»; make', fixed: 'FROM debian:12\nRUN cd /srv/app || exit 1; make', message: 'wrong directory' },
    { bad: 'FROM debian:12\nRUN <<EOF\n«cd app»\nmake\nEOF', fixed: 'FROM debian:12\nRUN <<EOF\ncd app || exit 1\nmake\nEOF' },
    { good: 'FROM debian:12\nRUN set -e; cd /srv/app; make\nSHELL ["/bin/bash", "-e", "-c"]\nRUN cd /srv/app; make' },
    {
      good: 'FROM debian:12\nCOPY . /srv/app/\nRUN cd /srv/app; make\nRUN mkdir -p /build; cd /build; make; cd ..; cd /tmp; make\nWORKDIR /app/a\nRUN cd /app; make',
      },
  ],
});

function makesDirectories({ name }: ShellCommand): boolean {
  return name === 'mkdir' || name === 'install';
}

function makes(command: ShellCommand, path: string): boolean {
  return makesDirectories(command) && command.words.some(({ value }) => value.startsWith('/') === path.startsWith('/') && isWithin(withoutSlash(value), path));
}

/** Whether one who has a directory has the other: it is that one, or one above it. */
function isWithin(directory: string, path: string): boolean {
  const plain = withoutSlash(directory);
  return plain === path || plain.startsWith(`${path}/`);
}

function withoutSlash(path: string): string {
  return path.replace(/(.)\/+$/, '$1');
}
