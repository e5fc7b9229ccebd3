/**
 * The names by which a rule is known: its id, and the ids that other tools have for the same concern.
 * Comments and configs may use any of them.
 */
import { nearestName } from '../text/nearest';
import type { RegisteredRule } from './rule-definition';

/** A rule, or one of its messages. */
export interface RuleTarget {
  readonly rule: string;
  /** Null for the whole rule. */
  readonly messageId: string | null;
}

export interface ResolvedName {
  /** Empty for a name that no rule has. */
  readonly rules: readonly RuleTarget[];
  /** Known as an id of another tool though no rule here stands for it. */
  readonly foreign: boolean;
}

export interface NameTable {
  /**
   * What a name stands for: a rule id, `peer:id`, or a peer's bare id. Case does not matter, except with `exact`,
   * for the names of BuildKit's own dialect.
   */
  resolve(name: string, matching?: 'exact' | 'any-case'): ResolvedName;
  /** Everything that stands for some id of that peer. */
  ofPeer(peer: string): readonly RuleTarget[];
  /** The known name that a misspelt one may mean. */
  nearest(name: string): string | null;
}

/** BuildKit's checks; https://docs.docker.com/reference/build-checks/, frontend 1.26. */
export const BUILDKIT_CHECKS = [
  'StageNameCasing', 'FromAsCasing', 'NoEmptyContinuation', 'ConsistentInstructionCasing', 'DuplicateStageName', 'ReservedStageName',
  'JSONArgsRecommended', 'MaintainerDeprecated', 'UndefinedArgInFrom', 'WorkdirRelativePath', 'UndefinedVar',
  'MultipleInstructionsDisallowed', 'LegacyKeyValueFormat', 'InvalidBaseImagePlatform', 'RedundantTargetPlatform',
  'SecretsUsedInArgOrEnv', 'InvalidDefaultArgInFrom', 'FromPlatformFlagConstDisallowed', 'CopyIgnoredFile',
  'InvalidDefinitionDescription', 'ExposeProtoCasing', 'ExposeInvalidFormat',
] as const;

const BUILDKIT_LOWER = new Set<string>(BUILDKIT_CHECKS.map((check) => check.toLowerCase()));

const PEERS = new Set([
  'hadolint', 'shellcheck', 'buildkit', 'trivy', 'checkov', 'kics', 'dockle', 'tally', 'droast', 'dockerfile-doctor', 'dockerfilelint',
  'dockerfile_lint', 'dockerfile-utils',
]);

/** Shapes of ids, so that one is known as a peer's also when no rule here has it. */
const FOREIGN_SHAPES = [
  /^dl\d{4}$/, /^sc\d{4}$/, /^ckv\d?(?:_[a-z0-9]+)*_\d+$/, /^ds-\d{4}$/, /^cis-di-\d{4}$/, /^dkl-(?:di|li)-\d{4}$/,
  /^df\d{3}$/, /^dd\d{3}$/, /^[0-9a-f]{8}$/,
];

/** No id is longer; what is longer is not looked at. */
const LONGEST_NAME = 100;

const UNKNOWN: ResolvedName = { rules: [], foreign: false };

const tables = new WeakMap<readonly RegisteredRule[], NameTable>();

/** The names of a registry; made on first use and kept as long as the registry. */
export function namesOf(registry: readonly RegisteredRule[]): NameTable {
  const known = tables.get(registry);
  if (known !== undefined) return known;
  const table = createNameTable(registry);
  tables.set(registry, table);
  return table;
}

interface Name {
  /** As the rule writes it. */
  readonly written: string;
  readonly target: RuleTarget;
}

interface Family extends Name {
  readonly pattern: RegExp;
  /** Characters other than `*`: the narrower of two families has more. */
  readonly literal: number;
  /** Each id of the family is a message of the rule. */
  readonly idsAreMessages: boolean;
}

