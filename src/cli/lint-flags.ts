/**
 * The flags of `lint`: the one table from which both oclif's flags and the scanner of the start-up path are made.
 * A flag that is not here is an unknown flag.
 */
import { FAIL_LEVELS } from '../config/config-file';
import { PRESET_NAMES } from '../engine/rule-definition';
import type { FormatName } from '../report/format';

export type FlagGroup = 'OUTPUT' | 'RESULT' | 'CONFIG' | 'BUILD' | 'FILES';

export type FlagDefinition = {
  readonly summary: string;
  readonly group: FlagGroup;
  /** A letter that stands for it. */
  readonly char?: 'c' | 'f' | 'o';
} & (
  | { readonly kind: 'switch'; readonly negatable?: boolean }
  | { readonly kind: 'number'; readonly value: string }
  /** `value` names what is expected; `repeatable`: each use adds one. */
  | { readonly kind: 'text'; readonly value: string; readonly repeatable?: boolean }
  | { readonly kind: 'choice'; readonly options: readonly string[]; readonly repeatable?: boolean }
);

export const FORMATS = ['text', 'json', 'sarif', 'github'] as const satisfies readonly FormatName[];

export const LINT_FLAGS: Readonly<Record<string, FlagDefinition>> = {
  format: { kind: 'choice', char: 'f', options: FORMATS, group: 'OUTPUT', summary: 'How problems are reported; text unless given.' },
  'output-file': { kind: 'text', char: 'o', value: 'FILE', group: 'OUTPUT', summary: 'Write the report to a file, not to stdout.' },
  quiet: { kind: 'switch', group: 'OUTPUT', summary: 'Report errors only; the exit code stays what it is.' },
  color: { kind: 'switch', negatable: true, group: 'OUTPUT', summary: 'Colour, whatever the terminal and the environment say.' },

  'fail-level': {
    kind: 'choice', options: FAIL_LEVELS, group: 'RESULT',
    summary: 'Exit with 1 from this severity on; warning unless given.',
  },
  'max-warnings': { kind: 'number', value: 'N', group: 'RESULT', summary: 'Let warnings fail the run only when there are more than N.' },

  config: { kind: 'text', char: 'c', value: 'FILE', group: 'CONFIG', summary: 'Use this config file; none is looked for.' },
  'no-config-lookup': { kind: 'switch', group: 'CONFIG', summary: 'Look for no config file.' },
  preset: {
    kind: 'choice', options: PRESET_NAMES, repeatable: true, group: 'CONFIG',
    summary: 'Use this preset in place of those that the config extends.',
  },
  rule: { kind: 'text', value: 'ID:SEVERITY', repeatable: true, group: 'CONFIG', summary: 'Set the severity of a rule: off, info, warning or error.' },
  'as-of': { kind: 'text', value: 'DATE', group: 'CONFIG', summary: 'Day (YYYY-MM-DD) by which facts that age are judged; that of their table unless given.' },
  'no-inline-config': { kind: 'switch', group: 'CONFIG', summary: 'Let suppression comments count for nothing.' },
  'print-config': { kind: 'switch', group: 'CONFIG', summary: 'Print the settings that a file is linted with, as a config.' },

  shellcheck: {
    kind: 'text', value: 'off|auto|PATH', group: 'CONFIG',
    summary: 'Show the RUN instructions to ShellCheck: to the program at PATH, or (auto) to the one that is installed, if any; off unless given.',
  },

  target: { kind: 'text', value: 'STAGE', repeatable: true, group: 'BUILD', summary: 'Stage that is built; the last one unless given.' },
  'build-arg': { kind: 'text', value: 'NAME[=VALUE]', repeatable: true, group: 'BUILD', summary: 'Build argument; without a value it is unknown.' },
  'build-context': { kind: 'text', value: 'NAME=LOCATION', repeatable: true, group: 'BUILD', summary: 'Named build context.' },
  context: { kind: 'text', value: 'DIR', group: 'BUILD', summary: 'Folder that is sent to the builder: COPY and ADD are judged with its ignore file.' },
  platform: { kind: 'text', value: 'OS/ARCH', group: 'BUILD', summary: 'Platform that is built for.' },

  'stdin-filename': { kind: 'text', value: 'FILE', group: 'FILES', summary: 'Name for what - reads: for its config, and in reports.' },
  'ignore-pattern': {
    kind: 'text', value: 'PATTERN', repeatable: true, group: 'FILES',
    summary: 'Leave out files and folders that match, in the manner of .gitignore.',
  },
  'no-ignore': { kind: 'switch', group: 'FILES', summary: 'Disregard .gitignore files and the ignore key of configs.' },
  'no-error-on-unmatched-pattern': { kind: 'switch', group: 'FILES', summary: 'A folder without Dockerfiles is no error.' },
};

export type FlagValue = string | number | boolean | readonly string[];

/** The arguments of `lint` as written: what the flags mean is decided later, alike for both ways of scanning. */
export interface LintArguments {
  readonly paths: readonly string[];
  /** By name of the flag; one that was not given is missing. */
  readonly flags: Readonly<Record<string, FlagValue>>;
}
