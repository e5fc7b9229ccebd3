import { readFileSync, readdirSync } from 'node:fs';
import { join } from 'node:path';
import { createSource } from '../src/dockerfile/source';
import { lint } from '../src/engine/lint';
import { REGISTERED_RULES } from '../src/engine/registry.generated';
import type { RegisteredRule } from '../src/engine/rule-definition';
import { settingsFor } from './support/rules';
import { describeShared, sharedPath } from './support/shared';

const gated = REGISTERED_RULES.filter(({ rule }) => rule.mentions !== undefined);
const ungated = gated.map(({ id, category, rule: { mentions: _, ...rule } }): RegisteredRule => ({ id, category, rule }));

describeShared('over the corpus', () => {
  test('no rule finds anything in a file that holds none of the words it mentions', () => {
    const folder = sharedPath('corpus', 'dockerfiles') ?? '';
    const settings = settingsFor(gated);
    const missed: string[] = [];
    let found = 0;
    for (const entry of readdirSync(folder, { recursive: true, withFileTypes: true })) {
      if (!entry.isFile()) continue;
      const path = join(entry.parentPath, entry.name);
      const source = createSource(path, readFileSync(path, 'utf8'));
      const places = (registry: readonly RegisteredRule[]): readonly string[] =>
        lint(source, settings, { asOf: null }, registry).problems.map(({ rule, span }) => `${path}:${span.line + 1} ${rule}`);
      const asked = new Set(places(gated));
      const all = places(ungated);
      found += all.length;
      missed.push(...all.filter((place) => !asked.has(place)));
    }
    expect(missed).toEqual([]);
    expect(gated.length === 0 || found > 1000).toBe(true);
  });
});
