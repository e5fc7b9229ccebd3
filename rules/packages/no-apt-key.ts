import { baseName, defineRule, mentions, type RunInstruction } from '../../src/rule';

/** The first releases without the program. */
const FIRST_WITHOUT: Readonly<Record<string, number>> = { debian: 13, ubuntu: 25.04 };

export default defineRule({
  summary: 'Do not use apt-key',
  why: `A key that apt-key adds is trusted for every repository: whoever holds it can replace any package of the system. Debian 13 no longer has the
program at all. Put the key into a file of its own and name it with \`signed-by\` in the list of the one repository.`,
  severity: 'error',
  presets: { strict: {} },
  aliases: [],
  controls: [],
  mentions: { RUN: ['key'] },
  dockerfile: ({ model, shell, report }) => {
    /** The base certainly has no such program. */
    function isGone(node: RunInstruction): boolean {
      const [first] = model.stageOf(node)?.chain ?? [];
      const base = first?.base.kind === 'image' ? first.base.known : null;
      if (base === null) return false;
      const since = FIRST_WITHOUT[base.distribution ?? ''];
      return since !== undefined && base.release !== null && Number.parseFloat(base.release) >= since;
    }

    return {
      RUN(node: RunInstruction) {
        if (!mentions(model, node, 'apt-key')) return;
        const command = shell.commands(node).find(({ name }) => name !== null && baseName(name) === 'apt-key');
        if (command?.nameRange == null) return;
        const advice = 'save the key below /etc/apt/keyrings and name it with signed-by in the list of its repository';
        if (isGone(node)) report({ at: command.nameRange, message: `apt-key does not exist in this release; ${advice}` });
        else report({ at: command.nameRange, severity: 'warning', message: `apt-key trusts the key for every repository, and newer releases lack it; ${advice}` });
      },
    };
  },
  examples: [
    { good: 'FROM debian:12\nRUN curl -fsSL https://example.org/k.asc -o /etc/apt/keyrings/k.asc && echo "deb [signed-by=/etc/apt/keyrings/k.asc] https://example.org x main" > /etc/apt/sources.list.d/x.list' },
    { bad: 'FROM debian:13\nRUN curl -fsSL https://example.org/k.asc | «apt-key» add -', message: 'does not exist' },
    { bad: 'FROM debian:12\nRUN «apt-key» adv --keyserver keyserver.example.org --recv-keys ABC', severity: 'warning' },
    { bad: 'ARG BASE\nFROM $BASE\nRUN sudo «apt-key» add /k.asc', severity: 'warning' },
    { good: 'FROM debian:13\nRUN echo "no apt-key here"' },
  ],
});
