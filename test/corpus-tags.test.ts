import { readFileSync, readdirSync } from 'node:fs';
import { join } from 'node:path';
import { positionAt } from '../src/dockerfile/source';
import { createSettings, createSource, lint } from '../src/index';
import { REGISTERED_RULES } from '../src/engine/registry.generated';
import { describeShared, sharedPath } from './support/shared';

const JUDGES = ['no-latest-tag', 'require-image-tag'];

/** Why a rule about tags has nothing to say of a reference. */
type Excuse = 'stage' | 'scratch' | 'digest' | 'unknown';

interface Reference {
  /** 0-based. */
  readonly line: number;
  readonly excuse: Excuse;
}

/**
 * A reading of its own, line by line: it knows neither the model nor dockerfile-ast. It joins nothing, so that a
 * reference that does not stand on the line of its keyword is not looked at.
 */
function excusedReferences(text: string): readonly Reference[] {
  const stages = new Set<string>();
  const defaults = new Map<string, string>();
  const found: Reference[] = [];
  let stageCount = 0;
  text.split('\n').forEach((raw, line) => {
    const words = raw.trim().split(/\s+/);
    const keyword = (words[0] ?? '').toUpperCase();
    if (keyword === 'ARG' && stageCount === 0) {
      const [, name, value] = /^\s*arg\s+(\w+)(?:=(.*?))?\s*$/i.exec(raw) ?? [];
      if (name !== undefined && value !== undefined) defaults.set(name, value);
    }
    if (keyword === 'FROM') {
      const rest = words.slice(1).filter((word) => !word.startsWith('--'));
      const [image = ''] = rest;
      const excuse = excuseOf(image, stages, defaults);
      if (excuse !== null) found.push({ line, excuse });
      if (rest[1]?.toUpperCase() === 'AS' && rest[2] !== undefined) stages.add(rest[2].toLowerCase());
      stageCount += 1;
    }
    const copied = /^\s*copy\s.*--from=["']?([^\s"']+)/i.exec(raw)?.[1];
    if (copied !== undefined && (stages.has(copied.toLowerCase()) || /^\d+$/.test(copied))) found.push({ line, excuse: 'stage' });
  });
  return found;
}

function excuseOf(image: string, stages: ReadonlySet<string>, defaults: ReadonlyMap<string, string>): Excuse | null {
  if (stages.has(image.toLowerCase())) return 'stage';
  if (image === 'scratch') return 'scratch';
  if (image.includes('@sha256:')) return 'digest';
  // What stands behind the last variable without a known value is known: a tag there is judged, rightly.
  const lastUnknown = [...image.matchAll(/\$\{?(\w+)\}?/g)].filter(([written, name = '']) => !defaults.has(name) && !written.includes(':-')).at(-1);
  if (lastUnknown === undefined || /\$\{\w+[:#%/+?-]/.test(image)) return null;
  const behind = image.slice(lastUnknown.index + lastUnknown[0].length);
  return /[:/]/.test(behind) ? null : 'unknown';
}

test('the simple reader finds what it is made for', () => {
  const text = 'ARG TAG=1\nARG NONE\nFROM golang:1 AS build\nFROM scratch\nCOPY --from=Build /a /a\nFROM build\nFROM a@sha256:00\nFROM b:$NONE\nFROM $NONE/c:latest\nFROM d:$TAG\n';
  expect(excusedReferences(text).map(({ line, excuse }) => [line, excuse])).toEqual([
    [3, 'scratch'], [4, 'stage'], [5, 'stage'], [6, 'digest'], [7, 'unknown'],
  ]);
});

describeShared('over the corpus', () => {
  test('no tag rule speaks of a stage, scratch, a digest or an unknown variable', () => {
    const folder = sharedPath('corpus', 'dockerfiles') ?? '';
    const off = REGISTERED_RULES.filter(({ id }) => !JUDGES.includes(id)).map(({ id }) => [id, 'off'] as const);
    const settings = createSettings({ rules: { ...Object.fromEntries(off), 'no-latest-tag': 'error', 'require-image-tag': 'error' } });
    const counts: Record<Excuse | 'problems', number> = { stage: 0, scratch: 0, digest: 0, unknown: 0, problems: 0 };
    const wrong: string[] = [];
    for (const entry of readdirSync(folder, { recursive: true, withFileTypes: true })) {
      if (!entry.isFile()) continue;
      const path = join(entry.parentPath, entry.name);
      const source = createSource(path, readFileSync(path, 'utf8'));
      const { problems } = lint(source, settings, { asOf: null });
      counts.problems += problems.length;
      const reported = new Set(problems.map(({ start }) => positionAt(source, start).line));
      for (const { line, excuse } of excusedReferences(source.text)) {
        counts[excuse] += 1;
        if (reported.has(line)) wrong.push(`${path}:${line + 1} ${excuse}`);
      }
    }
    expect(wrong).toEqual([]);
    // The corpus holds dozens of each or more; a reader that finds none proves nothing.
    expect(counts.stage).toBeGreaterThan(500);
    expect(counts.scratch).toBeGreaterThan(20);
    expect(counts.digest).toBeGreaterThan(20);
    expect(counts.unknown).toBeGreaterThan(20);
    expect(counts.problems).toBeGreaterThan(200);
  });
});
