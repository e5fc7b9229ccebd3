import { firstStatement } from '../../src/shell/first-statement';
import { read } from './support';

/** The text of the last script after the edit. */
function withFirst(dockerfile: string): string {
  const { source, scripts } = read(dockerfile);
  const script = scripts.at(-1);
  if (script === undefined) throw new Error('no script');
  const { at, text } = firstStatement(source, script, 'set -e');
  return source.text.slice(0, at.start) + text + source.text.slice(at.end);
}

test.each([
  ['RUN make | tee log', 'RUN set -e; make | tee log'],
  ['RUN --network=none \\\n  # why\n  make', 'RUN --network=none \\\n  # why\n  set -e; make'],
  ['ONBUILD RUN ( make )', 'ONBUILD RUN set -e; ( make )'],
  ['RUN ["sh", "-c", "make"]', 'RUN ["sh", "-c", "set -e; make"]'],
  ['RUN <<EOF\nmake\nEOF', 'RUN <<EOF\nset -e\nmake\nEOF'],
  ['RUN <<EOF\r\nmake\r\nEOF\r\n', 'RUN <<EOF\r\nset -e\nmake\r\nEOF\r\n'],
  ['RUN <<EOF\n#!/bin/bash\nmake\nEOF', 'RUN <<EOF\n#!/bin/bash\nset -e\nmake\nEOF'],
  ['RUN <<-EOF\n\tmake\n\tEOF', 'RUN <<-EOF\nset -e\n\tmake\n\tEOF'],
  ['RUN bash <<EOF\nmake\nEOF', 'RUN bash <<EOF\nset -e\nmake\nEOF'],
  ['RUN make && bash <<A <<B\na\nA\nb\nB', 'RUN make && bash <<A <<B\na\nA\nset -e\nb\nB'],
  ['RUN <<EOF\nbash <<IN\nmake\nIN\nEOF', 'RUN <<EOF\nbash <<IN\nset -e\nmake\nIN\nEOF'],
])('in %j it goes before all else', (dockerfile, expected) => {
  expect(withFirst(dockerfile)).toBe(expected);
});
