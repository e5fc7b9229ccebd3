import { defineRule, type ReportedFix, type Stage, type Word } from '../../src/rule';

export default defineRule({
  summary: 'Give stages names and use them by name',
  why: `\`COPY --from=0\` counts stages. Whoever puts a stage in front changes what is copied, without an error and far from the place.
A name says what is taken, and survives.`,
  severity: 'off',
  presets: { strict: {} },
  aliases: ['kics:68a51e22', 'droast:DF023'],
  controls: [],
  dockerfile: ({ model, report }) => {
    let taken: ReadonlySet<string> | null = null;

    /** A name that nothing in the file or the build uses. */
    function freshName({ index }: Stage): string | null {
      taken ??= new Set([
        ...model.stages.flatMap(({ name, from }) => [name ?? '', from.image?.value ?? '']),
        ...model.imageSources.map(({ word }) => word.value),
        ...Object.keys(model.build.contexts),
        ...model.build.targets,
      ].map((text) => text.toLowerCase()));
      const name = `stage-${index}`;
      return taken.has(name) ? null : name;
    }

    /** Names a stage and uses the name wherever its number stood; null where that is not plain. */
    function naming(stage: Stage, words: readonly Word[]): ReportedFix | null {
      const { image, keywordText, as, words: written } = stage.from;
      const name = freshName(stage);
      if (image === null || name === null || as !== null || written.length > 1 || !words.every(isPlain)) return null;
      const end = image.range.end;
      const keyword = keywordText === keywordText.toLowerCase() ? 'as' : 'AS';
      const uses = words.map(({ range }) => ({ at: range, text: name }));
      return { kind: 'safe', changes: 'stages', edits: [{ at: { start: end, end }, text: ` ${keyword} ${name}` }, ...uses] };
    }

    function renumbering(stage: Stage, word: Word): ReportedFix | null {
      // Only the last stage of a name before the COPY is found by it.
      const same = model.stages.filter(({ name }) => name?.toLowerCase() === stage.name?.toLowerCase());
      if (stage.name === null || same.length > 1 || !isPlain(word)) return null;
      return { kind: 'safe', changes: 'stages', edits: [{ at: word.range, text: stage.name }] };
    }

    function reportNumbers(stage: Stage, words: readonly Word[]): void {
      words.forEach((word, index) => {
        // One fix names the stage for all of them.
        const fix = stage.name !== null ? renumbering(stage, word) : index === 0 ? naming(stage, words) : null;
        const advice = stage.name === null ? 'give that stage a name and use it' : `write ${stage.name}`;
        report({ at: word.range, message: `--from=${word.value} counts stages; ${advice}`, ...(fix === null ? {} : { fix }) });
      });
    }

    return {
      end() {
        if (model.stages.length < 2 && model.imageSources.length === 0) return;
        const numbered = new Map<Stage, Word[]>();
        for (const { target, word } of model.imageSources) {
          if (target.kind !== 'stage' || !/^[+-]?\d+$/.test(word.value)) continue;
          const words = numbered.get(target.stage);
          if (words === undefined) numbered.set(target.stage, [word]);
          else words.push(word);
        }
        for (const [stage, words] of numbered) reportNumbers(stage, words);
        const nameless = model.stages.filter(({ name }) => name === null);
        if (nameless.length < 2) return;
        for (const { from, index } of nameless) {
          const stage = model.stages[index];
          // The last stage is what is built, and is rarely used by anything.
          if (stage === undefined || index === model.stages.length - 1 || numbered.has(stage) || from.image === null || from.as !== null) continue;
          report({ at: from.image.range, message: `Stage ${index} of the file has no name, so it can be used by its number only; add AS and a name` });
        }
      },
    };
  },
  variants: { onbuild: { expect: 'skip', why: 'a trigger sees the stages of another file' } },
  examples: [
    { good: 'FROM alpine:3.20 AS build\nFROM alpine:3.20\nCOPY --from=build /a /a' },
    {
      bad: 'FROM golang:1.23\nFROM alpine:3.20 AS tools\nFROM alpine:3.20\nCOPY --from=«0» /a /a\nCOPY --from=«1» /b /b\nCOPY --from=«0» /c /c',
      fixed: 'FROM golang:1.23 AS stage-0\nFROM alpine:3.20 AS tools\nFROM alpine:3.20\nCOPY --from=stage-0 /a /a\nCOPY --from=tools /b /b\nCOPY --from=stage-0 /c /c',
      message: 'counts stages',
    },
    { bad: 'FROM «golang:1.23»\nFROM «alpine:3.20»\nFROM alpine:3.20', message: 'Stage 0' },
  ],
});

function isPlain({ raw, value }: Word): boolean {
  return raw === value;
}
