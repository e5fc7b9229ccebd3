/** What the arguments of `lint` mean. */
import { LEVELS, PLATFORM_PATTERN, type FailLevel, FAIL_LEVELS } from '../config/config-file';
import { unknownRule } from '../config/unknown-rule';
import { isPresetName } from '../config/presets';
import type { CommandLineSettings } from '../config/resolve';
import type { BuildInputs } from '../dockerfile/model-types';
import { namesOf } from '../engine/aliases';
import type { Level, RegisteredRule } from '../engine/rule-definition';
import type { FormatName } from '../report/format';
import { FORMATS, type LintArguments } from './lint-flags';

export interface LintOptions {
  /** As given, without repetitions; empty stands for the working folder. */
  readonly paths: readonly string[];
  readonly format: FormatName;
  /** Null for stdout. */
  readonly outputFile: string | null;
  readonly quiet: boolean;
  /** Null when `--color` and `--no-color` are not given. */
  readonly color: boolean | null;
  /** Null when warnings count one by one. */
  readonly maxWarnings: number | null;
  readonly configFile: string | null;
  readonly configLookup: boolean;
  readonly printConfig: boolean;
  readonly stdinFilename: string | null;
  readonly ignorePatterns: readonly string[];
  /** Whether `.gitignore` files and the `ignore` of configs count. */
  readonly ignoreFiles: boolean;
  readonly errorOnUnmatched: boolean;
  /** ISO date that facts which age are judged by; null for that of their table. */
  readonly asOf: string | null;
  /** The build context, as given; null when it is not known. */
  readonly contextFolder: string | null;
  /** `auto` or the path of the program; null when it is not to be asked. */
  readonly shellcheck: string | null;
  readonly settings: CommandLineSettings;
}

export type OptionsOutcome =
  | { readonly ok: true; readonly options: LintOptions }
  /** Each a sentence without a full stop. */
  | { readonly ok: false; readonly mistakes: readonly string[] };

export function lintOptions({ paths, flags }: LintArguments, rules: readonly RegisteredRule[]): OptionsOutcome {
  const text = (name: string): string | null => (typeof flags[name] === 'string' ? flags[name] : null);
  const list = (name: string): readonly string[] => {
    const value = flags[name];
    return typeof value === 'object' ? value : [];
  };
  const isOn = (name: string): boolean => flags[name] === true;
  const mistakes: string[] = [];
  const note = (mistake: string): void => void mistakes.push(mistake);

  const maxWarnings = flags['max-warnings'];
  const stdinFilename = text('stdin-filename');
  if (stdinFilename !== null && !paths.includes('-')) note('--stdin-filename is for the path -, which is not given');
  if (typeof maxWarnings === 'number' && maxWarnings < 0) note(`--max-warnings ${maxWarnings}: write 0 or more`);
  if (paths.includes('')) note('one of the paths is empty; write . for this folder');
  for (const name of ['output-file', 'config', 'stdin-filename']) if (text(name) === '') note(`--${name} needs the name of a file, and it is empty`);
  if (text('context') === '') note('--context needs the name of a folder, and it is empty');
  const shellcheck = text('shellcheck') === 'off' ? null : text('shellcheck');
  if (shellcheck === '') note('--shellcheck needs off, auto or the path of the program, and it is empty');
  if (isOn('print-config') && new Set(paths).size > 1) note('--print-config takes one path');

  const options: LintOptions = {
    paths: [...new Set(paths)],
    format: FORMATS.find((format) => format === text('format')) ?? 'text',
    outputFile: text('output-file'),
    quiet: isOn('quiet'),
    color: typeof flags['color'] === 'boolean' ? flags['color'] : null,
    maxWarnings: typeof maxWarnings === 'number' ? maxWarnings : null,
    configFile: text('config'),
    configLookup: !isOn('no-config-lookup'),
    printConfig: isOn('print-config'),
    stdinFilename,
    ignorePatterns: list('ignore-pattern'),
    ignoreFiles: !isOn('no-ignore'),
    errorOnUnmatched: !isOn('no-error-on-unmatched-pattern'),
    asOf: day(text('as-of'), note),
    contextFolder: text('context'),
    shellcheck,
    settings: {
      presets: list('preset').filter(isPresetName),
      rules: ruleLevels(list('rule'), rules, note),
      build: {
        ...(list('target').length > 0 ? { targets: list('target') } : {}),
        args: buildArguments(list('build-arg'), note),
        contexts: buildContexts(list('build-context'), note),
        ...platform(text('platform'), note),
      },
      noInlineConfig: isOn('no-inline-config'),
      failLevel: failLevel(text('fail-level')),
      ...(shellcheck === null ? {} : { facts: ['shellcheck'] as const }),
    },
  };
  return mistakes.length > 0 ? { ok: false, mistakes } : { ok: true, options };
}

function failLevel(text: string | null): FailLevel | null {
  return FAIL_LEVELS.find((level) => level === text) ?? null;
}

function day(text: string | null, note: (mistake: string) => void): string | null {
  if (text !== null && !isDay(text)) note(`--as-of ${text}: write a day as YYYY-MM-DD`);
  return text;
}

function isDay(text: string): boolean {
  const date = new Date(`${text}T00:00:00Z`);
  return /^\d{4}-\d\d-\d\d$/.test(text) && !Number.isNaN(date.getTime()) && date.toISOString().startsWith(text);
}

/** `ID:SEVERITY`; an id may hold a colon itself (`hadolint:DL3007:off`). */
function ruleLevels(given: readonly string[], rules: readonly RegisteredRule[], note: (mistake: string) => void): Readonly<Record<string, Level>> {
  const levels: [string, Level][] = [];
  for (const text of given) {
    const colon = text.lastIndexOf(':');
    const name = text.slice(0, Math.max(colon, 0));
    const level = LEVELS.find((known) => known === text.slice(colon + 1));
    if (level === undefined || name === '') {
      note(`--rule ${text}: write ID:SEVERITY, with a severity of ${LEVELS.join(', ')}`);
    } else if (namesOf(rules).resolve(name).rules.length === 0) {
      note(`--rule ${text}: ${unknownRule(name, rules)}`);
    } else {
      levels.push([name, level]);
    }
  }
  return Object.fromEntries(levels);
}

function buildArguments(given: readonly string[], note: (mistake: string) => void): BuildInputs['args'] {
  return Object.fromEntries(
    given.map((text) => {
      const [name, value] = splitPair(text);
      if (name === '') note(`--build-arg ${text}: write NAME=VALUE or NAME`);
      return [name, value];
    }),
  );
}

function buildContexts(given: readonly string[], note: (mistake: string) => void): BuildInputs['contexts'] {
  return Object.fromEntries(
    given.map((text) => {
      const [name, location] = splitPair(text);
      if (name === '' || location === null || location === '') note(`--build-context ${text}: write NAME=LOCATION`);
      return [name, location ?? ''];
    }),
  );
}

function platform(text: string | null, note: (mistake: string) => void): Pick<BuildInputs, 'platform'> | Record<never, never> {
  if (text === null) return {};
  if (!new RegExp(PLATFORM_PATTERN, 'u').test(text)) note(`--platform ${text}: write OS/ARCH or OS/ARCH/VARIANT, such as linux/arm64`);
  return { platform: text };
}

function splitPair(text: string): readonly [name: string, value: string | null] {
  const equals = text.indexOf('=');
  return equals === -1 ? [text, null] : [text.slice(0, equals), text.slice(equals + 1)];
}
