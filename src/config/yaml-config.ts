/** Config in YAML. Load this module by `import()`, so that a run without YAML does not pay for its parser. */
import { isAlias, isMap, isNode, isScalar, isSeq, parseDocument, type Document } from 'yaml';
import type { KeyPath, ParseOutcome } from './parsed-config';

/** More aliases than this are an attack, not a config. */
const MOST_ALIASES = 100;

export function parseYamlConfig(text: string): ParseOutcome {
  const tooDeep: ParseOutcome = { ok: false, offset: 0, message: 'The file is nested too deeply' };
  let document: Document;
  try {
    // Its own look for repeated keys compares each with each.
    document = parseDocument(text, { prettyErrors: false, logLevel: 'error', uniqueKeys: false });
  } catch {
    // Its parser calls itself for each level.
    return tooDeep;
  }
  const [error] = document.errors;
  if (error !== undefined) {
    const message = error.code === 'MULTIPLE_DOCS' ? 'A config file holds one document only' : firstLine(error.message);
    return { ok: false, offset: error.pos[0], message };
  }
  const repeated = repeatedKey(document);
  if (repeated !== null) return { ok: false, offset: repeated, message: 'Map keys must be unique' };
  try {
    const value: unknown = document.toJS({ maxAliasCount: MOST_ALIASES });
    return { ok: true, config: { value: value ?? {}, locate: (path, part) => locate(document, path, part) } };
  } catch (error) {
    return { ok: false, offset: 0, message: error instanceof ReferenceError ? error.message : 'The file is nested too deeply' };
  }
}

/** Where the first key stands that its mapping has already; null when there is none. */
function repeatedKey(document: Document): number | null {
  let first: number | null = null;
  const waiting: unknown[] = [document.contents];
  while (waiting.length > 0) {
    const node = waiting.pop();
    if (isSeq(node)) for (const item of node.items) waiting.push(item);
    if (!isMap(node)) continue;
    const keys = new Set<string>();
    for (const { key, value } of node.items) {
      waiting.push(key, value);
      const text = textOf(key);
      if (text === null) continue;
      if (keys.has(text)) first = Math.min(first ?? Infinity, offsetOf(key, 0));
      keys.add(text);
    }
  }
  return first;
}

function firstLine(message: string): string {
  const end = message.indexOf('\n');
  return end === -1 ? message : message.slice(0, end);
}

function locate(document: Document, path: KeyPath, part: 'key' | 'value'): number {
  let node: unknown = document.contents;
  let keyAt = offsetOf(node, 0);
  let valueAt = keyAt;
  for (const segment of path) {
    const target = resolved(document, node);
    if (isMap(target)) {
      const pair = target.items.find(({ key }) => textOf(key) === segment);
      if (pair === undefined) return valueAt;
      keyAt = offsetOf(pair.key, valueAt);
      // A key without a value has no place of its own.
      valueAt = offsetOf(pair.value, keyAt);
      node = pair.value;
    } else if (isSeq(target)) {
      node = target.items[Number(segment)];
      keyAt = valueAt = offsetOf(node, valueAt);
    } else {
      return valueAt;
    }
  }
  return part === 'key' ? keyAt : valueAt;
}

function resolved(document: Document, node: unknown): unknown {
  return isAlias(node) ? node.resolve(document) : node;
}

/** A key as `toJS` writes it. */
function textOf(key: unknown): string | null {
  return isScalar(key) ? String(key.value) : null;
}

function offsetOf(node: unknown, otherwise: number): number {
  return (isNode(node) ? node.range?.[0] : undefined) ?? otherwise;
}
