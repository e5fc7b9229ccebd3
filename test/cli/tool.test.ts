import { readFileSync } from 'node:fs';
import { join } from 'node:path';
import { TOOL } from '../../src/cli/tool';

test('the program calls itself as its package does', () => {
  const { name, version }: { name: string; version: string } = JSON.parse(readFileSync(join(__dirname, '../../package.json'), 'utf8'));
  expect(TOOL).toEqual({ name, version });
});
