import { defineRule, knownText, parsePortSpec, positionAt, wholeLines, type ExposeInstruction, type Range, type Word } from '../../src/rule';

export default defineRule({
  summary: 'Expose each port once in a stage',
  why: 'A port that is exposed twice is exposed once. The second mention is noise, or a slip: often another port or `/udp` was meant.',
  severity: 'off',
  presets: { strict: {} },
  aliases: ['dockerfile-doctor:DD048'],
  controls: [],
  mentions: ['expose'],
  dockerfile: ({ model, report }) => {
    const seen = new Map<string, Range>();

    function judge(node: ExposeInstruction): void {
      for (const word of node.ports) {
        const text = knownText(model.resolve(word, node));
        const spec = text === null ? null : parsePortSpec(text);
        if (spec?.kind !== 'ports') continue;
        const name = `${spec.first}${spec.last === spec.first ? '' : `-${spec.last}`}/${spec.protocol}`;
        const key = `${name} ${node.trigger}`;
        const first = seen.get(key);
        if (first === undefined) {
          seen.set(key, word.range);
          continue;
        }
        const removed = removal(node, word);
        report({
          at: word.range,
          message: `Port ${name} is exposed in line ${positionAt(model.source, first.start).line + 1} already; remove it here`,
          ...(removed === null ? {} : { fix: { kind: 'safe' as const, changes: 'instructions' as const, edits: [{ at: removed, text: '' }] } }),
        });
      }
    }

    /** The word with the blanks in front of it, or the whole instruction when it has no other; null when lines would have to move. */
    function removal(node: ExposeInstruction, word: Word): Range | null {
      if (node.ports.length === 1) return node.trigger ? null : wholeLines(model.source, node.range);
      const before = node.ports[node.ports.indexOf(word) - 1];
      if (before === undefined) return null;
      const gap = model.source.text.slice(before.range.end, word.range.start);
      return /^[ \t]+$/.test(gap) ? { start: before.range.end, end: word.range.end } : null;
    }

    return { stage: () => seen.clear(), EXPOSE: judge };
  },
  examples: [
    { good: 'FROM alpine:3.20 AS a\nARG P\nEXPOSE 53/tcp 53/udp 8000-8010 8005 $P $P\nFROM a\nEXPOSE 53' },
    { bad: 'FROM alpine:3.20\nEXPOSE 53/tcp «53/TCP» 80', fixed: 'FROM alpine:3.20\nEXPOSE 53/tcp 80', message: 'line 2' },
    { bad: 'FROM alpine:3.20\nEXPOSE 80\nEXPOSE «80/tcp»\nUSER app', fixed: 'FROM alpine:3.20\nEXPOSE 80\nUSER app' },
    { bad: 'FROM alpine:3.20\nEXPOSE 80 \\\n  443 \\\n  «80»' },
  ],
});
