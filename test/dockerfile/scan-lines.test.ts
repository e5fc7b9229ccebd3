import { maskText } from '../../src/dockerfile/parse-mask';
import { LineReader } from '../../src/dockerfile/scan-lines';
import { createSource } from '../../src/dockerfile/source';
import { lineEnd } from '../../src/dockerfile/scan-directives';

/** Reads the first line of a text as the start of a logical line. */
function read(text: string, escape: '\\' | '`' = '\\') {
  const source = createSource('Dockerfile', text);
  const reader = new LineReader(source, escape);
  const line = reader.logicalLine(reader.visibleStart(0), lineEnd(source, 0), 1);
  return { ...line, masked: maskText(text, reader.edits) };
}

describe('a logical line', () => {
  it('of one physical line is that line', () => {
    expect(read('  a b \nc')).toMatchObject({ logical: { text: 'a b ', segments: [{ at: 0, source: 2 }] }, comments: [], end: 6, nextLine: 1 });
  });

  it('joins what a continuation joins, and says where it ends', () => {
    expect(read('a \\\n# c\n\n b\nc')).toMatchObject({
      logical: { text: 'a  b', segments: [{ at: 0, source: 0 }, { at: 2, source: 9 }] }, comments: [{ text: 'c' }], end: 11, nextLine: 4,
    });
  });

  it('goes to the end of the file when it is never ended', () => {
    expect(read('a \\\n# c\n\n')).toMatchObject({ logical: { text: 'a ' }, comments: [{ text: 'c' }], end: 7, nextLine: 4 });
  });

  it('begins at its first visible character, on whatever line that is', () => {
    expect(read('\\\n\\\n  a')).toMatchObject({ logical: { text: 'a', segments: [{ at: 0, source: 6 }] }, end: 7 });
  });

  it('knows the other escape character', () => {
    expect(read('a `\nb \\\nc', '`')).toMatchObject({ logical: { text: 'a b \\' }, nextLine: 2 });
  });
});

describe('what dockerfile-ast would read otherwise', () => {
  it.each([
    ['nothing in a plain line', 'a \\" b \\\n  c', 'a \\" b \\\n  c'],
    ['white space that it takes for text', 'a \\\n\v\u00a0\nb', 'a \\\n  \nb'],
    ['two escape characters at the end', 'a \\\\\nb', 'a \\x\nb'],
    ['an escape before the last one', 'a \\ \\\nb', 'a x \\\nb'],
    ['an escape at the start of a continued line', 'a \\\n\\b', 'a \\\nxb'],
    ['a carriage return inside a line', 'a\rb\r\nc', 'axb\r\nc'],
    ['an escape at the end of the file', 'a \\', 'a  '],
  ])('is masked: %s', (_, text, masked) => {
    expect(read(text).masked).toBe(masked);
  });
});
