import { defineRule, type RunInstruction, type Stage } from '../../src/rule';

/** Nothing of these changes what a RUN finds or does. */
const WITHOUT_EFFECT: ReadonlySet<string> = new Set(['LABEL', 'EXPOSE', 'CMD', 'ENTRYPOINT', 'HEALTHCHECK', 'STOPSIGNAL', 'MAINTAINER', 'VOLUME', 'ONBUILD']);

export default defineRule({
  summary: 'Do not write the same RUN twice in a row',
  why: 'The second one does what is done already, and adds a layer. Mostly it is left over from copying or from a merge.',
  exceptions: 'A step that is repeated in another directory, as another user or with another environment is not reported.',
  severity: 'off',
  presets: { strict: {} },
  aliases: ['dockerfile-doctor:DD065'],
  controls: [],
  dockerfile: ({ report }) => {
    function judge(stage: Stage): void {
      let before: RunInstruction | null = null;
      for (const node of stage.instructions) {
        if (WITHOUT_EFFECT.has(node.keyword)) continue;
        if (node.keyword !== 'RUN') {
          before = null;
          continue;
        }
        if (before !== null && node.heredocs.length === 0 && haveSameText(before, node)) {
          report({ at: node.keywordRange, message: 'This RUN repeats the one before it; remove it' });
        }
        before = node;
      }
    }

    return { stage: judge };
  },
  variants: { onbuild: { expect: 'silent', why: 'triggers are not steps of this stage' }, heredoc: { expect: 'silent', why: 'heredocs are not compared' } },
  examples: [
    { good: 'FROM debian:12\nRUN make\nWORKDIR /b\nRUN make\nENV A=b\nRUN make\nUSER app\nRUN make' },
    { bad: 'FROM debian:12\nRUN apt-get update \\\n  && apt-get install -y git\nLABEL a=b\n«RUN» apt-get update && apt-get install -y git' },
    { good: 'FROM debian:12 AS a\nRUN make\nFROM debian:12\nRUN make' },
  ],
});

/** But for its blanks. */
function haveSameText({ argumentText: one }: RunInstruction, { argumentText: other }: RunInstruction): boolean {
  return /^\S*/.exec(one)?.[0] === /^\S*/.exec(other)?.[0] && one.replace(/\s+/g, ' ') === other.replace(/\s+/g, ' ');
}
