import { readFileSync } from 'node:fs';
import { join } from 'node:path';
import { collect } from '../../src/config/collect';
import { REGISTERED_RULES } from '../../src/engine/registry.generated';
import { inFolder } from './folder';

test('the config that the documentation shows is a valid one', async () => {
  const page = readFileSync(join(__dirname, '../../docs/configuration.md'), 'utf8');
  const example = /^```yaml\n([^]*?)^```/m.exec(page)?.[1] ?? '';
  expect(example).toContain('extends');
  await inFolder({ 'x.yaml': example, 'shared.yaml': '' }, async (cwd) => {
    expect(await collect(join(cwd, 'x.yaml'), cwd, REGISTERED_RULES)).toMatchObject({ ok: true });
  });
});
