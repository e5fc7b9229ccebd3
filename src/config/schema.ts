/**
 * The JSON schema (draft-07) of config files, made from the rules. Editors read it, and the validators that
 * the build compiles from it decide what a config may hold.
 */
import { PRESET_NAMES, type RegisteredRule } from '../engine/rule-definition';
import { BUILDERS, FAIL_LEVELS, LEVELS, PLATFORM_PATTERN } from './config-file';

export interface JsonSchema {
  readonly [keyword: string]: unknown;
}

const LEVEL_REFERENCE: JsonSchema = { $ref: '#/definitions/level' };
const STRINGS: JsonSchema = { type: 'array', items: { type: 'string', minLength: 1 } };

export function configSchema(rules: readonly RegisteredRule[]): JsonSchema {
  return {
    $schema: 'http://json-schema.org/draft-07/schema#',
    title: 'Plimsoll configuration',
    description: '.plimsoll.yaml, .plimsoll.yml, .plimsoll.json, or the key "plimsoll" of package.json',
    type: 'object',
    additionalProperties: false,
    properties: {
      $schema: { type: 'string', description: 'Address of this schema, for editors.' },
      root: { type: 'boolean', enum: [true], description: 'No config file above this one counts.' },
      extends: extendsSchema(),
      rules: { $ref: '#/definitions/rules' },
      overrides: {
        type: 'array',
        description: 'Settings for some files; the last one that matches wins.',
        items: {
          type: 'object',
          additionalProperties: false,
          required: ['files'],
          properties: {
            files: {
              ...STRINGS,
              minItems: 1,
              description: 'Patterns in the manner of .gitignore, relative to this config file.',
            },
            rules: { $ref: '#/definitions/rules' },
            build: { $ref: '#/definitions/build' },
          },
        },
      },
      build: { $ref: '#/definitions/build' },
      ignore: {
        ...STRINGS,
        description: 'Files and folders that are not linted: patterns in the manner of .gitignore, relative to this config file.',
      },
      noInlineConfig: { type: 'boolean', description: 'Suppression comments in Dockerfiles count for nothing.' },
      failLevel: {
        type: 'string',
        enum: FAIL_LEVELS,
        description: 'The lowest severity that makes a run fail (exit code 1). Default: warning.',
      },
    },
    definitions: {
      level: { type: 'string', enum: LEVELS },
      build: buildSchema(),
      entry: ENTRY,
      rules: rulesSchema(rules),
    },
  };
}

/**
 * A level, or a level with options. The condition (in place of a union) leaves one error, the true one, when an entry
 * is wrong.
 */
const ENTRY: JsonSchema = {
  if: { type: 'array' },
  then: { type: 'array', minItems: 2, maxItems: 2, items: [LEVEL_REFERENCE, { type: 'object' }], additionalItems: false },
  else: LEVEL_REFERENCE,
};

/** What each entry is stands once, in `allOf`; with every rule it would be most of the validator made of this. */
function rulesSchema(rules: readonly RegisteredRule[]): JsonSchema {
  const aliases = aliasPattern(rules);
  return {
    type: 'object',
    description: 'Severity, or [severity, options], by rule id or by the id of a peer (DL3007, hadolint:DL3007).',
    allOf: [{ type: 'object', additionalProperties: { $ref: '#/definitions/entry' } }],
    additionalProperties: false,
    properties: Object.fromEntries(rules.map((registered) => [registered.id, ruleSchema(registered)])),
    ...(aliases === null ? {} : { patternProperties: { [aliases]: { type: 'string' } } }),
  };
}

/** What sets the entry of one rule apart: its options, or that it has none. */
function ruleSchema({ rule }: RegisteredRule): JsonSchema {
  const { options = {}, summary } = rule;
  if (Object.keys(options).length === 0) return { description: summary, type: 'string' };
  return {
    description: summary,
    items: [true, { type: 'object', additionalProperties: false, properties: options }],
  };
}

/** One expression for all aliases: as properties of their own they would be most of the schema. */
function aliasPattern(rules: readonly RegisteredRule[]): string | null {
  const byPeer = new Map<string, Set<string>>();
  for (const { rule } of rules) {
    const messages = Object.values(rule.messages ?? {});
    for (const alias of [...rule.aliases, ...messages.flatMap((message) => message.aliases)]) {
      const colon = alias.indexOf(':');
      const peer = alias.slice(0, colon);
      byPeer.set(peer, (byPeer.get(peer) ?? new Set()).add(alias.slice(colon + 1)));
    }
  }
  if (byPeer.size === 0) return null;
  const own = new Set(rules.map(({ id }) => id));
  // Where a peer calls a rule as we do, the bare name is ours: it has options, an alias has none.
  const alternatives = [...byPeer].flatMap(([peer, ids]) => [
    ...namesPattern(`(?:${escapeExpression(peer)}:)?`, [...ids].filter((id) => !own.has(id))),
    ...namesPattern(`${escapeExpression(peer)}:`, [...ids].filter((id) => own.has(id))),
  ]);
  return `^(?:${alternatives.sort().join('|')})$`;
}

function namesPattern(prefix: string, ids: readonly string[]): readonly string[] {
  return ids.length === 0 ? [] : [`${prefix}(?:${[...ids].sort().map(escapeExpression).join('|')})`];
}

/** `*` in an alias stands for a family of ids. */
function escapeExpression(text: string): string {
  return text.replace(/[\\^$.|?+()[\]{}/]/g, '\\$&').replaceAll('*', '[A-Za-z0-9_]*');
}

function extendsSchema(): JsonSchema {
  const names = { type: 'string', minLength: 1, examples: PRESET_NAMES };
  return {
    description: `Presets (${PRESET_NAMES.join(', ')}) and relative paths of other config files; the later ones win. Default: recommended.`,
    if: { type: 'array' },
    then: { type: 'array', items: names },
    else: names,
  };
}

function buildSchema(): JsonSchema {
  return {
    type: 'object',
    description: 'What the build is given from outside.',
    additionalProperties: false,
    properties: {
      targets: { ...STRINGS, description: 'Stages that are built, by name or number. Default: the last one.' },
      args: {
        type: 'object',
        description: 'Build arguments; null for one that is given, with a value that is not known.',
        additionalProperties: { type: ['string', 'null'] },
      },
      contexts: {
        type: 'object',
        description: 'Named build contexts and their locations.',
        additionalProperties: { type: 'string' },
      },
      platform: { type: ['string', 'null'], pattern: PLATFORM_PATTERN, description: 'os/arch[/variant], such as linux/arm64.' },
      builder: { type: 'string', enum: BUILDERS, description: 'Default: buildkit.' },
    },
  };
}
