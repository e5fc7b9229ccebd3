import { assert, property, string, uint8Array } from 'fast-check';
import { decodeSource } from '../../src/cli/decode';

const bytes = (...values: readonly number[]): Uint8Array => Uint8Array.from(values);
const text = (value: string): Uint8Array => Buffer.from(value, 'utf8');

describe('decoding', () => {
  it('keeps text as it is, with its byte-order mark', () => {
    expect(decodeSource('x', text('\ufeffFROM a\r\n# é🐳'))).toMatchObject({ path: 'x', text: '\ufeffFROM a\r\n# é🐳', bomLength: 1, encoding: { kind: 'utf-8' } });
    expect(decodeSource('x', bytes())).toMatchObject({ text: '', encoding: { kind: 'utf-8' } });
  });

  it.each<[string, Uint8Array, string, number]>([
    ['a lone byte', bytes(0x41, 0xff, 0x42), 'A\ufffdB', 1],
    ['a cut character', bytes(0xe2, 0x82), '\ufffd', 0],
    ['half of a surrogate pair', bytes(0x41, 0xed, 0xa0, 0x80), 'A\ufffd\ufffd\ufffd', 1],
    ['an overlong form', bytes(0xc0, 0xaf), '\ufffd\ufffd', 0],
    ['a bad byte behind characters of all lengths', Buffer.concat([text('é€🐳'), bytes(0x80)]), 'é€🐳\ufffd', 4],
    ['a bad byte behind a written U+FFFD', Buffer.concat([text('a\ufffdé\ufffd'), bytes(0xfe)]), 'a\ufffdé\ufffd\ufffd', 4],
  ])('says where the first bad byte stands: %s', (_name, content, decoded, offset) => {
    expect(decodeSource('x', content)).toMatchObject({ text: decoded, encoding: { kind: 'invalid-utf-8', offset } });
  });

  it('takes a written U+FFFD for what it is', () => {
    expect(decodeSource('x', text('a\ufffd\ufffdb\ufffd')).encoding).toEqual({ kind: 'utf-8' });
  });

  it('knows UTF-16 by its byte-order mark', () => {
    expect(decodeSource('x', bytes(0xff, 0xfe, 0x41, 0))).toMatchObject({ text: '\ufeffA', encoding: { kind: 'utf-16' } });
    expect(decodeSource('x', bytes(0xfe, 0xff, 0, 0x41))).toMatchObject({ text: '\ufeffA', encoding: { kind: 'utf-16' } });
  });

  it('accepts exactly the bytes that a strict decoder accepts', () => {
    const isStrict = (content: Uint8Array): boolean => {
      try {
        new TextDecoder('utf-8', { fatal: true }).decode(content);
        return true;
      } catch {
        return false;
      }
    };
    assert(
      property(string({ unit: 'binary' }), uint8Array({ maxLength: 4 }), string({ unit: 'binary' }), (before, middle, after) => {
        const content = Buffer.concat([text(before), middle, text(after)]);
        const { encoding } = decodeSource('x', content);
        if (encoding.kind === 'utf-16') return;
        expect(encoding.kind === 'utf-8').toBe(isStrict(content));
      }),
    );
  });
});
