/** From layers of config and the command line to the settings of one file. Pure. */
import { DEFAULT_BUILD, type RuleSetting, type Settings } from './settings';
import type { BuildInputs } from '../dockerfile/model-types';
import { namesOf, type NameTable } from '../engine/aliases';
import type { Level, PresetName, RegisteredRule, RuleDefinition } from '../engine/rule-definition';
import { extendsOf, type ConfigFile, type FailLevel, type OptionValues, type RuleEntries, type RuleEntry } from './config-file';
import type { ConfigLayer, FileLayer } from './layers';
import { compilePatterns, coversPath, type Pattern } from './patterns';
import { presetRules } from './presets';

/** What the command line says; it wins over every file. */
export interface CommandLineSettings {
  /** In place of the presets that files extend; empty leaves those. */
  readonly presets: readonly PresetName[];
  /** Severities by rule id or alias, in order. */
  readonly rules: Readonly<Record<string, Level>>;
  readonly build: Partial<BuildInputs>;
  readonly noInlineConfig: boolean;
  readonly failLevel: FailLevel | null;
  /** Facts that are gathered at the user's wish: rules that need one are on, unless a config says otherwise. */
  readonly facts?: readonly NonNullable<RuleDefinition['needs']>[];
}

export interface ResolvedConfig {
  readonly settings: Settings;
  readonly failLevel: FailLevel;
}

/** What one config says of the files it is for. Paths are absolute, with `/` between names. */
export interface Resolver {
  /** Null for a text without a file, such as standard input without a name: no override is for it. */
  readonly resolve: (path: string | null) => ResolvedConfig;
  readonly isIgnored: (path: string, isFolder: boolean) => boolean;
}

const DEFAULT_FAIL_LEVEL: FailLevel = 'warning';

export function createResolver(layers: readonly ConfigLayer[], commandLine: CommandLineSettings, rules: readonly RegisteredRule[]): Resolver {
  const steps = withPresets(layers, commandLine.presets).map(prepare);
  const known = new Map<string, ResolvedConfig>();

  function resolve(path: string | null): ResolvedConfig {
    const matching = steps.map(({ overrides }) => overrides.map(({ scope }) => path !== null && isInScope(scope, path)));
    const key = JSON.stringify(matching);
    let resolved = known.get(key);
    if (resolved === undefined) {
      const applied = steps.map((step, index) => ({ ...step, overrides: step.overrides.filter((_, at) => matching[index]?.[at] === true) }));
      resolved = combine(applied, commandLine, rules);
      known.set(key, resolved);
    }
    return resolved;
  }

  return { resolve, isIgnored: (path, isFolder) => steps.some(({ ignored }) => ignored !== null && isInScope(ignored, path, isFolder)) };
}

/** Paths below a folder that match patterns. */
interface Scope {
  readonly folder: string;
  readonly patterns: readonly Pattern[];
}

/** A layer, made ready for many files. */
interface Step {
  readonly layer: ConfigLayer;
  readonly ignored: Scope | null;
  readonly overrides: readonly { readonly scope: Scope; readonly rules: RuleEntries; readonly build: Partial<BuildInputs> }[];
}

function prepare(layer: ConfigLayer): Step {
  if (layer.kind === 'preset') return { layer, ignored: null, overrides: [] };
  const { folder, content } = layer;
  const scope = (patterns: readonly string[]): Scope => ({ folder, patterns: compilePatterns(patterns) });
  return {
    layer,
    ignored: content.ignore === undefined ? null : scope(content.ignore),
    overrides: (content.overrides ?? []).map(({ files, rules = {}, build = {} }) => ({ scope: scope(files), rules, build })),
  };
}

function isInScope({ folder, patterns }: Scope, path: string, isFolder = false): boolean {
  const prefix = folder.endsWith('/') ? folder : `${folder}/`;
  return path.startsWith(prefix) && coversPath(patterns, path.slice(prefix.length), isFolder);
}

/**
 * `recommended` is under everything, unless a preset is named somewhere, or an empty `extends` says that there
 * shall be none.
 */
function withPresets(layers: readonly ConfigLayer[], named: readonly PresetName[]): readonly ConfigLayer[] {
  const preset = (name: PresetName): ConfigLayer => ({ kind: 'preset', name });
  if (named.length > 0) return [...named.map(preset), ...layers.filter(({ kind }) => kind === 'file')];
  return layers.some(choosesPresets) ? layers : [preset('recommended'), ...layers];
}

function choosesPresets(layer: ConfigLayer): boolean {
  return layer.kind === 'preset' || (layer.content.extends !== undefined && extendsOf(layer.content).length === 0);
}

