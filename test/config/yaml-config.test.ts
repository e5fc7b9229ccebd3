import { parseYamlConfig } from '../../src/config/yaml-config';

const TEXT = `# house rules
extends: [recommended]
shared: &shared
  label: x
rules:
  no-maintainer:
    - error
    - *shared
  "quoted": off
  empty:
list:
  - a
  - b: 1
`;

function placeOf(text: string, offset: number): string {
  const before = text.slice(0, offset).split('\n');
  return `${before.length}:${(before.at(-1) ?? '').length + 1}`;
}

describe('a config in YAML', () => {
  it.each([
    [['extends'], '2:1', '2:10'],
    [['extends', '0'], '2:11', '2:11'],
    [['rules', 'no-maintainer', '0'], '7:7', '7:7'],
    [['rules', 'no-maintainer', '1', 'label'], '4:3', '4:10'],
    [['rules', 'quoted'], '9:3', '9:13'],
    [['list', '1', 'b'], '13:5', '13:8'],
    [['rules', 'missing'], '6:3', '6:3'],
    [['extends', '0', 'deeper'], '2:11', '2:11'],
    [['extends', '9'], '2:10', '2:10'],
  ])('knows where %j stands', (path, key, value) => {
    const outcome = parseYamlConfig(TEXT);
    if (!outcome.ok) throw new Error(outcome.message);
    expect(placeOf(TEXT, outcome.config.locate(path, 'key'))).toBe(key);
    expect(placeOf(TEXT, outcome.config.locate(path, 'value'))).toBe(value);
  });

  it('reads `off` as the word, and an empty file as no settings', () => {
    const outcome = parseYamlConfig(TEXT);
    expect(outcome.ok && outcome.config.value).toMatchObject({ rules: { quoted: 'off', empty: null } });
    expect(parseYamlConfig('# nothing yet\n')).toMatchObject({ ok: true, config: { value: {} } });
  });

  it.each([
    ['rules:\n\tno-sudo: off\n', '2:1', 'Tabs are not allowed as indentation'],
    ['a: 1\na: 2\n', '2:1', 'Map keys must be unique'],
    ['a:\n  - {b: {c: 1, "c": 2}}\n  - 1\n', '2:16', 'Map keys must be unique'],
    ['a: [1, 2\n', '2:1', 'Flow sequence in block collection must be sufficiently indented and end with a ]'],
    ['a: 1\n---\nb: 2\n', '2:1', 'A config file holds one document only'],
  ])('%j is refused at %s', (text, place, message) => {
    const outcome = parseYamlConfig(text);
    if (outcome.ok) throw new Error('accepted');
    expect(placeOf(text, outcome.offset)).toBe(place);
    expect(outcome.message).toBe(message);
  });

  it('may have very many keys, which are not compared with each other', () => {
    const keys = Array.from({ length: 30_000 }, (_, index) => `k${index}`);
    const outcome = parseYamlConfig(keys.map((key) => `${key}: 1\n`).join(''));
    expect(outcome.ok && Object.keys(outcome.config.value ?? {}).length).toBe(keys.length);
  });

  it('is not blown up by aliases of aliases, nor by deep nesting', () => {
    const levels = 'bcdefghij'.split('').map((name, index) => `${name}: &${name} [${Array(9).fill(`*${'abcdefghi'[index]}`).join(',')}]`);
    expect(parseYamlConfig(`a: &a [x,x,x,x,x,x,x,x,x]\n${levels.join('\n')}\n`)).toEqual({
      ok: false, offset: 0, message: 'Excessive alias count indicates a resource exhaustion attack',
    });
    expect(parseYamlConfig('['.repeat(20_000))).toMatchObject({ ok: false });
  });
});
