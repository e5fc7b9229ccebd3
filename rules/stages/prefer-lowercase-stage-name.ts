import { defineRule, type ReportedFix, type Stage, type Word } from '../../src/rule';

export default defineRule({
  summary: 'Write stage names in lower case',
  why: `BuildKit compares stage names without regard to case, Buildah and kaniko with regard to it. Names in lower case mean the same
everywhere, and cannot be taken for two names.`,
  severity: 'info',
  presets: { strict: {}, buildkit: { severity: 'warning' } },
  aliases: ['buildkit:StageNameCasing', 'droast:DF085', 'dockerfile-doctor:DD050'],
  controls: [],
  mentions: ['as'],
  dockerfile: ({ model, report }) => {
    /** Words that stand for an image or a stage, and the stage they mean, if any. */
    function namingWords(): readonly { readonly word: Word; readonly stage: Stage | null }[] {
      const bases = model.stages.flatMap(({ from, base }) => (from.image === null ? [] : [{ word: from.image, stage: base.kind === 'stage' ? base.stage : null }]));
      const sources = model.imageSources.map(({ word, target }) => ({ word, stage: target.kind === 'stage' ? target.stage : null }));
      return [...bases, ...sources];
    }

    /** Null when another stage or context has that name but for its case. */
    function rename(stage: Stage, name: Word): ReportedFix | null {
      const lower = name.value.toLowerCase();
      const isCalledSo = (text: string): boolean => text.toLowerCase() === lower;
      const others = [...model.stages.filter((each) => each !== stage).map((each) => each.name ?? ''), ...Object.keys(model.build.contexts)];
      if (others.some(isCalledSo) || !isPlain(name)) return null;
      const naming = namingWords().filter(({ word }) => isCalledSo(word.value));
      const edits = [name];
      for (const { word, stage: meant } of naming) if (meant === stage && isPlain(word)) edits.push(word);
      // Whoever compares with case would now take another stage or image than before.
      const certain = naming.every(({ word, stage: meant }) => meant === stage && word.raw === name.raw) && !namingWords().some(({ word }) => word.raw.includes('$'));
      const wanted = model.build.targets.some((target) => isCalledSo(target) && target !== lower);
      return { kind: certain && !wanted ? 'safe' : 'suggestion', changes: 'stages', edits: edits.map(({ range }) => ({ at: range, text: lower })) };
    }

    return {
      end() {
        for (const stage of model.stages) {
          const name = stage.from.as?.name ?? null;
          if (name === null || name.value === name.value.toLowerCase()) continue;
          // Names that the builder refuses or keeps for itself need more than small letters.
          if (!/^[a-z][\w.-]*$/i.test(name.value) || /^(?:scratch|context)$/i.test(name.value)) continue;
          const fix = rename(stage, name);
          report({ at: name.range, message: `The stage name ${name.value} has capitals; write ${name.value.toLowerCase()}`, ...(fix === null ? {} : { fix }) });
        }
      },
    };
  },
  variants: { onbuild: { expect: 'skip', why: 'FROM is not allowed inside ONBUILD' } },
  examples: [
    { good: 'FROM alpine:3.20 AS build-1\nFROM BUILD-1\nCOPY --from=Build-1 /a /a\nFROM alpine:3.20 AS $NAME\nFROM alpine:3.20 AS Scratch' },
    {
      bad: 'FROM alpine:3.20 AS «Build»\nFROM Build AS test\nFROM alpine:3.20\nCOPY --from=Build /a /a\nRUN --mount=from=Build,target=/b ls /b',
      fixed: 'FROM alpine:3.20 AS build\nFROM build AS test\nFROM alpine:3.20\nCOPY --from=build /a /a\nRUN --mount=from=build,target=/b ls /b',
      message: 'write build',
    },
    { bad: 'FROM alpine:3.20 AS «Alpine»\nFROM alpine', fixed: 'FROM alpine:3.20 AS alpine\nFROM alpine' },
    { bad: 'FROM alpine:3.20 AS a\nFROM alpine:3.20 AS «A»' },
  ],
});

function isPlain({ raw, value, range }: Word): boolean {
  return raw === value && range.end - range.start === raw.length;
}
