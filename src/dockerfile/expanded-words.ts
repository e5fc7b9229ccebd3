/** Which words of an instruction the builder expands before it runs it, and the variables in them. */
import { referencesInText, type VariableReference } from './expand';
import type { DockerfileModel } from './model-types';
import type { Flag, Heredoc, Instruction, Pair, Word } from './nodes';
import { placesOf } from './word-places';

/** Flags whose value is expanded; for `--mount` these are the options. */
const EXPANDED_FLAGS: ReadonlySet<string> = new Set(['chown', 'chmod']);
const EXPANDED_OPTIONS: ReadonlySet<string> = new Set(['target', 'dst', 'destination', 'source', 'src', 'from', 'id', 'uid', 'gid', 'mode']);

/** The words that the builder expands. FROM is left out: it sees the ARGs above it alone. */
export function expandedWords(instruction: Instruction): readonly Word[] {
  switch (instruction.keyword) {
    case 'COPY':
    case 'ADD':
      return [...instruction.flags.flatMap(flagWords), ...instruction.sources, ...present(instruction.destination)];
    case 'RUN':
      return instruction.flags.flatMap((flag) => (flag.name === 'mount' ? mountWords(flag) : []));
    case 'ENV':
    case 'LABEL':
      return instruction.pairs.flatMap(pairWords);
    case 'ARG':
      return instruction.pairs.flatMap(pairWords);
    case 'WORKDIR':
      return present(instruction.path);
    case 'USER':
      return present(instruction.user);
    case 'STOPSIGNAL':
      return present(instruction.signal);
    case 'VOLUME':
      return instruction.paths;
    case 'EXPOSE':
      return instruction.ports;
    default:
      return [];
  }
}

function flagWords({ name, value }: Flag): readonly Word[] {
  return EXPANDED_FLAGS.has(name.toLowerCase()) ? present(value) : [];
}

function mountWords({ options }: Flag): readonly Word[] {
  return options.flatMap(({ key, value }) => (EXPANDED_OPTIONS.has(key.toLowerCase()) ? present(value) : []));
}

function pairWords({ key, value }: Pair): readonly Word[] {
  return value === null ? [key] : [key, value];
}

function present(word: Word | null): readonly Word[] {
  return word === null ? [] : [word];
}

/** The variables of one word of an instruction, those inside `${a:-$b}` too. */
export function referencesInWord(model: DockerfileModel, word: Word, at: Instruction): readonly VariableReference[] {
  if (!word.raw.includes('$')) return [];
  const { escape } = model.document;
  // In the JSON form the builder expands what JSON means, so its escapes go first.
  const isJson = (at.keyword === 'COPY' || at.keyword === 'ADD' || at.keyword === 'VOLUME') && at.form === 'json';
  if (isJson && word.raw.includes('\\')) return referencesInText(word.value, escape, () => word.range);
  return referencesInText(word.raw, escape, placesOf(word, at.logical));
}

/** A name, plain or in braces; nobody writes a longer word behind the operator. */
const IN_BODY = /\\[\s\S]|\$(?:([A-Za-z_]\w*)|\{([A-Za-z_]\w*)(?::?([-+?#%/])[^}]{0,200})?\})/g;

/** The variables in the body of a COPY or ADD heredoc, which the builder expands unless the name is quoted. Quotes in it mean nothing. */
export function referencesInHeredoc(model: DockerfileModel, { quoted, bodyRange }: Heredoc): readonly VariableReference[] {
  if (quoted) return [];
  const body = model.source.text.slice(bodyRange.start, bodyRange.end);
  const references: VariableReference[] = [];
  for (const match of body.matchAll(IN_BODY)) {
    const name = match[1] ?? match[2];
    if (name === undefined) continue;
    const start = bodyRange.start + match.index;
    references.push({ name, operator: operatorOf(match[3]), range: { start, end: start + match[0].length } });
  }
  return references;
}

function operatorOf(character: string | undefined): VariableReference['operator'] {
  switch (character) {
    case '-':
    case '+':
    case '?':
    case '#':
    case '%':
    case '/':
      return character;
    default:
      return null;
  }
}
