import { defineRule, mentions, type ReportedFix, type RunInstruction, type ShellCommand } from '../../src/rule';

export default defineRule({
  summary: 'Choose another shell with SHELL, not by replacing /bin/sh',
  why: `A link from /bin/sh to another shell changes every script of the image, those of the packages and of the entry point too, and
the next update of the package that owns /bin/sh may take it back. The SHELL instruction chooses the shell of the build and leaves
the image as its makers tested it.`,
  exceptions: 'An image without any /bin/sh needs a link; on a base that is known to have no shell this is not reported.',
  severity: 'warning',
  presets: { strict: {}, hadolint: { severity: 'warning' } },
  aliases: ['hadolint:DL4005', 'kics:8a301064'],
  controls: [],
  mentions: { RUN: ['ln'] },
  dockerfile: ({ model, shell, report }) => {
    function hasNoShell(node: RunInstruction): boolean {
      const base = model.stageOf(node)?.chain[0]?.base;
      return base?.kind === 'scratch' || (base?.kind === 'image' && base.known?.shell === 'none');
    }

    /** SHELL in place of a RUN that does nothing else. */
    function fixOf(node: RunInstruction, link: ShellCommand, program: string): ReportedFix | null {
      const only = shell.commands(node).every((command) => command === link || isRemoval(command));
      if (!only || node.heredocs.length > 0 || node.flags.length > 0 || node.command?.form === 'json') return null;
      return { kind: 'suggestion', changes: 'instructions', edits: [{ at: node.range, text: `SHELL ["${program}", "-c"]` }] };
    }

    return {
      RUN(node) {
        if (!mentions(model, node, /\bln\b/) || !mentions(model, node, '/bin/sh') || hasNoShell(node)) return;
        for (const command of shell.commands(node)) {
          const link = linkOf(command);
          if (link === null) continue;
          const fix = link.program === null ? null : fixOf(node, command, link.program);
          report({
            at: command.range,
            message: `The link replaces /bin/sh for the whole image; use ${
              link.program === null ? 'a SHELL instruction' : `SHELL ["${link.program}", "-c"]`} for the build instead`,
            ...(fix === null ? {} : { fix }),
          });
        }
      },
    };
  },
  examples: [
    { good: 'FROM debian:12\nSHELL ["/bin/bash", "-c"]\nRUN ln -s /bin/sh /usr/local/bin/shell && ln -s /bin/bash /bin/sh2' },
    {
      bad: 'FROM debian:12\nRUN rm /bin/sh && «ln -s /bin/bash /bin/sh»',
      fixed: 'FROM debian:12\nSHELL ["/bin/bash", "-c"]',
      message: 'SHELL ["/bin/bash", "-c"]',
    },
    { bad: 'FROM debian:12\nRUN apt-get update && «ln -sf bash /usr/bin/sh»' },
    { good: 'FROM scratch\nCOPY busybox /busybox\nRUN ["/busybox", "ln", "-s", "/busybox", "/bin/sh"]' },
  ],
});

interface Link {
  /** The shell it leads to; null when that is not written out. */
  readonly program: string | null;
}

function linkOf({ name, words }: ShellCommand): Link | null {
  if (name !== 'ln' && name !== '/bin/ln' && name !== '/usr/bin/ln') return null;
  const operands = words.slice(1).filter(({ value }) => !value.startsWith('-'));
  const [source, destination] = operands;
  if (operands.length !== 2 || source === undefined || !/^\/(?:usr\/)?bin\/sh$/.test(destination?.value ?? '')) return null;
  if (!source.literal) return { program: null };
  return { program: source.value.includes('/') ? source.value : `/bin/${source.value}` };
}

function isRemoval({ name, words }: ShellCommand): boolean {
  return (name === 'rm' || name === 'mv' || name === 'unlink') && words.some(({ value }) => value.endsWith('/bin/sh'));
}
