import type { JsonSchema } from './schema';
import type { KeyPath } from './parsed-config';

/** The keys that a schema of ours allows at a place; none where it names none. */
export function keysAt(schema: JsonSchema, path: KeyPath): readonly string[] {
  let place: unknown = schema;
  for (const segment of path) place = step(schema, place, segment);
  return Object.keys(objectAt(resolved(schema, place), 'properties') ?? {});
}

function step(root: JsonSchema, place: unknown, segment: string): unknown {
  const schema = resolved(root, place);
  const property = objectAt(schema, 'properties')?.[segment];
  if (property !== undefined) return property;
  const items = isObject(schema) ? schema['items'] : undefined;
  return Array.isArray(items) ? items[Number(segment)] : items;
}

function resolved(root: JsonSchema, place: unknown): unknown {
  const reference = isObject(place) ? place['$ref'] : undefined;
  if (typeof reference !== 'string') return place;
  return objectAt(root, 'definitions')?.[reference.slice('#/definitions/'.length)];
}

function objectAt(schema: unknown, keyword: string): JsonSchema | undefined {
  const value = isObject(schema) ? schema[keyword] : undefined;
  return isObject(value) ? value : undefined;
}

function isObject(value: unknown): value is JsonSchema {
  return typeof value === 'object' && value !== null && !Array.isArray(value);
}
