import { Parser } from 'dockerfile-ast/lib/parser';
import type * as ParseAst from '../../src/dockerfile/parse-ast';
import type { Boundary } from '../../src/dockerfile/parse-ast';
import { patch, visitBoundaries, visitStockBoundaries } from '../../src/dockerfile/parse-ast';

const TEXTS = [
  '', '\n', 'FROM a', 'FROM a\nRUN b \\\n  c\n', 'FROM a\r\nRUN b \\\r\n# c\r\n  d\r\nCMD e\r\n', '# c\n\n  RUN a # b\n\tUSER x', 'RU\\\nN a\nR\\\n\n UN', 'RUN\\ a', 'RUN \\', 'a\\b c',
  'ONBUILD RUN a\nCMD ["a", \\\n "b"]\nHEALTHCHECK NONE', 'RUN a \\  \n b\nENV a=b \\ c', 'RUN \\\n# going\\going\n', 'COPY --from=a [\nLABEL "a b"=c',
];

function boundariesOf(text: string, escape: '\\' | '`', visitAll = visitBoundaries): readonly Boundary[] | null {
  const found: Boundary[] = [];
  return visitAll(text, escape, (boundary) => found.push(boundary)) ? found : null;
}

function stockBoundaries(text: string): readonly Boundary[] {
  const found: Boundary[] = [];
  visitStockBoundaries(text, (boundary) => found.push(boundary));
  return found;
}

describe('dockerfile-ast', () => {
  it('tells where instructions and their keywords begin and end', () => {
    expect(boundariesOf('# c\nFROM a\n RU\\\nN b \\\n c\n', '\\')).toEqual([
      { start: 4, keywordEnd: 8, end: 10, keyword: 'FROM' },
      { start: 12, keywordEnd: 17, end: 24, keyword: 'RUN' },
    ]);
  });

  it('is given the escape character', () => {
    expect(boundariesOf('RUN a `\n b\nCMD c \\\nUSER d', '`')?.map(({ keyword }) => keyword)).toEqual(['RUN', 'CMD', 'USER']);
  });

  it.each(TEXTS)('gives patched what it gives unpatched: %j', (text) => {
    expect(patch(Parser)).not.toBeNull();
    expect(boundariesOf(text, '\\')).toEqual(stockBoundaries(text));
  });

  it('unpatched reads the escape directive itself', () => {
    expect(stockBoundaries('# escape=`\nRUN a `\n b')).toEqual([{ start: 11, keywordEnd: 14, end: 21, keyword: 'RUN' }]);
  });

  it('is not patched when it has other methods than 0.7.1', () => {
    expect(patch(undefined)).toBeNull();
    expect(patch({})).toBeNull();
    expect(patch(class { readonly parse = 1; })).toBeNull();
  });

  it('does not collect comments, which would cost comments times stages', () => {
    const text = 'FROM a\n# c\n# d\n'.repeat(2000);
    expect(boundariesOf(text, '\\')).toHaveLength(2000);
  });
});

describe('a dockerfile-ast that cannot be patched, or throws', () => {
  function isolated(parser: unknown): typeof ParseAst {
    let found: typeof ParseAst | undefined;
    jest.isolateModules(() => {
      jest.doMock('dockerfile-ast/lib/parser', () => ({ Parser: parser }));
      found = jest.requireActual<typeof ParseAst>('../../src/dockerfile/parse-ast');
    });
    jest.dontMock('dockerfile-ast/lib/parser');
    if (found === undefined) throw new Error('not loaded');
    return found;
  }

  it('is used as it is', () => {
    class Renamed {
      parse(text: string) {
        return new Parser().parse(text);
      }
    }
    expect(boundariesOf('FROM a', '\\', isolated(Renamed).visitBoundaries)).toEqual([{ start: 0, keywordEnd: 4, end: 6, keyword: 'FROM' }]);
  });

  it('is left out', () => {
    class Throwing {
      parse(): never {
        throw new Error('broken');
      }
    }
    expect(boundariesOf('FROM a', '\\', isolated(Throwing).visitBoundaries)).toBeNull();
  });
});
