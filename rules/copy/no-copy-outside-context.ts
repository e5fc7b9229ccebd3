import { contextPath, defineRule, isRemoteSource, knownText, leavesContext, shorten, type AddInstruction, type CopyInstruction, type Word } from '../../src/rule';

export default defineRule({
  summary: 'Copy from inside the build context',
  why: `The builder is sent the context and nothing outside of it. The classic builder refuses a source that begins with \`../\`; BuildKit drops
the \`../\` and reads the rest from the root of the context, where another file of that name may lie.`,
  severity: 'warning',
  presets: { strict: {} },
  aliases: ['dockerfilelint:add_src_invalid'],
  controls: [],
  dockerfile: ({ model, report }) => {
    function judge(node: AddInstruction | CopyInstruction): void {
      if (node.flags.some(({ name }) => name === 'from')) return;
      for (const source of node.sources) {
        const text = knownText(model.resolve(source, node));
        if (text === null || !leavesContext(text) || isRemoteSource(text)) continue;
        const path = contextPath(text);
        const read = path === '' ? 'the whole context' : `${shorten(path, 60)} of the context`;
        const climbing = climbingPart(source);
        report({
          at: source.range,
          message: `${shorten(text, 60)} lies outside of the build context, so that BuildKit reads ${read}; move the context up, or name a file in it`,
          ...(climbing === null || path === '' ? {} : { fix: { kind: 'suggestion', edits: [{ at: climbing, text: '' }] } }),
        });
      }
    }
    return { ADD: judge, COPY: judge };
  },
  examples: [
    { good: 'FROM alpine:3.20\nCOPY a /a\nCOPY ./a/../b /b\nCOPY ..a /c\nADD https://example.org/../x /x' },
    { bad: 'FROM alpine:3.20\nCOPY «../a» /a\nADD b «../../c/d» /c/', fixed: 'FROM alpine:3.20\nCOPY a /a\nADD b c/d /c/', message: 'reads a of the context' },
    { bad: 'FROM alpine:3.20\nCOPY [«"../a b"», "/a"]', fixed: 'FROM alpine:3.20\nCOPY ["a b", "/a"]' },
    { bad: 'FROM alpine:3.20\nENV UP=..\nCOPY «$UP/a» /a\nCOPY «a/../../b» /b\nCOPY «..» /c' },
    { good: 'FROM alpine:3.20 AS build\nFROM alpine:3.20\nARG DIR\nCOPY --from=build ../a /a\nCOPY $DIR/../a /a' },
  ],
});

/** The `../` that the source begins with, as it is written. */
function climbingPart({ range, raw }: Word): { readonly start: number; readonly end: number } | null {
  const match = /^(["']?)((?:\.{1,2}\/+)*\.\.\/+)(?!\.\.?\/)/.exec(raw);
  if (match === null || raw.length !== range.end - range.start) return null;
  const start = range.start + (match[1] ?? '').length;
  return { start, end: start + (match[2] ?? '').length };
}
