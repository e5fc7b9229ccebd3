import {
  defineRule, frontendOf, mayKnowMore, nearestName, PLATFORM_ARGUMENTS, positionAt, sliceOf, variableReferences, type FromInstruction, type VariableReference,
  type Word,
} from '../../src/rule';

export default defineRule({
  summary: 'Declare the variables of FROM above the first FROM',
  why: `FROM sees only the ARGs above the first FROM, and the platform arguments of the builder. Any other variable is empty there, also
when the build command gives it: the build stops, or goes on with another image than was meant.`,
  severity: 'error',
  presets: { strict: {}, buildkit: { severity: 'warning' } },
  aliases: ['buildkit:UndefinedArgInFrom', 'dockerfile-utils:BASE_NAME_EMPTY', 'droast:DF086'],
  controls: [],
  dockerfile: ({ model, report }) => {
    let globals: ReadonlySet<string> | null = null;

    function judge(node: FromInstruction, word: Word): void {
      if (!word.raw.includes('$')) return;
      globals ??= new Set(model.globalArgs.flatMap(({ pairs }) => pairs.map(({ key }) => key.value)));
      for (const reference of variableReferences(word, node, model.document.escape)) {
        if (globals.has(reference.name) || PLATFORM_ARGUMENTS.has(reference.name)) continue;
        const isLowered = /^\$\{\w+:?-/.test(sliceOf(model.source, reference.range)) || mayKnowMore(frontendOf(model.syntax));
        report({
          at: reference.range,
          message: `No ARG above the first FROM declares ${reference.name}, so it is empty here; ${adviceFor(reference, [...globals])}`,
          ...(isLowered ? { severity: 'info' as const } : {}),
        });
      }
    }

    function adviceFor({ name, range }: VariableReference, declared: readonly string[]): string {
      const meant = nearestName(name, declared.slice(0, 100)) ?? nearestName(name, PLATFORM_ARGUMENTS);
      if (meant !== null) return `${meant} may be meant`;
      const line = lineOfLocalArg(name, range.start);
      return line === null ? `add ARG ${name} there` : `the one in line ${line} belongs to a stage, so add ARG ${name} above the first FROM`;
    }

    function lineOfLocalArg(name: string, before: number): number | null {
      for (const node of model.document.instructions) {
        if (node.range.start > before) return null;
        if (node.keyword === 'ARG' && node.pairs.some(({ key }) => key.value === name)) return positionAt(model.source, node.range.start).line + 1;
      }
      return null;
    }

    return {
      FROM(node) {
        if (node.image !== null) judge(node, node.image);
        for (const { name, value } of node.flags) if (name === 'platform' && value !== null) judge(node, value);
      },
    };
  },
  variants: { onbuild: { expect: 'skip', why: 'FROM is not allowed inside ONBUILD' } },
  examples: [
    { good: 'ARG TAG\nARG A=1 B\nFROM --platform=$BUILDPLATFORM alpine:${TAG}-${A}-$B-$TARGETARCH\nFROM scratch\nCOPY $X /x' },
    { bad: 'ARG TAG=3.20\nFROM alpine:«${TAGS}»\nFROM --platform=«$BULDPLATFORM» alpine:3.20', message: 'TAG may be meant' },
    { bad: 'FROM alpine:3.20 AS a\nARG VERSION=1\nFROM app:«$VERSION»', message: 'line 2' },
    { bad: 'FROM «${BASE:-alpine:3.20}»', severity: 'info' },
    { bad: '# syntax=example.org/own/frontend:1\nFROM «$BASE»', severity: 'info' },
  ],
});
