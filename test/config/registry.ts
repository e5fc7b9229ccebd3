/** A small registry that has one rule of each kind a config can name. */
import type { RegisteredRule, RuleDefinition } from '../../src/engine/rule-definition';

const RULE: RuleDefinition = { summary: '', why: '', severity: 'warning', presets: {}, aliases: [], controls: [], examples: [] };

function rule(id: string, parts: Partial<RuleDefinition>): RegisteredRule {
  return { id, category: 'test', rule: { ...RULE, summary: `Summary of ${id}`, ...parts } };
}

export const RULES: readonly RegisteredRule[] = [
  rule('no-latest-tag', {
    presets: { strict: {}, hadolint: { options: { variables: 'skip' } }, gc: {} },
    aliases: ['hadolint:DL3007', 'trivy:DS-0001', 'kics:f45ea400'],
    options: {
      variables: { type: 'string', enum: ['resolve', 'skip'], default: 'resolve', description: 'What of variables' },
      depth: { type: 'integer', minimum: 1, maximum: 3, default: 3, description: 'How deep' },
      allowed: { type: 'array', items: { type: 'string' }, default: [], description: 'Which pass' },
      strict: { type: 'boolean', default: false, description: 'How strict' },
    },
  }),
  rule('require-labels', {
    severity: 'info',
    presets: { strict: {}, cis: {}, nist: { severity: 'error' }, gc: { severity: 'info' } },
    aliases: ['trivy:DS-0001'],
  }),
  rule('no-sudo', { severity: 'error', presets: { strict: { severity: 'warning' }, gc: {} }, aliases: ['hadolint:DL3004', 'shellcheck:SC2*'] }),
  rule('prefer-numeric-user', { severity: 'off', presets: { strict: {}, hadolint: { severity: 'info' }, cis: {} }, aliases: ['hadolint:DL3066'] }),
  rule('no-overridden-instruction', {
    presets: { hadolint: { severity: 'error' } },
    aliases: ['buildkit:MultipleInstructionsDisallowed', 'hadolint:DL4003', 'hadolint:DL4004'],
    messages: {
      cmd: { aliases: ['hadolint:DL4003'], description: 'A CMD that a later one replaces' },
      entrypoint: { aliases: ['hadolint:DL4004'], description: 'An ENTRYPOINT that a later one replaces' },
    },
  }),
];
