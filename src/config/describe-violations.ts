/** What the schema objects to, in words that name the place, what stands there and what may stand there. */
import { namesOf } from '../engine/aliases';
import type { RegisteredRule } from '../engine/rule-definition';
import { nearestName } from '../text/nearest';
import { LEVELS } from './config-file';
import type { KeyPath } from './parsed-config';
import { configSchema } from './schema';
import { keysAt } from './schema-keys';
import { didYouMean, unknownRule } from './unknown-rule';
import type { SchemaError } from './validators.generated';

export interface Mistake {
  readonly path: KeyPath;
  /** Whether the key at that path is wrong, or its value. */
  readonly part: 'key' | 'value';
  /** One sentence without a full stop. */
  readonly message: string;
}

/** Nobody reads more at once, and each is looked up in the whole file. */
const MOST_MISTAKES = 20;

/** `violations` are those of the validator for `value`; never empty. */
export function describeViolations(
  value: unknown,
  violations: readonly SchemaError[],
  rules: readonly RegisteredRule[],
): readonly Mistake[] {
  // A condition reports itself beside what failed in it.
  const causes = violations.filter(({ keyword }) => keyword !== 'if');
  const mistakes = causes.slice(0, MOST_MISTAKES).map((violation) => describe(value, violation, rules));
  if (causes.length > MOST_MISTAKES) mistakes.push({ path: [], part: 'key', message: `Only ${MOST_MISTAKES} of the mistakes in this config are shown` });
  if (mistakes.length === 0) return [{ path: [], part: 'value', message: 'This is not a valid config' }];
  // A value of the wrong type fails its type and its list of values alike.
  const seen = new Set<string>();
  return mistakes.filter(({ path, part }) => {
    const place = JSON.stringify([path, part]);
    return !seen.has(place) && seen.add(place);
  });
}

function describe(value: unknown, violation: SchemaError, rules: readonly RegisteredRule[]): Mistake {
  const path = pathOf(violation.instancePath);
  const { keyword, params } = violation;
  if (keyword === 'additionalProperties') {
    const key = String(params['additionalProperty']);
    return { path: [...path, key], part: 'key', message: unknownKey(path, key, rules) };
  }
  if (keyword === 'required') return { path, part: 'value', message: `${label(path)} needs the key ${String(params['missingProperty'])}` };
  const found = valueAt(value, path);
  const depth = entryDepth(path);
  const rule = path[depth];
  const message = rule === undefined
    ? expectation(label(path), found, violation)
    : describeEntry(rule, path.slice(depth + 1), found, violation, rules);
  return { path, part: 'value', message };
}

/** Where in a path a rule's id or alias stands; the length of the path when it leads elsewhere. */
function entryDepth(path: KeyPath): number {
  const rules = path[0] === 'overrides' ? 2 : 0;
  return path[rules] === 'rules' ? rules + 1 : path.length;
}

function unknownKey(path: KeyPath, key: string, rules: readonly RegisteredRule[]): string {
  const quoted = JSON.stringify(key);
  const depth = entryDepth(path);
  const rule = path[depth];
  if (rule === undefined && path[depth - 1] === 'rules') return unknownRule(key, rules);
  const known = keysAt(configSchema(rules), path);
  const near = didYouMean(nearestName(key, known));
  if (rule !== undefined) return `${rule} has no option ${quoted}${near || `; it has ${known.join(', ')}`}`;
  return `Unknown key ${quoted}${near || `; known here: ${known.join(', ')}`}`;
}

/** `inside`: the rest of the path, from the entry on. */
function describeEntry(
  rule: string,
  inside: KeyPath,
  found: unknown,
  violation: SchemaError,
  rules: readonly RegisteredRule[],
): string {
  const [part, option] = inside;
  if (option !== undefined) return expectation(`The option ${option} of ${rule}`, found, violation);
  if (part === '1') return `The options of ${rule} must be a mapping, not ${shown(found)}`;
  if (part === '0' || !Array.isArray(found)) return severityExpected(rule, found);
  const own = rules.find(({ id }) => id === rule);
  if (own === undefined) {
    const id = namesOf(rules).resolve(rule).rules[0]?.rule ?? 'the id of the rule';
    return `${rule} takes a severity only; give options under ${id}`;
  }
  const hasOptions = Object.keys(own.rule.options ?? {}).length > 0;
  return hasOptions ? `${rule} takes a severity, or a list of a severity and options` : `${rule} has no options; give a severity alone`;
}

function severityExpected(rule: string, found: unknown): string {
  const near = typeof found === 'string' ? nearestName(found, LEVELS) : null;
  return `The severity of ${rule} must be one of ${LEVELS.join(', ')}, not ${shown(found)}${didYouMean(near)}`;
}

function expectation(subject: string, found: unknown, { keyword, params }: SchemaError): string {
  const not = `, not ${shown(found)}`;
  switch (keyword) {
    case 'type':
      return `${subject} must be ${typeNames(params['type'])}${not}${typeof found === 'number' ? '; put quotes around it' : ''}`;
    case 'enum': {
      const allowed = Array.isArray(params['allowedValues']) ? params['allowedValues'].map(String) : [];
      const near = typeof found === 'string' ? nearestName(found, allowed) : null;
      return `${subject} must be ${allowed.length === 1 ? '' : 'one of '}${allowed.join(', ')}${not}${didYouMean(near)}`;
    }
    case 'minimum':
      return `${subject} must be at least ${String(params['limit'])}${not}`;
    case 'maximum':
      return `${subject} must be at most ${String(params['limit'])}${not}`;
    case 'minLength':
    case 'minItems':
      return `${subject} must not be empty`;
    case 'pattern':
      return `${subject} must be os/arch or os/arch/variant, such as linux/arm64${not}`;
    default:
      return `${subject} is not valid${not}`;
  }
}

const TYPE_NAMES: ReadonlyMap<unknown, string> = new Map([
  ['string', 'a text'], ['boolean', 'true or false'], ['integer', 'a whole number'], ['array', 'a list'], ['object', 'a mapping'],
  ['null', 'null'],
]);

function typeNames(types: unknown): string {
  const names: readonly unknown[] = Array.isArray(types) ? types : [types];
  return names.map((name) => TYPE_NAMES.get(name) ?? String(name)).join(' or ');
}

/** Longest text of a config that a message repeats, in characters. */
const LONGEST_SHOWN = 60;

function shown(value: unknown): string {
  if (Array.isArray(value)) return 'a list';
  if (typeof value === 'object' && value !== null) return 'a mapping';
  const text = value === undefined ? 'nothing' : JSON.stringify(value);
  return text.length > LONGEST_SHOWN ? `${text.slice(0, LONGEST_SHOWN)}…` : text;
}

/** `overrides[0].files`, or `The config` for the whole. */
function label(path: KeyPath): string {
  if (path.length === 0) return 'The config';
  return path.map((segment, index) => (/^\d+$/.test(segment) ? `[${segment}]` : `${index === 0 ? '' : '.'}${segment}`)).join('');
}

/** A JSON pointer as a path. */
function pathOf(pointer: string): KeyPath {
  return pointer.split('/').slice(1).map((segment) => segment.replaceAll('~1', '/').replaceAll('~0', '~'));
}

function valueAt(value: unknown, path: KeyPath): unknown {
  let current = value;
  for (const segment of path) {
    if (typeof current !== 'object' || current === null) return undefined;
    current = Object.entries(current).find(([key]) => key === segment)?.[1];
  }
  return current;
}
