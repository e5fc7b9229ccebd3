/** Whether a config says something sensible. */
import { PRESET_NAMES, type RegisteredRule } from '../engine/rule-definition';
import { nearestName } from '../text/nearest';
import { extendsOf, isFileReference, type ConfigFile } from './config-file';
import { describeViolations, type Mistake } from './describe-violations';
import { isPresetName } from './presets';
import { didYouMean } from './unknown-rule';
import type { ConfigValidator } from './validators.generated';

export type CheckOutcome =
  | { readonly ok: true; readonly content: ConfigFile }
  | { readonly ok: false; readonly mistakes: readonly Mistake[] };

export function checkConfig(value: unknown, validate: ConfigValidator, rules: readonly RegisteredRule[]): CheckOutcome {
  if (!validate(value)) return { ok: false, mistakes: describeViolations(value, validate.errors ?? [], rules) };
  const mistakes = unknownPresets(value);
  return mistakes.length > 0 ? { ok: false, mistakes } : { ok: true, content: value };
}

function unknownPresets(content: ConfigFile): readonly Mistake[] {
  return extendsOf(content).flatMap((entry, index): readonly Mistake[] => {
    if (isFileReference(entry) || isPresetName(entry)) return [];
    const hint = didYouMean(nearestName(entry, PRESET_NAMES)) || `; there are ${PRESET_NAMES.join(', ')}, and paths such as ./base.yaml`;
    const path = typeof content.extends === 'string' ? ['extends'] : ['extends', String(index)];
    return [{ path, part: 'value', message: `Unknown preset ${JSON.stringify(entry)}${hint}` }];
  });
}
