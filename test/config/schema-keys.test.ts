import { configSchema } from '../../src/config/schema';
import { keysAt } from '../../src/config/schema-keys';
import { RULES } from './registry';

describe('keys that the schema allows', () => {
  const schema = configSchema(RULES);

  it.each([
    [['build'], ['targets', 'args', 'contexts', 'platform', 'builder']],
    [['overrides', '3'], ['files', 'rules', 'build']],
    [['overrides', '3', 'rules'], RULES.map(({ id }) => id)],
    [['rules', 'no-latest-tag', '1'], ['variables', 'depth', 'allowed', 'strict']],
    [['rules', 'no-sudo'], []],
    [['rules', 'no-sudo', '1'], []],
    [['ignore', '0'], []],
    [['nowhere', 'at', 'all'], []],
  ])('at %j', (path, keys) => {
    expect(keysAt(schema, path)).toEqual(keys);
  });

  it('at the top', () => {
    expect(keysAt(schema, [])).toContain('failLevel');
  });
});
