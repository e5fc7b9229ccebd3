import { defineRule, type Instruction } from '../../src/rule';

export default defineRule({
  summary: 'Write all instruction keywords in capitals, or all of them small',
  why: `The builder takes either, but a file that mixes them is hard to scan, and a small \`run\` between arguments is easily
overlooked. What most keywords of the file have decides; capitals, as in all documentation, win a tie.`,
  severity: 'info',
  presets: { strict: {}, buildkit: { severity: 'warning' } },
  aliases: [
    'buildkit:ConsistentInstructionCasing', 'dockerfilelint:uppercase_commands', 'dockerfile-utils:CASING_INSTRUCTION', 'droast:DF076',
    'dockerfile-doctor:DD071',
  ],
  controls: [],
  dockerfile: ({ model, report }) => ({
    end() {
      // Most files are settled by this; a trigger has a keyword of its own.
      if (model.document.instructions.every((node) => node.keyword !== 'ONBUILD' && isCapital(node))) return;
      // An ARG above the first FROM belongs to no stage and does not count.
      const counted = model.stages.flatMap(({ from, instructions }) => [from, ...instructions]).filter(isKnown);
      const wanted = counted.filter(isSmall).length > counted.filter(isCapital).length ? 'small' : 'capital';
      for (const outer of counted) {
        const inner = outer.keyword === 'ONBUILD' ? outer.instruction : null;
        for (const node of inner === null || !isKnown(inner) ? [outer] : [outer, inner]) {
          if (wanted === 'small' ? isSmall(node) : isCapital(node)) continue;
          const right = wanted === 'small' ? node.keyword.toLowerCase() : node.keyword;
          // A continuation inside the keyword is better seen to by a person.
          const whole = node.keywordRange.end - node.keywordRange.start === node.keywordText.length;
          report({
            at: node.keywordRange,
            message: `${node.keywordText} differs from the other keywords of this file; write ${right}`,
            ...(whole ? { fix: { kind: 'safe', edits: [{ at: node.keywordRange, text: right }] } } : {}),
          });
        }
      }
    },
  }),
  variants: {
    'lower-case': { expect: 'silent', why: 'then all keywords are small' },
    onbuild: { expect: 'skip', why: 'every ONBUILD is one more keyword, which may change what most are' },
  },
  examples: [
    { good: 'FROM alpine:3.20 as build\nRUN a\nHEALTHCHECK none' },
    { good: 'ARG V=1\nfrom alpine:3.20\nrun a\nonbuild run b' },
    { bad: 'FROM alpine:3.20\n«run» a\nCMD b', fixed: 'FROM alpine:3.20\nRUN a\nCMD b', message: 'write RUN' },
    { bad: 'from alpine:3.20\nrun a\n«CMD» b', fixed: 'from alpine:3.20\nrun a\ncmd b' },
    { bad: 'FROM alpine:3.20\n«cmd» b', fixed: 'FROM alpine:3.20\nCMD b' },
    { bad: '«From» alpine:3.20\n«Run» a\nONBUILD «run» b' },
  ],
});

function isKnown(node: Instruction): boolean {
  return node.keyword !== 'UNKNOWN';
}

function isSmall({ keyword, keywordText }: Instruction): boolean {
  return keywordText === keyword.toLowerCase();
}

function isCapital({ keyword, keywordText }: Instruction): boolean {
  return keywordText === keyword;
}