function combine(steps: readonly Step[], commandLine: CommandLineSettings, rules: readonly RegisteredRule[]): ResolvedConfig {
  const drafts = new Map<string, Draft>();
  let build = DEFAULT_BUILD;
  // Their findings lower it as the fact says.
  for (const { id, rule } of rules) if (rule.needs !== undefined && commandLine.facts?.includes(rule.needs) === true) setRule(drafts, id, 'error', false, {});
  for (const { layer, overrides } of steps) {
    if (layer.kind === 'preset') {
      for (const [id, { severity, options, messages }] of presetRules(layer.name, rules)) setRule(drafts, id, severity, false, options, messages);
      continue;
    }
    for (const { rules: entries = {}, build: inputs = {} } of [layer.content, ...overrides]) {
      applyEntries(drafts, entries, rules);
      build = mergeBuild(build, inputs);
    }
  }
  applyEntries(drafts, commandLine.rules, rules);
  const files = steps.flatMap(({ layer }) => (layer.kind === 'file' ? [layer] : []));
  return {
    settings: {
      rules: completed(drafts, rules),
      build: mergeBuild(build, commandLine.build),
      inlineConfig: !(commandLine.noInlineConfig || lastOf(files, 'noInlineConfig') === true),
    },
    failLevel: commandLine.failLevel ?? lastOf(files, 'failLevel') ?? DEFAULT_FAIL_LEVEL,
  };
}

function lastOf<K extends 'noInlineConfig' | 'failLevel'>(files: readonly FileLayer[], key: K): NonNullable<ConfigFile[K]> | undefined {
  return files.map(({ content }) => content[key]).filter((value) => value !== undefined).at(-1);
}

/** A rule's setting in the making: its options are only those that something set. */
interface Draft {
  readonly severity: Level;
  readonly explicit: boolean;
  readonly options: OptionValues;
  readonly messages: Readonly<Record<string, Level>>;
}

function setRule(
  drafts: Map<string, Draft>, id: string, severity: Level, explicit: boolean, options: OptionValues, messages: Readonly<Record<string, Level>> = {},
): void {
  drafts.set(id, { severity, explicit, options: { ...drafts.get(id)?.options, ...options }, messages });
}

/** The narrower name wins over the wider one, wherever it stands: an alias of several rules, a rule, one message of it. */
function applyEntries(drafts: Map<string, Draft>, entries: RuleEntries, rules: readonly RegisteredRule[]): void {
  const all = Object.entries(entries);
  if (all.length === 0) return;
  const names = namesOf(rules);
  const ids = new Set(rules.map(({ id }) => id));
  const aliases = all.filter(([name]) => !ids.has(name)).flatMap(([name, entry]) => targetsOf(names, name, entry));
  for (const { rule, messageId, level } of aliases) if (messageId === null) setRule(drafts, rule, level, true, {});
  for (const [name, entry] of all) if (ids.has(name)) setRule(drafts, name, levelOf(entry), true, optionsOf(entry));
  for (const { rule, messageId, level } of aliases) {
    if (messageId === null) continue;
    const draft = drafts.get(rule) ?? { severity: 'off', explicit: false, options: {}, messages: {} };
    drafts.set(rule, { ...draft, messages: { ...draft.messages, [messageId]: level } });
  }
}

function targetsOf(
  names: NameTable,
  name: string,
  entry: RuleEntry,
): readonly { readonly rule: string; readonly messageId: string | null; readonly level: Level }[] {
  return names.resolve(name).rules.map((target) => ({ ...target, level: levelOf(entry) }));
}

function levelOf(entry: RuleEntry): Level {
  return typeof entry === 'string' ? entry : entry[0];
}

function optionsOf(entry: RuleEntry): OptionValues {
  return typeof entry === 'string' ? {} : entry[1];
}

function completed(drafts: ReadonlyMap<string, Draft>, rules: readonly RegisteredRule[]): ReadonlyMap<string, RuleSetting> {
  const settings = new Map<string, RuleSetting>();
  for (const { id, rule } of rules) {
    const draft = drafts.get(id);
    if (draft !== undefined) settings.set(id, { ...draft, options: { ...defaultsOf(rule), ...draft.options } });
  }
  return settings;
}

function defaultsOf({ options = {} }: RuleDefinition): OptionValues {
  return Object.fromEntries(Object.entries(options).map(([name, schema]) => [name, schema.default]));
}

function mergeBuild(base: BuildInputs, given: Partial<BuildInputs>): BuildInputs {
  return { ...base, ...given, args: { ...base.args, ...given.args }, contexts: { ...base.contexts, ...given.contexts } };
}
