import {
  baseName, chmodCommand, defineRule, mentions, readFileMode, removedPaths, type AddInstruction, type CopyInstruction, type RunInstruction, type ShellCommand,
} from '../../src/rule';

export default defineRule({
  summary: 'Do not put programs that raise privileges into the image',
  why: `A program with the setuid or setgid bit, or with file capabilities, runs with more rights than the user who starts it. Any
flaw in it makes a process of the container root, whatever USER says. Images are advised to have none.`,
  exceptions: `A capability to open ports below 1024 is often what lets a server run without root; it is reported as an info. Containers that
run with \`no-new-privileges\` ignore all of these.`,
  severity: 'warning',
  presets: { strict: {}, cis: {}, gc: {} },
  aliases: [],
  controls: ['cis-docker:4.8', 'gc:least-privilege'],
  mentions: ['chmod', 'setcap'],
  dockerfile: ({ model, shell, report }) => {
    function judge(command: ShellCommand, all: readonly ShellCommand[]): void {
      const asked = chmodCommand(command);
      if (asked !== null) {
        const { word, mode, targets } = asked;
        // The setgid bit of a folder only hands its group down; whether a path is one is known of programs alone.
        const target = targets.find(({ value }) => (mode.setuid || (mode.setgid && PROGRAM.test(value))) && !isRemoved(value, command, all) && !onFolders(command));
        if (target !== undefined) {
          report({ at: word.range, message: `chmod ${word.value} lets ${target.value} run with the rights of its ${mode.setuid ? 'owner' : 'group'}, whoever starts it; leave the bit out` });
        }
        return;
      }
      const [capabilities, target] = capabilitiesSet(command);
      if (capabilities === undefined || target === undefined || isRemoved(target.value, command, all)) return;
      report({
        at: capabilities.range,
        ...(/^(?:cap_net_bind_service)[=+]+[eip]+$/i.test(capabilities.value) ? { severity: 'info' } : {}),
        message: `setcap gives ${target.value} ${capabilities.value}, whoever starts it; grant the capability to the container instead`,
      });
    }

    function judgeCopy(node: CopyInstruction | AddInstruction): void {
      const value = node.flags.find(({ name }) => name === 'chmod')?.value ?? null;
      if (value === null || model.stageOf(node)?.isShipped !== true) return;
      const mode = readFileMode(value.value);
      if ( mode === null || !(mode.setuid || (mode.setgid && PROGRAM.test(node.destination?.value ?? '')))) return;
      report({ at: value.range, message: `--chmod=${value.value} lets what is copied run with the rights of its ${mode.setuid ? 'owner' : 'group'}, whoever starts it; leave the bit out` });
    }

    return {
      RUN(node: RunInstruction) {
        if (!mentions(model, node, /chmod|setcap/) || model.stageOf(node)?.isShipped !== true) return;
        const commands = shell.commands(node);
        for (const command of commands) judge(command, commands);
      },
      COPY: judgeCopy,
      ADD: judgeCopy,
    };
  },
  examples: [
    { good: 'FROM debian:12\nRUN chmod u-s /usr/bin/su && chmod 0755 /usr/bin/tool && chmod 2775 /srv/shared && setcap -r /usr/bin/ping' },
    { bad: 'FROM debian:12\nRUN make install && chmod «4755» /usr/bin/tool', message: '/usr/bin/tool' },
    { bad: 'FROM debian:12\nRUN chmod «u+s» "$(which ping)" && chmod «g+s» /usr/local/bin/wall' },
    { bad: 'FROM debian:12\nRUN setcap «cap_net_raw+ep» /usr/bin/tool', message: 'cap_net_raw' },
    { bad: 'FROM debian:12\nRUN setcap «cap_net_bind_service=+ep» /usr/bin/server', severity: 'info' },
    { bad: 'FROM debian:12\nCOPY --chmod=«4755» tool /usr/bin/' },
    { good: 'FROM debian:12 AS build\nRUN chmod u+s /a\nFROM debian:12\nRUN find / -type d -exec chmod g+s {} +' },
  ],
});

const PROGRAM = /^\/(?:usr\/(?:local\/)?)?s?bin\/[^/]/;

function isRemoved(path: string, { range }: ShellCommand, all: readonly ShellCommand[]): boolean {
  return all.some((later) => later.range.start > range.start && removedPaths(later).some(({ value }) => value === path));
}

/** `find -type d -exec chmod …` */
function onFolders({ wrapper }: ShellCommand): boolean {
  return wrapper?.name === 'find' && wrapper.words.some(({ value }, index) => value === '-type' && wrapper.words[index + 1]?.value === 'd');
}

/** Capabilities and file of `setcap cap_x+ep file`; none when it takes them away or asks. */
function capabilitiesSet({ name, words }: ShellCommand): readonly ShellCommand['words'][number][] {
  if (name === null || baseName(name) !== 'setcap' || words.some(({ value }) => value === '-r' || value === '-v')) return [];
  const operands = words.slice(1).filter(({ value }) => !value.startsWith('-'));
  return /cap_|^all/i.test(operands[0]?.value ?? '') ? operands : [];
}
