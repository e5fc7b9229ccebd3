import { namesOf } from '../../src/engine/aliases';
import { registered } from '../support/rules';

const REGISTRY = [
  registered('no-latest-tag', { aliases: ['hadolint:DL3007', 'trivy:DS-0001', 'kics:f45ea400'] }),
  registered('no-maintainer', { aliases: ['hadolint:DL4000', 'buildkit:MaintainerDeprecated'] }),
  registered('no-overridden-instruction', {
    aliases: ['hadolint:DL4003', 'hadolint:DL4004', 'buildkit:MultipleInstructionsDisallowed'],
    messages: {
      cmd: { aliases: ['hadolint:DL4003', 'buildkit:MultipleInstructionsDisallowed'], description: '' },
      entrypoint: { aliases: ['hadolint:DL4004', 'buildkit:MultipleInstructionsDisallowed'], description: '' },
    },
  }),
  registered('prefer-exec-form', { aliases: ['hadolint:DL3025', 'buildkit:JSONArgsRecommended'] }),
  registered('no-invalid-json-form', { aliases: ['hadolint:DL3025'] }),
  registered('no-shell-mistakes', { aliases: ['hadolint:SC*'] }),
  registered('no-bashism-in-sh', { aliases: ['hadolint:SC3*'] }),
  registered('no-unset-variable', { aliases: ['hadolint:SC2154'] }),
];
const names = namesOf(REGISTRY);
const rulesOf = (name: string): string[] =>
  names.resolve(name).rules.map(({ rule, messageId }) => (messageId === null ? rule : `${rule}/${messageId}`));

describe('a name stands for', () => {
  it.each([
    ['a rule by its id', 'no-latest-tag', ['no-latest-tag']],
    ['a rule by its id in another case', 'No-Latest-Tag', ['no-latest-tag']],
    ['a rule by a bare alias', 'DL3007', ['no-latest-tag']],
    ['a rule by an alias with its peer', 'hadolint:DL3007', ['no-latest-tag']],
    ['a rule by an alias in another case', 'dl3007', ['no-latest-tag']],
    ['a rule by a BuildKit name in another case', 'maintainerdeprecated', ['no-maintainer']],
    ['a rule by the older form of a Trivy id', 'AVD-DS-0001', ['no-latest-tag']],
    ['a rule by the older form with its peer', 'trivy:AVD-DS-0001', ['no-latest-tag']],
    ['a rule by the whole UUID of a KICS query', 'f45ea400-6bbe-4501-9fc7-1c3d75c32067', ['no-latest-tag']],
    ['one message of a rule', 'DL4003', ['no-overridden-instruction/cmd']],
    ['several messages of a rule', 'MultipleInstructionsDisallowed', ['no-overridden-instruction/cmd', 'no-overridden-instruction/entrypoint']],
    ['the whole rule, by its id', 'no-overridden-instruction', ['no-overridden-instruction']],
    ['several rules', 'DL3025', ['prefer-exec-form', 'no-invalid-json-form']],
    ['the narrowest rule: itself', 'SC2154', ['no-unset-variable']],
    ['the narrowest rule: a small family', 'SC3010', ['no-bashism-in-sh']],
    ['the narrowest rule: a large family', 'SC2086', ['no-shell-mistakes']],
    ['a family, through ShellCheck', 'shellcheck:SC2086', ['no-shell-mistakes']],
  ])('%s', (_, name, rules) => {
    expect(rulesOf(name)).toEqual(rules);
    expect(names.resolve(name).foreign).toBe(false);
  });

  it('nothing, where case matters and differs', () => {
    expect(names.resolve('MaintainerDeprecated', 'exact').rules).toHaveLength(1);
    expect(names.resolve('maintainerdeprecated', 'exact')).toEqual({ rules: [], foreign: false });
    expect(names.resolve('no-maintainer', 'exact').rules).toHaveLength(1);
  });
});

describe('an id of a peer without a rule here is foreign', () => {
  it.each([
    'DL3008', 'hadolint:DL3008', 'hadolint:anything', 'UndefinedVar', 'undefinedvar', 'CKV_DOCKER_3', 'CKV2_DOCKER_11', 'DS-0026', 'AVD-DS-0026',
    'CIS-DI-0010', 'DKL-LI-0003', 'DF020', 'DD017', '9efb0b2d', '9efb0b2d-89c9-41a3-91ca-dcc0aec911fd', 'tally:no-tabs',
  ])('%s', (name) => {
    expect(names.resolve(name)).toEqual({ rules: [], foreign: true });
  });

  it('and a BuildKit name is one in its exact spelling', () => {
    expect(names.resolve('UndefinedVar', 'exact').foreign).toBe(true);
    expect(names.resolve('undefinedvar', 'exact').foreign).toBe(false);
  });
});

describe('an unknown name', () => {
  it.each(['no-latest', 'DL30', 'peer:DL3007', 'SC-2086', 'scan-results', '', '*', 'SC*', `SC${'2'.repeat(200)}`])('is %j', (name) => {
    expect(names.resolve(name)).toEqual({ rules: [], foreign: false });
  });

  it('is near a rule id or a BuildKit name', () => {
    expect(names.nearest('no-latst-tag')).toBe('no-latest-tag');
    expect(names.nearest('maintainerdeprecated')).toBe('MaintainerDeprecated');
    expect(names.nearest('because')).toBeNull();
    expect(names.nearest('n'.repeat(200))).toBeNull();
  });
});

it('lists what stands for the ids of one peer', () => {
  expect(names.ofPeer('buildkit')).toEqual([
    { rule: 'no-maintainer', messageId: null },
    { rule: 'no-overridden-instruction', messageId: 'cmd' },
    { rule: 'no-overridden-instruction', messageId: 'entrypoint' },
    { rule: 'prefer-exec-form', messageId: null },
  ]);
  expect(names.ofPeer('nobody')).toEqual([]);
});

it('makes the table of a registry once', () => {
  expect(namesOf(REGISTRY)).toBe(names);
  expect(namesOf([...REGISTRY])).not.toBe(names);
});

test('an id of a family may be a message of its own', () => {
  const table = namesOf([registered('no-shell-mistakes', { aliases: ['hadolint:SC*'], familyMessages: true }), registered('no-unset-variable', { aliases: ['hadolint:SC2154'] })]);
  const targets = (name: string): unknown => table.resolve(name).rules;
  expect(targets('SC2035')).toEqual([{ rule: 'no-shell-mistakes', messageId: 'SC2035' }]);
  expect(targets('hadolint:sc2035')).toEqual([{ rule: 'no-shell-mistakes', messageId: 'SC2035' }]);
  expect(targets('shellcheck:SC2035')).toEqual([{ rule: 'no-shell-mistakes', messageId: 'SC2035' }]);
  expect(targets('SC2154')).toEqual([{ rule: 'no-unset-variable', messageId: null }]);
});
