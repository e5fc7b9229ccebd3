/**
 * The plain way to read the arguments of `lint`, for the start-up path: it knows the usual spellings and leaves
 * everything else (help, other spellings, mistakes) to oclif. A test holds both to the same answers.
 */
import { LINT_FLAGS, type FlagDefinition, type FlagValue, type LintArguments } from './lint-flags';

/** Up to nine digits: no number of these is inexact. */
const NUMBER = /^\d{1,9}$/;

/** The arguments behind the word `lint`, or null when oclif must see to them. */
export function scanLintArguments(argv: readonly string[]): LintArguments | null {
  const paths: string[] = [];
  const flags: Record<string, FlagValue> = {};
  for (let at = 0; at < argv.length; at += 1) {
    const word = argv[at] ?? '';
    if (word === '--') {
      paths.push(...argv.slice(at + 1));
      break;
    }
    if (word === '-' || !word.startsWith('-')) {
      paths.push(word);
      continue;
    }
    const flag = readFlag(word, argv[at + 1]);
    if (flag === null || !addFlag(flags, flag)) return null;
    at += flag.words - 1;
  }
  return { paths, flags };
}

interface ReadFlag {
  readonly name: string;
  readonly repeatable: boolean;
  readonly value: string | number | boolean;
  /** How many words it takes. */
  readonly words: 1 | 2;
}

function readFlag(word: string, next: string | undefined): ReadFlag | null {
  const equals = word.indexOf('=');
  const written = equals === -1 ? word : word.slice(0, equals);
  const found = findFlag(written);
  if (found === null) return null;
  const { name, definition, value } = found;
  if (definition.kind === 'switch') return equals === -1 ? { name, repeatable: false, value, words: 1 } : null;
  const text = equals === -1 ? next : word.slice(equals + 1);
  if (text === undefined || text === '' || text.startsWith('-')) return null;
  const given = readValue(definition, text);
  const repeatable = definition.kind !== 'number' && definition.repeatable === true;
  return given === null ? null : { name, repeatable, value: given, words: equals === -1 ? 2 : 1 };
}

interface FoundFlag {
  readonly name: string;
  readonly definition: FlagDefinition;
  /** Of a switch. */
  readonly value: boolean;
}

function findFlag(written: string): FoundFlag | null {
  if (!written.startsWith('--')) {
    const [name, definition] = Object.entries(LINT_FLAGS).find(([, { char }]) => `-${char ?? ''}` === written) ?? [];
    return name === undefined || definition === undefined ? null : { name, definition, value: true };
  }
  const name = written.slice(2);
  const own = definitionOf(name);
  if (own !== null) return { name, definition: own, value: true };
  const positive = name.startsWith('no-') ? name.slice('no-'.length) : '';
  const definition = definitionOf(positive);
  return definition?.kind === 'switch' && definition.negatable === true ? { name: positive, definition, value: false } : null;
}

function definitionOf(name: string): FlagDefinition | null {
  return Object.hasOwn(LINT_FLAGS, name) ? (LINT_FLAGS[name] ?? null) : null;
}

function readValue(definition: Exclude<FlagDefinition, { kind: 'switch' }>, text: string): string | number | null {
  if (definition.kind === 'number') return NUMBER.test(text) ? Number(text) : null;
  if (definition.kind === 'choice') return definition.options.includes(text) ? text : null;
  return text;
}

/** False for a second use of a flag that may be used once. */
function addFlag(flags: Record<string, FlagValue>, { name, repeatable, value }: ReadFlag): boolean {
  const earlier = flags[name];
  if (repeatable) flags[name] = [...(Array.isArray(earlier) ? earlier.map(String) : []), String(value)];
  else flags[name] = value;
  return repeatable || earlier === undefined || typeof value === 'boolean';
}
