import { defineRule, knownText, positionAt, wholeLines, type LabelInstruction, type Pair, type Range } from '../../src/rule';

export default defineRule({
  summary: 'Set each label once in a stage',
  why: `Only the last value of a label counts. An earlier one has no effect, and whoever reads or changes that line is misled.`,
  severity: 'warning',
  presets: { strict: {} },
  aliases: ['tally:labels/no-duplicate-keys'],
  controls: [],
  mentions: ['label'],
  dockerfile: ({ model, report }) => {
    const last = new Map<string, { readonly pair: Pair; readonly node: LabelInstruction }>();

    function visit(node: LabelInstruction): void {
      for (const pair of node.pairs) {
        const name = knownText(model.resolve(pair.key, node));
        if (name === null || name === '' || pair.value === null) continue;
        const key = `${node.trigger} ${name}`;
        const lost = last.get(key);
        last.set(key, { pair, node });
        if (lost === undefined) continue;
        const removed = removal(lost.node, lost.pair);
        report({
          at: lost.pair.key.range,
          message: `The label ${name} has no effect here, since line ${positionAt(model.source, pair.range.start).line + 1} sets it again; keep one of them`,
          ...(removed === null ? {} : { fix: { kind: 'suggestion' as const, changes: 'instructions' as const, edits: [{ at: removed, text: '' }] } }),
        });
      }
    }

    /** The pair with the blanks behind it, or the whole instruction when it has no other; null when lines would have to move. */
    function removal(node: LabelInstruction, pair: Pair): Range | null {
      if (node.pairs.length === 1) return node.trigger || node.comments.length > 0 ? null : wholeLines(model.source, node.range);
      const after = node.pairs[node.pairs.indexOf(pair) + 1];
      if (after === undefined || !/^[ \t]+$/.test(model.source.text.slice(pair.range.end, after.range.start))) return null;
      return { start: pair.range.start, end: after.range.start };
    }

    return { stage: () => last.clear(), LABEL: visit };
  },
  examples: [
    { good: 'FROM debian:12 AS a\nARG K\nLABEL a=1 A=2 $K=3 ${K}x=4\nFROM a\nLABEL a=2' },
    { bad: 'FROM debian:12\nLABEL «a»=1 b=2\nUSER app\nLABEL a=3', fixed: 'FROM debian:12\nLABEL b=2\nUSER app\nLABEL a=3', message: 'line 4' },
    { bad: 'FROM debian:12\nLABEL «"a"»=1\nLABEL «a»=2\nLABEL a=3', fixed: 'FROM debian:12\nLABEL a=3' },
    { bad: 'FROM debian:12\nLABEL «a»=1 \\\n  a=1' },
  ],
});