function createNameTable(registry: readonly RegisteredRule[]): NameTable {
  const byName = new Map<string, Name[]>();
  const byPeer = new Map<string, RuleTarget[]>();
  const families: Family[] = [];

  for (const { id, rule } of registry) {
    append(byName, id.toLowerCase(), { written: id, target: { rule: id, messageId: null } });
    for (const { alias, target } of aliasTargets(id, rule)) {
      const { peer, bare } = splitAlias(alias);
      append(byPeer, peer, target);
      for (const written of [alias, bare]) {
        if (written.includes('*')) families.push({ written, target, pattern: familyPattern(written), literal: written.replaceAll('*', '').length, idsAreMessages: rule.familyMessages === true });
        else append(byName, written.toLowerCase(), { written, target });
      }
    }
  }

  const candidates = [...registry.map(({ id }) => id), ...BUILDKIT_CHECKS];

  function resolve(name: string, matching: 'exact' | 'any-case' = 'any-case'): ResolvedName {
    if (name.length > LONGEST_NAME) return UNKNOWN;
    const plain = normalize(name);
    const folded = plain.toLowerCase();
    const fits = (known: Name): boolean => matching === 'any-case' || known.written === plain;
    const named = (byName.get(folded) ?? []).filter(fits);
    const found = named.length > 0 ? named.map(({ target }) => target) : narrowest(families.filter((family) => family.pattern.test(plain))).map((family) => memberOf(family, plain));
    if (found.length > 0) return { rules: distinct(found), foreign: false };
    return { rules: [], foreign: isForeign(plain, matching) };
  }

  return {
    resolve,
    ofPeer: (peer) => distinct(byPeer.get(peer) ?? []),
    nearest: (name) => (name.length > LONGEST_NAME ? null : nearestName(name, candidates)),
  };
}

/** An alias that messages of the rule claim stands for those messages, any other for the whole rule. */
function aliasTargets(id: string, rule: RegisteredRule['rule']): readonly { readonly alias: string; readonly target: RuleTarget }[] {
  const ofMessages = Object.entries(rule.messages ?? {}).flatMap(([messageId, message]) =>
    message.aliases.map((alias) => ({ alias, target: { rule: id, messageId } })),
  );
  const claimed = new Set(ofMessages.map(({ alias }) => alias));
  const ofRule = rule.aliases.filter((alias) => !claimed.has(alias)).map((alias) => ({ alias, target: { rule: id, messageId: null } }));
  return [...ofMessages, ...ofRule];
}

function splitAlias(alias: string): { readonly peer: string; readonly bare: string } {
  const colon = alias.indexOf(':');
  return { peer: alias.slice(0, colon), bare: alias.slice(colon + 1) };
}

/**
 * Other spellings of one id: Trivy's older `AVD-DS-0001` is `DS-0001`, KICS's whole UUID is known by its first
 * eight digits, and ShellCheck's ids come to rules through hadolint.
 */
function normalize(name: string): string {
  return name
    .replace(/^(trivy:)?avd-/i, '$1')
    .replace(/^shellcheck:/i, '')
    .replace(/^(kics:)?([0-9a-f]{8})-[0-9a-f]{4}-[0-9a-f]{4}-[0-9a-f]{4}-[0-9a-f]{12}$/i, '$1$2');
}

function isForeign(name: string, matching: 'exact' | 'any-case'): boolean {
  const folded = name.toLowerCase();
  const colon = folded.indexOf(':');
  if (colon !== -1) return PEERS.has(folded.slice(0, colon));
  if (BUILDKIT_LOWER.has(folded)) return matching === 'any-case' || BUILDKIT_CHECKS.some((check) => check === name);
  return FOREIGN_SHAPES.some((shape) => shape.test(folded));
}

function familyPattern(written: string): RegExp {
  const parts = written.split('*').map((part) => part.replace(/[.+?^${}()|[\]\\]/g, '\\$&'));
  return new RegExp(`^${parts.join('\\w*')}$`, 'i');
}

/** What one id of a family stands for. */
function memberOf({ target, idsAreMessages }: Family, id: string): RuleTarget {
  if (!idsAreMessages) return target;
  return { rule: target.rule, messageId: id.slice(id.indexOf(':') + 1).toUpperCase() };
}

function narrowest(families: readonly Family[]): readonly Family[] {
  const most = Math.max(...families.map((family) => family.literal));
  return families.filter((family) => family.literal === most);
}

function distinct(targets: readonly RuleTarget[]): readonly RuleTarget[] {
  const byKey = new Map(targets.map((target) => [`${target.rule}/${target.messageId ?? ''}`, target]));
  return [...byKey.values()];
}

function append<V>(lists: Map<string, V[]>, key: string, value: V): void {
  const list = lists.get(key);
  if (list === undefined) lists.set(key, [value]);
  else list.push(value);
}
