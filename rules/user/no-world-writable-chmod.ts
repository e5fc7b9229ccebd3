import {
  chmodCommand, defineRule, hasMount, mentions, readFileMode, removedPaths, removesPath,
  type AddInstruction, type ChmodCommand, type CopyInstruction, type ReportedFix, type RunInstruction, type ShellCommand, type ShellWord, type Word,
} from '../../src/rule';

export default defineRule({
  summary: 'Do not let everybody write to a path of the image',
  why: `What everybody may write, any process in the container may replace: a program that another user runs next, a script, a
configuration. A group is enough for an image that runs as an arbitrary user: give the path to group 0 and let the group write
(\`chgrp -R 0\`, \`chmod -R g=u\`).`,
  exceptions: 'A folder for scratch files that is open to all wants the sticky bit (`1777`), which passes. A shared folder of tools in a development image may be meant.',
  severity: 'info',
  presets: { strict: { severity: 'warning' }, gc: {} },
  aliases: ['tally:world-writable-state-path-workaround', 'droast:DF034', 'dockerfile-doctor:DD050'],
  controls: ['gc:least-privilege'],
  mentions: ['chmod'],
  dockerfile: ({ model, shell, report }) => {
    function judge(node: RunInstruction, command: ShellCommand, later: readonly ShellCommand[]): void {
      const asked = openingChmod(command);
      if (asked === null) return;
      if (later.length > MOST_REMOVALS) return;
      const kept = asked.targets.find((target) => stays(node, target, later));
      if (kept === undefined) return;
      const fix = narrower(asked.word);
      report({
        at: asked.word.range,
        message: `chmod ${asked.word.value} lets everybody write to ${kept.value}; give it an owner or a group instead`,
        ...(fix === null ? {} : { fix }),
      });
    }

    /** It is in the image when the RUN ends. */
    function stays(node: RunInstruction, target: ShellWord, later: readonly ShellCommand[]): boolean {
      if (target.value.startsWith('/dev/') || hasMount(node, target.value)) return false;
      if (later.some((command) => removedPaths(command).some(({ value }) => value === target.value))) return false;
      return !target.value.startsWith('/') || later.every((command) => removesPath(command, target.value) === false);
    }

    function judgeCopy(node: CopyInstruction | AddInstruction): void {
      const flag = node.flags.find(({ name }) => name === 'chmod');
      if (flag?.value == null || !isShipped(node)) return;
      const mode = readFileMode(flag.value.value);
      if (mode === null || !mode.othersWrite || mode.sticky) return;
      const fix = narrower(flag.value);
      report({
        at: flag.value.range,
        message: `--chmod=${flag.value.value} lets everybody write to ${node.destination?.value ?? 'what is copied'}; give it an owner with --chown instead`,
        ...(fix === null ? {} : { fix }),
      });
    }

    function isShipped(node: RunInstruction | CopyInstruction | AddInstruction): boolean {
      return model.stageOf(node)?.isShipped === true;
    }

    return {
      RUN(node) {
        if (!mentions(model, node, 'chmod') || !isShipped(node)) return;
        const commands = shell.commands(node);
        if (!commands.some((command) => openingChmod(command) !== null)) return;
        const removals = commands.filter((command) => removedPaths(command).length > 0);
        let next = 0;
        for (const command of commands) {
          while ((removals[next]?.range.start ?? Infinity) <= command.range.start) next += 1;
          judge(node, command, removals.slice(next, next + MOST_REMOVALS + 1));
        }
      },
      COPY: judgeCopy,
      ADD: judgeCopy,
    };
  },
  examples: [
    { good: 'FROM debian:12\nRUN chmod 1777 /scratch && chmod -R 775 /srv && chmod +w /a && chmod a+rx /b && chmod -R g=u,o-w /c' },
    { bad: 'FROM debian:12\nRUN mkdir /data && chmod -R «777» /data', fixed: 'FROM debian:12\nRUN mkdir /data && chmod -R 775 /data', message: '/data' },
    { bad: 'FROM debian:12\nRUN chmod «a+rwx» /srv && find /opt -type f -exec chmod «0666» {} +', fixed: 'FROM debian:12\nRUN chmod ug+rwx,o+rx /srv && find /opt -type f -exec chmod 0664 {} +' },
    { bad: 'FROM debian:12\nCOPY --chmod=«777» run.sh /', fixed: 'FROM debian:12\nCOPY --chmod=775 run.sh /' },
    { good: 'FROM debian:12 AS build\nRUN chmod 777 /src\nFROM debian:12\nRUN chmod 777 /tmp/a && /tmp/a && rm -rf /tmp/a' },
  ],
});

/** A script with more of them was written by a program; to follow them for each path would take too long. */
const MOST_REMOVALS = 50;

/** A chmod that lets everybody write, without the sticky bit. */
function openingChmod(command: ShellCommand): ChmodCommand | null {
  const asked = chmodCommand(command);
  return asked !== null && asked.mode.othersWrite && !asked.mode.sticky ? asked : null;
}

/** The same without the right of everybody to write; null where that is not one plain change. */
function narrower({ raw, range }: Word | ShellWord): ReportedFix | null {
  const octal = /^([0-7]*)([2367])$/.exec(raw);
  const all = /^a\+([rwxX]+)$/.exec(raw);
  const rest = all?.[1]?.replace('w', '') ?? '';
  const text = octal !== null ? `${octal[1] ?? ''}${Number(octal[2]) - 2}` : all !== null ? `ug+${all[1] ?? ''}${rest === '' ? '' : `,o+${rest}`}` : null;
  return text === null ? null : { kind: 'suggestion', changes: 'image', edits: [{ at: range, text }] };
}
