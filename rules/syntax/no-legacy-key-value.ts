import { asSingleWord, defineRule, type EnvInstruction, type LabelInstruction, type Pair } from '../../src/rule';

export default defineRule({
  summary: 'Write ENV and LABEL with an equals sign',
  why: `The old form \`ENV key value\` takes the whole rest of the line as the value, comments and further pairs included, reads
escapes otherwise than the new one, and sets one key only. The builder warns that it may go away.`,
  severity: 'warning',
  presets: { strict: {}, buildkit: {} },
  aliases: ['buildkit:LegacyKeyValueFormat', 'dockerfilelint:label_invalid', 'droast:DF082'],
  controls: [],
  mentions: ['env', 'label'],
  dockerfile: ({ model, report }) => {
    function judge(node: EnvInstruction | LabelInstruction): void {
      if (node.form !== 'legacy') return;
      const [pair] = node.pairs;
      if (pair?.value === undefined || pair.value === null) return;
      const message = `${node.keyword} ${pair.key.raw} is in the old form; write ${pair.key.raw}=value`;
      const word = fixable(pair) && node.comments.length === 0 ? asSingleWord(pair.value.raw, model.document.escape) : null;
      if (word === null) {
        report({ at: pair.key.range, message });
        return;
      }
      const at = { start: pair.key.range.end, end: pair.value.range.end };
      // On several lines the author may have meant several pairs, which only a person can tell.
      const oneLine = !/[\r\n]/.test(model.source.text.slice(at.start, at.end));
      report({ at: pair.key.range, message, fix: { kind: oneLine ? 'safe' : 'suggestion', edits: [{ at, text: `=${word}` }] } });
    }

    return { ENV: judge, LABEL: judge };
  },
  examples: [
    { good: 'FROM alpine:3.20\nENV A=1 B="x y"\nLABEL a.b="c d"' },
    { bad: 'FROM alpine:3.20\nENV «A» 1.2\nENV «PATH» /a:$PATH', fixed: 'FROM alpine:3.20\nENV A=1.2\nENV PATH=/a:$PATH' },
    { bad: 'FROM alpine:3.20\nLABEL «a.b»   c  d "e"', fixed: 'FROM alpine:3.20\nLABEL a.b="c  d e"' },
    { bad: "FROM alpine:3.20\nENV «P» 'a$PATH b'\nENV «Q» b 'a$PATH'", fixed: "FROM alpine:3.20\nENV P='a$PATH b'\nENV Q=\"b a\\$PATH\"" },
    { bad: "FROM alpine:3.20\nENV «A» don't do it" },
    { bad: 'FROM alpine:3.20\nENV «A» 1 \\\n  B 2' },
  ],
});

/** A key with an open quote or an escape would swallow the equals sign. */
function fixable({ key }: Pair): boolean {
  return /^(?:[^"'\\`]+|"[^"'\\`]+"|'[^"'\\`]+')$/.test(key.raw);
}
