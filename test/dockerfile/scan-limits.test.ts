import { overlongLines } from '../../src/dockerfile/scan-limits';
import { createSource } from '../../src/dockerfile/source';

function overlong(text: string) {
  return overlongLines(createSource('Dockerfile', text));
}

describe('overlong lines', () => {
  it.each([
    ['65,535 letters', 'a'.repeat(65_535), null],
    ['65,536 letters', 'a'.repeat(65_536), 65_536],
    ['32,767 letters of two bytes', 'é'.repeat(32_767), null],
    ['32,768 letters of two bytes', 'é'.repeat(32_768), 65_536],
    ['21,845 letters of three bytes', '€'.repeat(21_845), null],
    ['21,846 letters of three bytes', '€'.repeat(21_846), 65_538],
    ['16,383 letters of four bytes', '😀'.repeat(16_383), null],
    ['16,384 letters of four bytes', '😀'.repeat(16_384), 65_536],
  ])('%s', (_, line, bytes) => {
    expect(overlong(`FROM a\n${line}\nb`)).toEqual(bytes === null ? [] : [{ range: { start: 7, end: 7 + line.length }, bytes }]);
  });

  it('count the carriage return, as the builder does', () => {
    expect(overlong(`${'a'.repeat(65_535)}\r\n`)).toMatchObject([{ bytes: 65_536 }]);
  });

  it('may be the last line, and several', () => {
    const line = 'a'.repeat(70_000);
    expect(overlong(`${line}\n${line}`)).toHaveLength(2);
  });
});
