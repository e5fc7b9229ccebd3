import { nearestName } from '../text/nearest';

/** What is wrong with a command line, as one sentence, from what oclif throws; null when it threw something else. */
export function parseMistake(error: unknown): string | null {
  if (!(isRecord(error) && 'oclif' in error && typeof error['message'] === 'string')) return null;
  const { flags } = error;
  const missing = missingArguments(error['args']);
  const text = Array.isArray(flags) ? unknownFlags(flags.map(String), knownFlags(error)) : (missing ?? plainText(error['message']));
  return `${text} (plimsoll --help tells more)`;
}

function unknownFlags(unknown: readonly string[], known: readonly string[]): string {
  return unknown
    .map((flag) => {
      const written = flag.split('=', 1)[0] ?? flag;
      const nearest = nearestName(written, known);
      return `unknown flag ${written}${nearest === null ? '' : `; did you mean ${nearest}?`}`;
    })
    .join('; ');
}

/** The flags of the command that was called, as they are written. */
function knownFlags(error: Readonly<Record<string, unknown>>): readonly string[] {
  const parse = error['parse'];
  const input = isRecord(parse) ? parse['input'] : undefined;
  const flags = isRecord(input) ? input['flags'] : undefined;
  return isRecord(flags) ? Object.keys(flags).map((name) => `--${name}`) : [];
}

/** For arguments that are described, not those that are too many, which are texts. */
function missingArguments(given: unknown): string | null {
  const names = (Array.isArray(given) ? given : []).filter(isRecord).map(({ name }) => String(name).toUpperCase());
  return names.length === 0 ? null : `missing ${names.join(' and ')}`;
}

/** oclif's sentence without its line breaks and without its own hint. */
function plainText(message: string): string {
  const text = message.replace(/\s*See more help with --help\s*$/, '').replace(/\s+/g, ' ').trim();
  return text.charAt(0).toLowerCase() + text.slice(1);
}

function isRecord(value: unknown): value is Readonly<Record<string, unknown>> {
  return typeof value === 'object' && value !== null;
}
