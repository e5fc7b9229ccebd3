import { drawMarks, readMarks } from '../../src/engine/example-marks';
import { makeVariant, VARIANTS, withoutStyle } from '../../src/engine/example-variants';
import type { VariantName } from '../../src/engine/rule-definition';

const lines = (...text: readonly string[]): string => text.join('\n');

/** A marked text in a variant, its marks moved along. */
function varied(marked: string, variant: VariantName): string | null {
  const read = readMarks(marked);
  if (read === null) throw new Error('bad marks');
  const made = makeVariant(read.text, variant);
  return made === null ? null : drawMarks(made.text, read.ranges.map(made.moved));
}

describe('crlf', () => {
  it.each([
    ['every line end', lines('FROM x', '', 'RUN <<E', 'a', 'E'), 'FROM x\r\n\r\nRUN <<E\r\na\r\nE'],
    ['a mark up to the line end', lines('«FROM x»', 'RUN y'), '«FROM x»\r\nRUN y'],
    ['a mark at the line end', lines('FROM x«»', 'RUN y'), 'FROM x«»\r\nRUN y'],
    ['a mark over the line end', lines('«FROM x', '»«RUN» y'), '«FROM x\r\n»«RUN» y'],
  ])('%s', (_, marked, expected) => expect(varied(marked, 'crlf')).toBe(expected));

  it('is not made of one line, nor of a text with carriage returns', () => {
    expect(varied('FROM x', 'crlf')).toBeNull();
    expect(varied('FROM x\r\nRUN y', 'crlf')).toBeNull();
  });
});

describe('bom', () => {
  it.each([
    ['a mark at the start', '«FROM» x', '\ufeff«FROM» x'],
    ['a mark of nothing at the start', '«»FROM x', '\ufeff«»FROM x'],
    ['an empty file', '', '\ufeff'],
  ])('%s', (_, marked, expected) => expect(varied(marked, 'bom')).toBe(expected));

  it('is not made twice', () => expect(varied('\ufeffFROM x', 'bom')).toBeNull());
});

describe('indented', () => {
  it.each([
    ['instructions and comments', lines('«FROM» x', '# c', 'RUN y'), lines(' \t «FROM» x', ' \t # c', ' \t RUN y')],
    ['no continued line', lines('FROM x', 'RUN a \\', '# c', 'b'), lines(' \t FROM x', ' \t RUN a \\', '# c', 'b')],
    ['no heredoc', lines('FROM x', 'RUN <<E', '# c', 'E'), lines(' \t FROM x', ' \t RUN <<E', '# c', 'E')],
    ['no directive', lines('# escape=`', 'FROM x'), lines('# escape=`', ' \t FROM x')],
    ['a mark up to the next instruction', lines('«FROM x', '»RUN y'), lines(' \t «FROM x', '» \t RUN y')],
  ])('%s', (_, marked, expected) => expect(varied(marked, 'indented')).toBe(expected));

  it('is not made of nothing', () => expect(varied('\n\n', 'indented')).toBeNull());

  it('is taken away again for comparing, together with any other indentation', () => {
    expect(withoutStyle(lines(' \t FROM x', 'RUN y \\', '  z', '  # c', '\tRUN <<E', '  a', 'E'), 'indented')).toBe(lines('FROM x', 'RUN y \\', '  z', '# c', 'RUN <<E', '  a', 'E'));
  });
});

describe('lower-case', () => {
  it.each([
    ['keywords', lines('FROM X', 'ENV A=B'), lines('from X', 'env A=B')],
    ['AS', 'FROM X AS Y', 'from X as Y'],
    ['the keyword of a trigger', lines('FROM X', 'ONBUILD RUN A'), lines('from X', 'onbuild run A')],
    ['the word behind HEALTHCHECK', lines('FROM X', 'HEALTHCHECK --retries=3 CMD CMD', 'HEALTHCHECK NONE'), lines('from X', 'healthcheck --retries=3 cmd CMD', 'healthcheck none')],
    ['no other word there', lines('FROM X', 'HEALTHCHECK WHAT'), lines('from X', 'healthcheck WHAT')],
    ['keywords nobody knows', lines('FROM X', 'FOO Y'), lines('from X', 'foo Y')],
    ['a split keyword', lines('FR\\', 'OM X'), lines('fr\\', 'om X')],
    ['no heredoc, no continued line', lines('FROM X', 'RUN <<E', 'RUN', 'E', 'RUN A \\', 'RUN'), lines('from X', 'run <<E', 'RUN', 'E', 'run A \\', 'RUN')],
    ['marked keywords', '«FROM» X', '«from» X'],
  ])('%s', (_, marked, expected) => expect(varied(marked, 'lower-case')).toBe(expected));

  it('is not made where nothing is in capitals', () => expect(varied('from X', 'lower-case')).toBeNull());

  it('is made of both texts that are compared', () => {
    expect(withoutStyle(lines('from X', 'RUN Y'), 'lower-case')).toBe(lines('from X', 'run Y'));
    expect(withoutStyle('from X', 'lower-case')).toBe('from X');
  });
});

