/**
 * Plimsoll as a library. Pure: no file, no network, no Node API, so it runs in a browser as it is.
 *
 *     import { lintText } from 'plimsoll';
 *     const { problems } = lintText('FROM node:latest', { rules: { 'require-labels': 'off' } });
 *
 * Offsets, lines and columns count from 0, in UTF-16 code units, as in the Language Server Protocol.
 */
import type { RuleEntries } from './config/config-file';
import { createResolver } from './config/resolve';
import type { Settings } from './config/settings';
import type { BuildInputs } from './dockerfile/model-types';
import { createSource } from './dockerfile/source';
import { namesOf } from './engine/aliases';
import { lint } from './engine/lint';
import { REGISTERED_RULES } from './engine/registry.generated';
import type { FileResult } from './engine/result';
import type { PresetName } from './engine/rule-definition';

export interface SettingsOptions {
  /** Which rules run, and how severe they are; later ones win. Default: `recommended`. */
  readonly presets?: readonly PresetName[];
  /** By rule id, or an id that another tool has for it: a severity, or a severity with options. */
  readonly rules?: RuleEntries;
  /** What the build is given from outside. */
  readonly build?: Partial<BuildInputs>;
  /** False: suppression comments count for nothing. Default: true. */
  readonly inlineConfig?: boolean;
}

export interface LintOptions extends SettingsOptions {
  /** Only for the result. Default: `Dockerfile`. */
  readonly path?: string;
  /** ISO date that facts which age are judged by. Default: null, the dates of the tables themselves. */
  readonly asOf?: string | null;
}

/** Judges the text of a Dockerfile. Throws when `options` names a rule that does not exist. */
export function lintText(text: string, options: LintOptions = {}): FileResult {
  return lint(createSource(options.path ?? 'Dockerfile', text), createSettings(options), { asOf: options.asOf ?? null });
}

/** Settings to use for many files. Throws when `rules` names a rule that does not exist. */
export function createSettings({ presets = [], rules = {}, build = {}, inlineConfig = true }: SettingsOptions = {}): Settings {
  const names = namesOf(REGISTERED_RULES);
  for (const name of Object.keys(rules)) {
    const { rules: found, foreign } = names.resolve(name);
    if (found.length > 0 || foreign) continue;
    const nearest = names.nearest(name);
    throw new RangeError(`there is no rule ${name}${nearest === null ? '' : `; did you mean ${nearest}?`}`);
  }
  const file = { kind: 'file', path: '', folder: '/', content: { rules, build } } as const;
  const commandLine = { presets, rules: {}, build: {}, noInlineConfig: !inlineConfig, failLevel: null };
  return createResolver([file], commandLine, REGISTERED_RULES).resolve(null).settings;
}

export { applyEdits, type AppliedEdits } from './engine/edits';
export { INTERNAL_ERROR, lint } from './engine/lint';
export { createSource } from './dockerfile/source';
export type { RuleEntries, RuleEntry } from './config/config-file';
export type { RuleSetting, Settings } from './config/settings';
export type { BuildInputs } from './dockerfile/model-types';
export type { Encoding, Position, Range, Source } from './dockerfile/source';
export type { Edit, FileResult, Fix, FixKind, FixScope, Problem, Severity, Span, SuppressedProblem } from './engine/result';
export type { Facts, Level, PresetName, RegisteredRule } from './engine/rule-definition';
