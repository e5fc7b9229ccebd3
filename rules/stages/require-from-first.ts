import { defineRule, frontendOf, nearestName, type Instruction } from '../../src/rule';

export default defineRule({
  summary: 'Begin with FROM; only ARG may stand above it',
  why: `Every instruction but ARG changes an image, and before the first FROM there is none. The builder stops at such a line, and
at a file without FROM.`,
  exceptions: 'A custom frontend named by `# syntax=` may have an order of its own; there the rule is silent.',
  severity: 'error',
  presets: { strict: {}, hadolint: {} },
  aliases: ['hadolint:DL3061', 'tally:require-stages', 'dockerfilelint:from_first', 'dockerfile-utils:NO_SOURCE_IMAGE', 'droast:DF037'],
  controls: [],
  dockerfile: ({ model, report }) => ({
    end() {
      const { orphans, stages, globalArgs, source } = model;
      if (orphans.length === 0 && stages.length > 0) return;
      if (frontendOf(model.syntax).kind === 'custom') return;
      // An unknown word there is told of already, and may well be a misspelt FROM.
      if (orphans.some(isMisspeltFrom)) return;
      const misplaced = orphans.filter(({ keyword }) => keyword !== 'UNKNOWN');
      if (stages.length > 0) {
        for (const { keyword, keywordRange } of misplaced) report({ at: keywordRange, message: `${keyword} stands above the first FROM, where there is no image yet; move it below` });
        return;
      }
      const first = misplaced[0] ?? globalArgs[0];
      if (first === undefined && orphans.length > 0) return;
      const start = source.bomLength;
      report({ at: first?.keywordRange ?? { start, end: start }, message: 'The file has no FROM, so there is nothing to build on; add one at the top' });
    },
  }),
  variants: { onbuild: { expect: 'skip', why: 'an instruction above the first FROM is misplaced with ONBUILD too' } },
  examples: [
    { good: '# syntax=docker/dockerfile:1\n# a comment\nARG TAG=3.20\nFROM alpine:${TAG}\nRUN true' },
    { good: '# syntax=example.org/own/frontend:1\nRUN true' },
    { good: 'FORM alpine:3.20\nRUN true' },
    { bad: '«RUN» true\nARG TAG=3.20\n«ENV» A=1\nFROM alpine:${TAG}', message: 'above the first FROM' },
    { bad: 'ARG TAG=3.20\n«RUN» true\nCMD ["a"]', message: 'no FROM' },
  ],
});

function isMisspeltFrom({ keyword, keywordText }: Instruction): boolean {
  return keyword === 'UNKNOWN' && nearestName(keywordText, ['FROM']) !== null;
}
