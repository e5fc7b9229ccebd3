import type { Instruction } from '../../src/dockerfile/nodes';
import { KEYWORDS } from '../../src/dockerfile/nodes';
import { parseDocument } from '../../src/dockerfile/parse';
import { createSource } from '../../src/dockerfile/source';

/** The only instruction of a text. */
function only(text: string): Instruction {
  const { instructions } = parseDocument(createSource('Dockerfile', text));
  const [instruction] = instructions;
  if (instruction === undefined || instructions.length > 1) throw new Error(`${instructions.length} instructions in ${text.slice(0, 80)}`);
  return instruction;
}

const JSON_A = { form: 'json', elements: [{ value: 'a' }] };

describe('every instruction', () => {
  it.each(KEYWORDS)('%s is known in any case, alone and with arguments', (keyword) => {
    for (const text of [keyword, keyword.toLowerCase(), `${keyword} `, `${keyword} a b`]) {
      expect(only(text)).toMatchObject({ kind: 'instruction', keyword, keywordText: text.trim().split(' ')[0], trigger: false });
    }
  });

  it('that is not known is kept', () => {
    expect(only('RUNN a --b')).toMatchObject({ keyword: 'UNKNOWN', keywordText: 'RUNN', words: [{ raw: 'a' }, { raw: '--b' }], argumentText: 'a --b' });
  });

  it.each(['constructor', '__proto__', 'toString'])('%s is not known either', (word) => {
    expect(only(word).keyword).toBe('UNKNOWN');
  });

  it('without arguments has none', () => {
    expect(only('RUN')).toMatchObject({ argumentText: '', argumentRange: null, flags: [], words: [], command: null });
    expect(only('RUN  \t')).toMatchObject({ argumentText: '', argumentRange: null, range: { start: 0, end: 6 } });
    expect(only('FROM')).toMatchObject({ image: null, as: null });
    expect(only('COPY')).toMatchObject({ sources: [], destination: null });
    expect(only('ENV')).toMatchObject({ pairs: [] });
    expect(only('HEALTHCHECK')).toMatchObject({ type: null, command: null });
    expect(only('ONBUILD')).toMatchObject({ instruction: null });
    expect(only('USER')).toMatchObject({ user: null });
    expect(only('SHELL')).toMatchObject({ command: null });
  });

  it('knows its arguments without the blanks around them', () => {
    expect(only('RUN  a \\\n b  ')).toMatchObject({ argumentText: 'a  b', argumentRange: { start: 5, end: 11 }, range: { start: 0, end: 13 } });
  });

  it('splits its words once', () => {
    const instruction = only('RUN a b');
    expect(instruction.words).toBe(instruction.words);
  });
});

