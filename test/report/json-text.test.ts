import fc from 'fast-check';

import { jsonText } from '../../src/report/json-text';

describe('jsonText', () => {
  test('is indented and ends its last line', () => {
    expect(jsonText({ a: [1] })).toBe('{\n  "a": [\n    1\n  ]\n}\n');
  });

  test('letters of any script stay readable', () => {
    expect(jsonText('é 日本 🐳')).toBe('"é 日本 🐳"\n');
  });

  test('what acts on a terminal is escaped', () => {
    expect(jsonText('\u001b[2J\u009b2J\u202e\u2028\ufeff\u{e0041}\n')).toBe('"\\u001b[2J\\u009b2J\\u202e\\u2028\\ufeff\\udb40\\udc41\\n"\n');
  });

  test('means the same as JSON does', () => {
    fc.assert(fc.property(fc.jsonValue(), fc.string({ unit: 'binary' }), (value, text) => {
      expect(JSON.parse(jsonText([value, text]))).toEqual(JSON.parse(JSON.stringify([value, text])));
    }));
  });
});
