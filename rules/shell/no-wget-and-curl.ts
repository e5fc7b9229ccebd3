import { defineRule, mentions, type RunInstruction, type ShellCommand, type Stage } from '../../src/rule';

export default defineRule({
  summary: 'Use either wget or curl in a stage, not both',
  why: `The two do the same work. Whoever keeps both installs one program more, has two places for proxies, certificates and retries,
and two sets of options to remember.`,
  exceptions: 'A script of somebody else may insist on the other one; then both are needed.',
  severity: 'info',
  presets: { strict: {}, hadolint: { severity: 'warning', options: { report: 'each' } } },
  aliases: ['hadolint:DL4001', 'trivy:DS-0014', 'kics:fc775e75', 'droast:DF058'],
  controls: [],
  mentions: { RUN: ['curl', 'wget'] },
  options: {
    report: {
      type: 'string',
      enum: ['stage', 'each'],
      default: 'stage',
      description: '`stage` reports the first use of the second program, once in a stage; `each` every RUN from there on that runs either.',
    },
  },
  dockerfile: ({ model, shell, options, report }) => {
    /** What a stage has run so far; its triggers run elsewhere, together. */
    const seen = new Map<Stage, { readonly own: Set<Tool>; readonly triggers: Set<Tool> }>();

    function toolsBefore(node: RunInstruction): Set<Tool> | null {
      const stage = model.stageOf(node);
      if (stage === null) return null;
      const known = seen.get(stage) ?? { own: new Set(), triggers: new Set() };
      seen.set(stage, known);
      return node.trigger ? known.triggers : known.own;
    }

    return {
      RUN(node) {
        if (!mentions(model, node, /curl|wget/)) return;
        const before = toolsBefore(node);
        if (before === null) return;
        const hadBoth = before.size === 2;
        const uses = shell.commands(node).flatMap((command) => {
          const tool = toolOf(command);
          return tool === null ? [] : [{ tool, command }];
        });
        const first = before.values().next().value ?? uses[0]?.tool;
        for (const { tool } of uses) before.add(tool);
        if (before.size < 2 || (hadBoth && options.report === 'stage')) return;
        const second = uses.find(({ tool }) => tool !== first) ?? uses[0];
        if (second?.command.nameRange == null) return;
        const other = second.tool === 'curl' ? 'wget' : 'curl';
        report({ at: second.command.nameRange, message: `${second.tool} does here what ${other} does elsewhere in this stage; use one of them for both` });
      },
    };
  },
  examples: [
    { good: 'FROM debian:12\nRUN apt-get install -y wget libcurl4-openssl-dev curl\nRUN wget https://example.org/a' },
    { bad: 'FROM debian:12\nRUN curl -fO https://example.org/a\nRUN make && «wget» https://example.org/b\nRUN wget https://example.org/c', message: 'curl' },
    { good: 'FROM debian:12 AS a\nRUN curl -fO https://example.org/a\nFROM debian:12\nRUN wget https://example.org/b' },
    { bad: 'FROM debian:12\nRUN wget https://example.org/a; if true; then «curl» -fO https://example.org/b; fi' },
    {
      options: { report: 'each' },
      bad: 'FROM debian:12\nRUN curl -fO https://example.org/a\nRUN «wget» https://example.org/b\nRUN «wget» https://example.org/c\nRUN «curl» -fO https://example.org/d',
    },
  ],
});

type Tool = 'curl' | 'wget';

function toolOf({ name }: ShellCommand): Tool | null {
  if (name === 'curl' || name?.endsWith('/curl') === true) return 'curl';
  return name === 'wget' || name?.endsWith('/wget') === true ? 'wget' : null;
}
