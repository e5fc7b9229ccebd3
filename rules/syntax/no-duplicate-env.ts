import { defineRule, positionAt, sliceOf, type Instruction, type Pair } from '../../src/rule';

export default defineRule({
  summary: 'Set no ENV key twice with nothing in between that uses it',
  why: `The first value is never seen by anything: no command runs and no instruction names the key before the second one takes its
place. One of the two is a leftover, and whoever changes the wrong one wonders why nothing happens.`,
  exceptions: 'A value that is added to (`PATH=/a:$PATH`) is used. The rule is off unless it is asked for.',
  severity: 'off',
  presets: { strict: {} },
  aliases: ['dockerfile-doctor:DD044'],
  controls: [],
  mentions: ['env'],
  dockerfile: ({ model, report }) => {
    /** Values that nothing has used yet. */
    const unused = new Map<string, Pair>();

    function forgetUsed(node: Instruction): void {
      if (unused.size === 0) return;
      // Any program may read any variable.
      if (node.keyword === 'RUN') {
        unused.clear();
        return;
      }
      const text = [node.argumentText, ...node.heredocs.map(({ bodyRange }) => sliceOf(model.source, bodyRange))].join(' ');
      if (!text.includes('$')) return;
      for (const match of text.matchAll(/\$\{?(\w+)/g)) unused.delete(match[1] ?? '');
    }

    return {
      stage({ instructions }) {
        unused.clear();
        for (const node of instructions) {
          forgetUsed(node);
          if (node.keyword !== 'ENV') continue;
          for (const pair of node.pairs) {
            const name = pair.key.value;
            const before = unused.get(name);
            if (before !== undefined && before.value?.value !== pair.value?.value) {
              const line = positionAt(model.source, pair.range.start).line + 1;
              report({ at: before.key.range, message: `Line ${line} sets ${name} again before anything uses this value; keep one of the two` });
            }
            unused.set(name, pair);
          }
        }
      },
    };
  },
  variants: { onbuild: { expect: 'silent', why: 'what a trigger sets is in force in another build only' } },
  examples: [
    { good: 'FROM alpine:3.20\nENV A=1\nRUN make\nENV A=2 PATH=/a:$PATH\nENV PATH=/b:$PATH\nENV A=2\nWORKDIR /$A\nENV A=3' },
    { good: 'FROM alpine:3.20 AS a\nENV A=1\nFROM a\nENV A=2\nFROM alpine:3.20\nENV A=3' },
    { bad: 'FROM alpine:3.20\nENV «A»=1 B=1\nCOPY b /b\nENV A=2', message: 'Line 4 sets A again' },
    { bad: 'FROM alpine:3.20\nENV «A»=1 A=2' },
  ],
});
