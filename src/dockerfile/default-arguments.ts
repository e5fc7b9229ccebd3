/** What the words of FROM are when a build gives no arguments, and whether any arguments could make a name of them. */
import { expandText, type Lookup } from './expand';
import { textOf, type Found } from './found';
import type { DockerfileModel } from './model-types';
import type { Instruction, Word } from './nodes';
import { PLATFORM_ARGUMENTS } from './platforms';
import { parseReference } from './references';
import { knownText, type Value } from './values';
import { placesOf } from './word-places';

const UNSET: Found = { state: 'unset' };
const UNKNOWN: Found = { state: 'unknown' };

/** The global ARGs as they are when a build gives none; null where a value comes from outside the file. */
export interface ArgumentDefaults {
  /** A word of FROM. */
  expand(word: Word, at: Instruction): string | null;
  /** One argument; '' for one without default. */
  valueOf(name: string): string | null;
}

export function argumentDefaults(model: DockerfileModel): ArgumentDefaults {
  const { escape } = model.document;
  const values = new Map<string, Found>();
  const lookup: Lookup = (name) => values.get(name) ?? (PLATFORM_ARGUMENTS.has(name) ? UNKNOWN : UNSET);
  for (const node of model.globalArgs) {
    for (const { key, value } of node.pairs) {
      const name = key.value;
      if (Object.hasOwn(model.build.args, name)) values.set(name, UNKNOWN);
      else if (value !== null) values.set(name, foundOf(expandText(value.raw, escape, placesOf(value, node.logical), lookup), name));
    }
  }
  return {
    expand: (word, at) => knownText(expandText(word.raw, escape, placesOf(word, at.logical), lookup)),
    valueOf(name) {
      const found = lookup(name);
      if (found.state === 'unset') return '';
      return found.state === 'set' ? textOf(found.parts) : null;
    },
  };
}

function foundOf(value: Value, name: string): Found {
  return { state: 'set', parts: value.kind === 'unset' ? [] : value.parts, origin: { kind: 'arg', name, range: null } };
}

/** False if the text is no image reference, whatever its variables hold. */
export function canBeReference(word: Word, at: Instruction, escape: '\\' | '`'): boolean {
  const value = expandText(word.raw, escape, placesOf(word, at.logical), () => UNKNOWN);
  return parseReference(word, value).valid;
}
