import { assert, jsonValue, property, string } from 'fast-check';
import { parseJsonConfig } from '../../src/config/json-config';

/** Line and column, from 1, of an offset. */
function placeOf(text: string, offset: number): string {
  const before = text.slice(0, offset).split('\n');
  return `${before.length}:${(before.at(-1) ?? '').length + 1}`;
}

describe('a config in JSON', () => {
  const text = '{\n  "rules": {\n    "a\\u0062": ["error", { "x": [1, {"y": 2}] }],\n    "b": "off"\n  },\n  "rules2": []\n}';

  it.each([
    [[], '1:1', '1:1'],
    [['rules'], '2:3', '2:12'],
    [['rules', 'ab'], '3:5', '3:16'],
    [['rules', 'ab', '1', 'x', '1', 'y'], '3:38', '3:43'],
    [['rules', 'b'], '4:5', '4:10'],
    [['rules2'], '6:3', '6:13'],
    [['rules', 'missing'], '2:12', '2:12'],
    [['rules', 'b', 'deeper'], '4:10', '4:10'],
    [['rules2', '0'], '6:13', '6:13'],
  ])('knows where %j stands', (path, key, value) => {
    const outcome = parseJsonConfig(text);
    if (!outcome.ok) throw new Error(outcome.message);
    expect(placeOf(text, outcome.config.locate(path, 'key'))).toBe(key);
    expect(placeOf(text, outcome.config.locate(path, 'value'))).toBe(value);
  });

  it('finds the last of equal keys, which is the one that counts', () => {
    const twice = '{"a": 1,\n"a": 2}';
    const outcome = parseJsonConfig(twice);
    expect(outcome.ok && outcome.config.value).toEqual({ a: 2 });
    expect(outcome.ok && placeOf(twice, outcome.config.locate(['a'], 'key'))).toBe('2:1');
  });

  it('may begin with a byte-order mark', () => {
    const outcome = parseJsonConfig('\ufeff{"a": 1}');
    expect(outcome.ok && outcome.config.locate(['a'], 'value')).toBe(7);
  });

  it.each([
    ['', '1:1', 'Expected a value, but the file ends here'],
    ['{"a": tru}', '1:7', 'Expected a value, not t'],
    ['{"a": 1,\n}', '2:1', 'Expected a key, not }'],
    ['{"a" 1}', '1:6', 'Expected ":", not 1'],
    ['{"a": 1 "b": 2}', '1:9', 'Expected "," or "}", not "b"'],
    ['{"a": [1 2]}', '1:10', 'Expected "," or "]", not 2'],
    ['{"a": [,]}', '1:8', 'Expected a value or "]", not ,'],
    ['{,}', '1:2', 'Expected a key or "}", not ,'],
    ['{"a": [1,]}', '1:10', 'Expected a value, not ]'],
    ['{"a": 1}}', '1:9', 'Expected the end of the file, not }'],
    ['{"a": [1, 2', '1:12', 'Expected "," or "]", but the file ends here'],
    ['{ // why\n}', '1:3', 'Expected a key or "}"; comments are not allowed in JSON (they are in .plimsoll.yaml)'],
    ["{'a': 1}", '1:2', 'Expected a key or "}"; strings stand in double quotes'],
    ['{"a": "x\ny"}', '1:7', 'Expected a value; this string is not closed, or holds a character that must be escaped'],
    ['{"a": {}, "b": [], "c": 01}', '1:26', 'Expected "," or "}", not 1'],
  ])('%j is refused at %s', (broken, place, message) => {
    const outcome = parseJsonConfig(broken);
    if (outcome.ok) throw new Error('accepted');
    expect(placeOf(broken, outcome.offset)).toBe(place);
    expect(outcome.message).toBe(message);
  });

  it('finds a place for whatever JSON.parse refuses', () => {
    assert(
      property(jsonValue(), string(), (value, extra) => {
        const whole = JSON.stringify(value);
        for (const candidate of [whole.slice(0, -1), whole + extra, extra, `[${whole}${extra}]`]) {
          const outcome = parseJsonConfig(candidate);
          if (!outcome.ok) expect(outcome.offset).toBeLessThanOrEqual(candidate.length);
        }
      }),
    );
  });

  it('reads deep nesting', () => {
    const deep = `${'['.repeat(50_000)}${']'.repeat(50_000)}`;
    expect(parseJsonConfig(`${deep}]`)).toMatchObject({ ok: false, offset: 100_000 });
  });
});
