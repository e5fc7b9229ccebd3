import rule from '../../rules/copy/prefer-copy';
import { problemsOf } from '../support/run-rule';

function verdict(line: string): string {
  const [problem] = problemsOf(rule, `FROM a:1\n${line}`);
  return problem === undefined ? 'silent' : (problem.fix?.kind ?? 'no fix');
}

describe('prefer-copy', () => {
  it.each([
    'ADD . /a/', 'ADD ./ /a/', 'ADD .. /a/', 'ADD src/ /a/', 'ADD a.jar b.zip /a/', 'ADD ["a b.conf", "/a"]', 'ADD --chown=1:1 --link a.conf /a',
    'ADD a.conf \\\n  b.conf /a/', 'add a.conf /a',
  ])('is sure of %s', (line) => {
    expect(verdict(line)).toBe('safe');
  });

  it.each(['ADD rootfs /', 'ADD dist/* /x/', 'ADD .bashrc /root/', 'ADD file[12].conf /a/', 'ADD v1.2/rootfs /', 'ADD a.conf rootfs /x/'])(
    'only suggests COPY for %s, which may be an archive',
    (line) => {
      expect(verdict(line)).toBe('suggestion');
    },
  );

  it.each([
    'ADD', 'ADD a', 'ADD https://example.org/a /a', 'ADD HTTP://example.org/a /a', 'ADD git@example.org:a/b.git#v1 /a', 'ADD github.com/a/b /a',
    'ADD ssh://git@example.org/a /a', 'ADD a.tar /', 'ADD a.tar.gz /', 'ADD a.tgz /', 'ADD a.tar.xz /', 'ADD a.txz /', 'ADD a.tbz2 /',
    'ADD a.tlz /', 'ADD a.tar.zst /', 'ADD a.tzst /', 'ADD a.gz /', 'ADD a.tar* /', 'ADD *.tar.?z /', 'ADD a.conf b.tar /x/',
    'ADD --unpack a /', 'ADD --checksum=sha256:0 a /', 'ADD --keep-git-dir=true a /', 'ARG F\nADD $F /', 'ARG F\nADD $F/a.conf /',
    'ARG F=a.tgz\nADD $F /', 'ADD <<EOF /a\nx\nEOF', 'COPY a /a',
  ])('is silent on %s', (line) => {
    expect(verdict(line)).toBe('silent');
  });

  it('keeps the case of the keyword', () => {
    expect(problemsOf(rule, 'from a:1\nadd a.conf /a')[0]?.fix?.edits[0]?.text).toBe('copy');
  });
});
