import fc from 'fast-check';
import { disagreementsWithAst, parseDocument } from '../../src/dockerfile/parse';
import { scan } from '../../src/dockerfile/scan';
import { createSource, sliceOf } from '../../src/dockerfile/source';
import { brokenInvariants } from '../support/node-invariants';

function parse(text: string) {
  return parseDocument(createSource('Dockerfile', text));
}

const FRAGMENTS = [
  'FROM', 'from', 'RUN', 'COPY', 'ADD', 'ENV', 'LABEL', 'ARG', 'CMD', 'ENTRYPOINT', 'HEALTHCHECK', 'SHELL', 'ONBUILD', 'EXPOSE', 'VOLUME', 'USER',
  'WORKDIR', 'STOPSIGNAL', 'MAINTAINER', 'NOSUCH', 'R', 'U', 'a', 'b:1', 'AS', 'NONE', 'é', '𝒳', ' ', ' ', ' ', '  ', '\t', '\v', '\f', '\u00a0', '\u2028', '\r',
  '\n', '\n', '\n', '\r\n', '\\', '\\\n', '\\\n', ' \\\n', ' \\ \t\n', '\\\r\n', '\\\\\n', '`', '`\n', ' `\r\n', '#', '# c', '\n# c\n', '# x=y\n',
  '# escape=`\n', '# escape=\\\n', '# syntax=x\n', '# check=skip=all\n', '#!x\n', '\ufeff', '"', "'", '[', ']', '["a"]', '["a", "b\\n"]', '[1]', ',',
  '<<', '<<X', '<<-X', '<<"X"', "3<<'Y'", '<< X', '<<<X', 'X', '\nX\n', '\n\tX\n', '\nY\n', '=', 'k=v', 'k="v w"', "k='v'", '$', '${', '${v:-', '}', '$v',
  '--', '--x', '--from=b', '--mount=type=cache,target=/x', '--mount=type=secret,"id=a,b"', '--mount=id="x y"', '--x="', ';', '&&',
];

const RUNS = Number(process.env['PLIMSOLL_PROPERTY_RUNS'] ?? 3000);

const dockerfiles = fc.array(fc.constantFrom(...FRAGMENTS), { maxLength: 40 }).map((parts) => parts.join(''));

describe('parsing any text', () => {
  it('never throws and leaves nothing out', () => {
    fc.assert(fc.property(dockerfiles, (text) => {
      const source = createSource('Dockerfile', text);
      expect(brokenInvariants(source, parseDocument(source))).toEqual([]);
    }), { numRuns: RUNS });
  });

  it('sees the same instructions as dockerfile-ast does on the masked text', () => {
    fc.assert(fc.property(dockerfiles, (text) => {
      expect(parse(text).disagreements).toEqual([]);
    }), { numRuns: RUNS });
  });
});

describe('a document', () => {
  it('holds directives, comments and instructions', () => {
    const document = parse('# syntax=a\n# escape=`\n# escape=x\n# c\nFROM a\nRUN b `\n# d\n c\n# e\n');
    expect(document).toMatchObject({
      directives: [{ name: 'syntax' }, { name: 'escape' }],
      refusedDirectives: [{ reason: 'repeated', directive: { value: 'x' } }],
      escape: '`',
      comments: [{ text: 'c' }, { text: 'e' }],
      instructions: [{ keyword: 'FROM' }, { keyword: 'RUN', comments: [{ text: 'd' }] }],
      overlongLines: [], misplacedHeredocs: [], nulOffset: null, disagreements: [],
    });
  });

  it('of an empty file is empty', () => {
    expect(parse('')).toMatchObject({ directives: [], comments: [], instructions: [], escape: '\\' });
  });

  it('goes on behind an unknown instruction, a bad flag and an unknown directive', () => {
    expect(parse('# foo=bar\nFROMM a\nCOPY --nosuch=1 a b\nRUN --x="\nUSER c').instructions.map(({ keyword }) => keyword))
      .toEqual(['UNKNOWN', 'COPY', 'RUN', 'USER']);
  });
});