describe('backtick', () => {
  it.each([
    ['a directive in front', '«FROM» x', lines('# escape=`', '«FROM» x')],
    ['a directive behind the byte-order mark', '\ufeffFROM x', lines('\ufeff# escape=`', 'FROM x')],
    ['continuations', lines('FROM x', 'RUN a \\', '  b «\\»  ', 'c'), lines('# escape=`', 'FROM x', 'RUN a `', '  b «`»  ', 'c')],
    ['a continuation before a heredoc', lines('FROM x', 'RUN <<E \\', ' a', 'b', 'E'), lines('# escape=`', 'FROM x', 'RUN <<E `', ' a', 'b', 'E')],
  ])('%s', (_, marked, expected) => expect(varied(marked, 'backtick')).toBe(expected));

  it.each([
    ['a backtick', 'RUN a `b`'],
    ['another backslash', 'RUN a\\ b'],
    ['two backslashes at a line end', 'RUN a \\\\\n'],
    ['a backslash at the end of the file', 'RUN a \\'],
    ['a backslash in a heredoc', 'RUN <<E\na \\\nb\nE'],
    ['a backslash in a comment', '# a \\\n'],
    ['a backslash in a comment between lines', 'RUN a \\\n # b \\\n c'],
  ])('is not made with %s', (_, text) => expect(varied(`FROM x\n${text}`, 'backtick')).toBeNull());

  it('is not made with a directive of its own', () => expect(varied('# syntax=docker/dockerfile:1\nFROM x', 'backtick')).toBeNull());
});

describe('onbuild', () => {
  it.each([
    ['instructions of the last stage', lines('FROM x', 'RUN a', 'FROM y', '«RUN» b', 'USER c'), lines('FROM x', 'RUN a', 'FROM y', 'ONBUILD «RUN» b', 'ONBUILD USER c')],
    ['heredocs', lines('FROM x', 'RUN <<E', 'a', 'E'), lines('FROM x', 'ONBUILD RUN <<E', 'a', 'E')],
    ['not what may be no trigger', lines('FROM x', 'MAINTAINER a', 'FOO b', 'RUN c'), lines('FROM x', 'MAINTAINER a', 'FOO b', 'ONBUILD RUN c')],
    ['not what stands above FROM', lines('ARG a', 'FROM x', 'RUN c'), lines('ARG a', 'FROM x', 'ONBUILD RUN c')],
    ['variables from above FROM', lines('ARG a', 'FROM x', 'RUN $a'), lines('ARG a', 'FROM x', 'ONBUILD RUN $a')],
    ['variables that are set and not used', lines('FROM x', 'ARG a=1', 'RUN $b'), lines('FROM x', 'ONBUILD ARG a=1', 'ONBUILD RUN $b')],
  ])('%s', (_, marked, expected) => expect(varied(marked, 'onbuild')).toBe(expected));

  it.each([
    ['a stage', 'RUN a'],
    ['an instruction that may be a trigger', 'FROM x\nMAINTAINER a'],
    ['triggers of its own left out', 'FROM x\nRUN a\nONBUILD RUN b'],
    ['one instruction alone deciding a variable', 'FROM x\nARG a=1\nEXPOSE ${a}'],
    ['ENV alone deciding a variable', 'FROM x\nENV a=1 b=2\nEXPOSE $b'],
  ])('is not made without %s', (_, text) => expect(varied(text, 'onbuild')).toBeNull());

  it('concerns what became a trigger, every other variant all', () => {
    const text = lines('FROM x', 'RUN a');
    expect([0, 7, 12].map((at) => makeVariant(text, 'onbuild')?.concerns(at))).toEqual([false, true, true]);
    expect(makeVariant(text, 'crlf')?.concerns(0)).toBe(true);
  });
});

it('leaves texts alone for comparing in the other variants', () => {
  for (const variant of VARIANTS.filter((name) => name !== 'indented' && name !== 'lower-case')) expect(withoutStyle('  FROM X', variant)).toBe('  FROM X');
});

describe('comments', () => {
  it.each([
    ['each continued line', lines('FROM x', 'RUN «a \\', '  b» \\', '  «c»', 'USER y'), lines('FROM x', 'RUN «a \\', '# a note', '  b» \\', '# a note', '  «c»', 'USER y')],
    ['only the head of a heredoc', lines('FROM x', 'RUN <<E \\', '  a', 'b', 'E'), lines('FROM x', 'RUN <<E \\', '# a note', '  a', 'b', 'E')],
  ])('%s', (_, marked, expected) => expect(varied(marked, 'comments')).toBe(expected));

  it('is not made where nothing is continued', () => expect(varied(lines('FROM x', '# c', 'RUN <<E', 'a', 'E'), 'comments')).toBeNull());

  it('is taken away again for comparing', () => expect(withoutStyle(lines('RUN a \\', '# a note', '  b'), 'comments')).toBe(lines('RUN a \\', '  b')));
});

describe('heredoc', () => {
  it.each([
    ['a RUN', lines('FROM x', 'RUN «a»'), lines('FROM x', 'RUN <<EOF', '«a»', 'EOF')],
    ['a continued RUN with a flag', lines('FROM x', 'RUN --network=none a \\', '  && «b»', 'USER y'), lines('FROM x', 'RUN --network=none <<EOF', 'a \\', '  && «b»', 'EOF', 'USER y')],
  ])('%s', (_, marked, expected) => expect(varied(marked, 'heredoc')).toBe(expected));

  it.each([
    ['exec form', 'RUN ["a"]'], ['another heredoc', lines('RUN <<E', 'a', 'E')], ['a trigger', 'ONBUILD RUN a'], ['another instruction', 'CMD a'],
    ['a comment inside', lines('RUN a \\', '# c', 'b')], ['a blank line inside', lines('RUN a \\', '', 'b')],
  ])('is not made of %s', (_, text) => expect(varied(lines('FROM x', text), 'heredoc')).toBeNull());

  it('is not made of what a backtick continues', () => {
    expect(varied(lines('# escape=`', 'FROM x', 'RUN a `', 'b'), 'heredoc')).toBeNull();
    expect(varied(lines('# escape=`', 'FROM x', 'RUN a'), 'heredoc')).toBe(lines('# escape=`', 'FROM x', 'RUN <<EOF', 'a', 'EOF'));
  });
});