describe('each form', () => {
  it.each([
    ['FROM a', { image: { value: 'a' }, as: null, flags: [] }],
    ['FROM --platform=$BUILDPLATFORM a:1@sha256:0 AS b', {
      flags: [{ name: 'platform', value: { value: '$BUILDPLATFORM' } }], image: { value: 'a:1@sha256:0' }, as: { keyword: { raw: 'AS' }, name: { raw: 'b' } },
    }],
    ['FROM a as', { as: { keyword: { raw: 'as' }, name: null } }],
    ['FROM a b', { image: { value: 'a' }, as: null }],
    ['RUN a && b', { command: { form: 'shell', range: { start: 4, end: 10 }, logical: { text: 'a && b', segments: [{ at: 0, source: 4 }] } } }],
    ['RUN ["a"]', { command: JSON_A, words: [] }],
    ['RUN --network=none --security=insecure a', { flags: [{ name: 'network' }, { name: 'security' }], command: { logical: { text: 'a' } } }],
    ['RUN --device=nvidia.com/gpu=all,required a', { flags: [{ options: [{ key: 'nvidia.com/gpu', value: { value: 'all' } }, { key: 'required', value: null }] }] }],
    ['RUN --mount=type=cache a', { command: { logical: { text: 'a' } } }],
    ['RUN -- --mount=x', { flags: [], command: { logical: { text: '--mount=x' } } }],
    ['RUN <<X python3\na\nX', { heredocs: [{ name: 'X' }], words: [{ raw: 'python3' }], command: { form: 'shell', logical: { text: '<<X python3' } } }],
    ['RUN << X\na\nX', { words: [], command: { form: 'shell', logical: { text: '<< X' } } }],
    ['RUN a <<X b <<Y c\nX\nY', { words: [{ raw: 'a' }, { raw: 'b' }, { raw: 'c' }] }],
    ['CMD a b', { command: { form: 'shell' } }],
    ['CMD ["a"]', { command: JSON_A }],
    ['ENTRYPOINT a b', { command: { form: 'shell' } }],
    ['ENTRYPOINT [ "a" ]', { command: JSON_A }],
    ['ENTRYPOINT []', { command: { form: 'json', elements: [] } }],
    ['SHELL ["a"]', { command: JSON_A, words: [] }],
    ['SHELL a', { command: null, words: [{ raw: 'a' }] }],
    ['COPY a b /c', { form: 'words', sources: [{ raw: 'a' }, { raw: 'b' }], destination: { raw: '/c' } }],
    ['COPY c:\\a\\ c:\\b', { sources: [{ raw: 'c:\\a\\' }], destination: { raw: 'c:\\b' } }],
    ['COPY ["a b", "/c"]', { form: 'json', sources: [{ raw: '"a b"', value: 'a b' }], destination: { value: '/c' }, words: [] }],
    ['COPY --from=a --chown=1:2 --chmod=u+x --link --parents=true --exclude=*.md --exclude=b c /d', {
      flags: [{ name: 'from' }, { name: 'chown' }, { name: 'chmod' }, { name: 'link', value: null }, { name: 'parents' }, { name: 'exclude' }, { name: 'exclude' }],
    }],
    ['COPY <<A <<"B" c /d/\nA\nB', { heredocs: [{ name: 'A', quoted: false }, { name: 'B', quoted: true }], sources: [{ raw: 'c' }], destination: { raw: '/d/' } }],
    ['ADD https://a/b.tgz git@c:d.git /e', { form: 'words', sources: [{ raw: 'https://a/b.tgz' }, { raw: 'git@c:d.git' }] }],
    ['ADD --keep-git-dir --checksum=sha256:0 --unpack=false a /b', { flags: [{ name: 'keep-git-dir' }, { name: 'checksum' }, { name: 'unpack' }] }],
    ['HEALTHCHECK NONE', { type: { value: 'NONE' }, command: null }],
    ['HEALTHCHECK --interval=1s --timeout=2s --start-period=3s --start-interval=4s --retries=5 CMD a b', {
      flags: [{ name: 'interval' }, { name: 'timeout' }, { name: 'start-period' }, { name: 'start-interval' }, { name: 'retries' }],
      type: { value: 'CMD' }, command: { form: 'shell', logical: { text: 'a b' } }, words: [{ raw: 'CMD' }, { raw: 'a' }, { raw: 'b' }],
    }],
    ['HEALTHCHECK cmd ["a"]', { type: { value: 'cmd' }, command: JSON_A, words: [] }],
    ['ENV a=b c="d e"', { form: 'pairs', pairs: [{ key: { value: 'a' } }, { value: { value: 'd e' } }] }],
    ['ENV a b c', { form: 'legacy', pairs: [{ key: { value: 'a' }, value: { value: 'b c' } }] }],
    ['LABEL "a b"=c d=e', { form: 'pairs', pairs: [{ key: { value: 'a b' } }, { key: { value: 'd' } }] }],
    ['LABEL a b', { form: 'legacy' }],
    ['ARG a b=c', { pairs: [{ key: { value: 'a' }, value: null }, { key: { value: 'b' }, value: { value: 'c' } }] }],
    ['EXPOSE 80 443/tcp 8000-8010/udp $p', { ports: [{ raw: '80' }, { raw: '443/tcp' }, { raw: '8000-8010/udp' }, { raw: '$p' }] }],
    ['USER a:b', { user: { value: 'a:b' } }],
    ['VOLUME /a /b', { form: 'words', paths: [{ raw: '/a' }, { raw: '/b' }] }],
    ['VOLUME ["/a b"]', { form: 'json', paths: [{ value: '/a b' }], words: [] }],
    ['WORKDIR /a b', { path: { value: '/a b' } }],
    ['STOPSIGNAL SIGTERM', { signal: { value: 'SIGTERM' } }],
    ['MAINTAINER A B <a@b>', { argumentText: 'A B <a@b>' }],
    ['ONBUILD RUN --mount=type=ssh a', {
      argumentText: 'RUN --mount=type=ssh a', flags: [],
      instruction: { keyword: 'RUN', trigger: true, flags: [{ name: 'mount' }], command: { form: 'shell', logical: { text: 'a' } } },
    }],
    ['ONBUILD ADD a b', { instruction: { keyword: 'ADD', range: { start: 8, end: 15 }, keywordRange: { start: 8, end: 11 }, sources: [{ raw: 'a' }] } }],
    ['ONBUILD nosuch a', { instruction: { keyword: 'UNKNOWN', trigger: true } }],
  ])('%s', (text, expected) => {
    expect(only(text)).toMatchObject(expected);
  });

  it.each(['bind', 'cache', 'tmpfs', 'secret', 'ssh'])('RUN --mount of type %s', (type) => {
    expect(only(`RUN --mount=type=${type},id=a,target=/b,ro a`).flags).toMatchObject([{
      options: [{ key: 'type', value: { value: type } }, { key: 'id', value: { value: 'a' } }, { key: 'target', value: { value: '/b' } }, { key: 'ro', value: null }],
    }]);
  });

  it('in the other escape character', () => {
    const { escape, instructions } = parseDocument(createSource('Dockerfile', '# escape=`\nENV a=c:\\b` d `\n e=f\nCOPY a c:\\\nRUN b'));
    expect(escape).toBe('`');
    expect(instructions).toMatchObject([
      { keyword: 'ENV', pairs: [{ value: { value: 'c:\\b d' } }, { key: { value: 'e' } }] },
      { keyword: 'COPY', destination: { value: 'c:\\' } },
      { keyword: 'RUN' },
    ]);
  });
});

describe('ONBUILD', () => {
  it('shares its comments with the instruction inside, and leaves the heredocs to that', () => {
    expect(only('ONBUILD \\\n# a\n RUN <<X \\\n# b\n c\nd\nX')).toMatchObject({
      comments: [{ text: 'a' }, { text: 'b' }],
      heredocs: [],
      instruction: { keyword: 'RUN', comments: [{ text: 'b' }], heredocs: [{ name: 'X', bodyRange: { start: 32, end: 34 } }], words: [{ raw: 'c' }] },
    });
  });

  it('inside ONBUILD is not looked into: the builder refuses it', () => {
    expect(only('ONBUILD ONBUILD RUN a')).toMatchObject({ instruction: { keyword: 'ONBUILD', trigger: true, instruction: null } });
    expect(only(`${'ONBUILD \\\n'.repeat(50_000)} RUN`).keyword).toBe('ONBUILD');
  });
});