describe('a text that the builder cannot read', () => {
  const source = 'FROM a\n# plimsoll-disable x\nRUN b\n';

  it('has no instructions when a line is overlong', () => {
    expect(parse(`${source}RUN ${'a'.repeat(70_000)}`)).toMatchObject({
      instructions: [], comments: [{ text: 'plimsoll-disable x' }], overlongLines: [{ bytes: 70_004 }], disagreements: [],
    });
  });

  it('has none when a line of a heredoc is overlong', () => {
    expect(parse(`RUN <<X\n${'a'.repeat(70_000)}\nX`)).toMatchObject({ instructions: [], overlongLines: [{ range: { start: 8, end: 70_008 } }] });
  });

  it('has none when it holds a NUL character', () => {
    expect(parse(`${source}RUN \0b\0`)).toMatchObject({ instructions: [], comments: [{}], nulOffset: source.length + 4 });
  });

  it('has none when it is not UTF-8', () => {
    expect(parseDocument(createSource('a', `${source}\ufffd`, { kind: 'invalid-utf-8', offset: 7 }))).toMatchObject({ instructions: [], comments: [{}] });
    expect(parseDocument(createSource('a', source, { kind: 'utf-16' }))).toMatchObject({ instructions: [], comments: [] });
  });
});

describe('a disagreement with dockerfile-ast', () => {
  const { escape, instructions } = scan(createSource('Dockerfile', 'FROM a\nRUN b\n'));

  it.each([
    ['FROM a\nRUN b\n', []],
    ['FROM a\n USER b\nCMD c', ["dockerfile-ast's USER at 2:2 (8–14), not our RUN at 2:1 (7–12)"]],
    ['FROM a', ['nothing, not our RUN at 1:7 (7–12)']],
    ['FROM a\nRUN b\nCMD c\nCMD d', ["dockerfile-ast's CMD at 3:1 (13–18), not nothing"]],
  ])('over %j is one line that says who sees what', (text, lines) => {
    expect(disagreementsWithAst(createSource('Dockerfile', text), { escape, edits: [] }, instructions)).toEqual(lines);
  });
});

describe('big files', () => {
  it.each([
    ['20,000 lines of ENV', `FROM a\n${Array.from({ length: 20_000 }, (_, index) => `ENV k${index}=v${index} l="$k${index}"\n`).join('')}`, 20_001],
    ['one ENV of 20,000 lines', `ENV ${Array.from({ length: 20_000 }, (_, index) => `k${index}=v \\\n`).join('')}`, 1],
    ['one RUN of 20,000 lines', `RUN a \\\n${' && b c \\\n # d\n'.repeat(20_000)} e`, 1],
    ['5,000 comments over 2,500 stages', '# a\nFROM a\n# b\n'.repeat(2500), 2500],
    ['10,000 heredocs on a line', `RUN ${'<<X \\\n'.repeat(10_000)}\n${'X\n'.repeat(10_000)}`, 1],
    ['a million blanks', `RUN a${`${' '.repeat(60_000)}\\\n`.repeat(17)}`, 1],
    ['an array of 50,000 strings', `CMD [${'"a", \\\n'.repeat(50_000)}"b"]`, 1],
    ['100,000 flags', `RUN ${'--a=b \\\n'.repeat(100_000)} c`, 1],
    ['100,000 words out of place', `CMD ${'<<X \\\n'.repeat(100_000)}`, 1],
  ])('are read: %s', (_, text, count) => {
    const source = createSource('Dockerfile', text);
    const { instructions, disagreements } = parseDocument(source);
    expect(instructions).toHaveLength(count);
    expect(disagreements).toEqual([]);
    const words = instructions[0]?.words ?? [];
    const last = words[words.length - 1];
    if (last !== undefined) expect(sliceOf(source, last.range)).toBe(last.raw);
  });
});
