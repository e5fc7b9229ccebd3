import type { ConfigFile } from '../../src/config/config-file';
import type { ConfigLayer } from '../../src/config/layers';
import { createResolver, type CommandLineSettings } from '../../src/config/resolve';
import { DEFAULT_BUILD } from '../../src/config/settings';
import { registered } from '../support/rules';
import { RULES } from './registry';

const NO_FLAGS: CommandLineSettings = { presets: [], rules: {}, build: {}, noInlineConfig: false, failLevel: null };

function file(content: ConfigFile, folder = '/project'): ConfigLayer {
  return { kind: 'file', path: '.plimsoll.yaml', folder, content };
}

const HADOLINT: ConfigLayer = { kind: 'preset', name: 'hadolint' };

function levels(layers: readonly ConfigLayer[], flags: Partial<CommandLineSettings> = {}, path: string | null = null): Readonly<Record<string, string>> {
  const { settings } = createResolver(layers, { ...NO_FLAGS, ...flags }, RULES).resolve(path);
  return Object.fromEntries([...settings.rules].map(([id, { severity, explicit }]) => [id, explicit ? `${severity}!` : severity]));
}

const RECOMMENDED = { 'no-latest-tag': 'warning', 'require-labels': 'info', 'no-sudo': 'error', 'no-overridden-instruction': 'warning' };

describe('presets', () => {
  it('are recommended unless something else is said', () => {
    expect(levels([])).toEqual(RECOMMENDED);
    expect(levels([file({ rules: {} })])).toEqual(RECOMMENDED);
    expect(levels([file({ extends: './base.yaml' }), file({})])).toEqual(RECOMMENDED);
  });

  it('are none when `extends` is empty', () => {
    expect(levels([file({ extends: [] })])).toEqual({});
    expect(levels([file({ extends: [], rules: { 'no-sudo': 'info' } })])).toEqual({ 'no-sudo': 'info!' });
  });

  it('replace one another in order', () => {
    expect(levels([HADOLINT])).toEqual({ 'no-latest-tag': 'warning', 'prefer-numeric-user': 'info', 'no-overridden-instruction': 'error' });
    expect(levels([HADOLINT, { kind: 'preset', name: 'recommended' }])).toEqual({ ...RECOMMENDED, 'prefer-numeric-user': 'info' });
  });

  it('of the command line stand in place of those of the files, whose rules stay', () => {
    expect(levels([HADOLINT, file({ rules: { 'no-sudo': 'off' } })], { presets: ['recommended'] })).toEqual({ ...RECOMMENDED, 'no-sudo': 'off!' });
  });
});

describe('rules', () => {
  it('are set by id or by alias, in files and then on the command line', () => {
    expect(levels([file({ rules: { 'no-sudo': 'info', DL3007: 'error' } })], { rules: { 'no-sudo': 'off' } })).toEqual({
      ...RECOMMENDED, 'no-sudo': 'off!', 'no-latest-tag': 'error!',
    });
  });

  it('obey an alias that several share, unless their own id says otherwise', () => {
    const rules = { 'no-latest-tag': 'error', 'DS-0001': 'off' } as const;
    expect(levels([file({ rules })])).toEqual({ ...RECOMMENDED, 'no-latest-tag': 'error!', 'require-labels': 'off!' });
  });

  it('are completed with their defaults, then what presets and files set', () => {
    const optionsOf = (layers: readonly ConfigLayer[]): unknown => createResolver(layers, NO_FLAGS, RULES).resolve(null).settings.rules.get('no-latest-tag')?.options;
    expect(optionsOf([])).toEqual({ variables: 'resolve', depth: 3, allowed: [], strict: false });
    expect(optionsOf([HADOLINT, file({ rules: { 'no-latest-tag': ['error', { depth: 1 }] } })])).toEqual({ variables: 'skip', depth: 1, allowed: [], strict: false });
    expect(optionsOf([HADOLINT, file({ rules: { 'no-latest-tag': ['error', { variables: 'resolve' }] } })])).toMatchObject({ variables: 'resolve' });
  });

  it('have one message set by the alias of that message', () => {
    const settingOf = (layers: readonly ConfigLayer[]): unknown => createResolver(layers, NO_FLAGS, RULES).resolve(null).settings.rules.get('no-overridden-instruction');
    expect(settingOf([file({ rules: { DL4003: 'off' } })])).toMatchObject({ severity: 'warning', explicit: false, messages: { cmd: 'off' } });
    expect(settingOf([file({ rules: { DL4003: 'info', DL4004: 'off', 'no-overridden-instruction': 'error' } })])).toMatchObject({
      severity: 'error', explicit: true, messages: { cmd: 'info', entrypoint: 'off' },
    });
    expect(settingOf([file({ extends: [], rules: { DL4003: 'error' } })])).toMatchObject({ severity: 'off', messages: { cmd: 'error' } });
    expect(settingOf([file({ rules: { DL4003: 'off' } }), file({ rules: { 'no-overridden-instruction': 'error' } })])).toMatchObject({ messages: {} });
  });
});

describe('levels of messages that a preset gives', () => {
  const presets = { hadolint: { messages: { entrypoint: 'error' as const } }, strict: {} };
  const rules = RULES.map((each) => (each.id === 'no-overridden-instruction' ? { ...each, rule: { ...each.rule, presets } } : each));
  const settingOf = (layers: readonly ConfigLayer[]): unknown => createResolver(layers, NO_FLAGS, rules).resolve(null).settings.rules.get('no-overridden-instruction');

  it('hold until something else is said of the rule or the message', () => {
    expect(settingOf([HADOLINT])).toMatchObject({ severity: 'warning', messages: { entrypoint: 'error' } });
    expect(settingOf([HADOLINT, file({ rules: { DL4003: 'off' } })])).toMatchObject({ messages: { entrypoint: 'error', cmd: 'off' } });
    expect(settingOf([HADOLINT, file({ rules: { DL4004: 'info' } })])).toMatchObject({ messages: { entrypoint: 'info' } });
    expect(settingOf([HADOLINT, file({ rules: { 'no-overridden-instruction': 'info' } })])).toMatchObject({ severity: 'info', messages: {} });
    expect(settingOf([HADOLINT, { kind: 'preset', name: 'strict' }])).toMatchObject({ severity: 'warning', messages: {} });
  });
});

describe('overrides', () => {
  const layers = [
    file({ rules: { 'no-sudo': 'info' }, overrides: [{ files: ['*.dev', 'test/'], rules: { 'no-sudo': 'off' }, build: { targets: ['dev'] } }, { files: ['/last.dev'], rules: { 'no-sudo': 'warning' } }] }),
  ];
  const sudo = (path: string | null): string | undefined => levels(layers, {}, path)['no-sudo'];

  it('are for the files that match, and the last one wins', () => {
    expect(sudo('/project/Dockerfile')).toBe('info!');
    expect(sudo('/project/a/b.dev')).toBe('off!');
    expect(sudo('/project/test/Dockerfile')).toBe('off!');
    expect(sudo('/project/last.dev')).toBe('warning!');
  });

  it('are not for files outside the folder, nor for a text without a file', () => {
    expect(sudo('/elsewhere/b.dev')).toBe('info!');
    expect(sudo('/project-2/b.dev')).toBe('info!');
    expect(sudo(null)).toBe('info!');
  });

  it('lie under the rules of a later layer', () => {
    expect(levels([...layers, file({ rules: { 'no-sudo': 'error' } })], {}, '/project/b.dev')['no-sudo']).toBe('error!');
  });

  it('work from the root of the file system', () => {
    const root = [file({ overrides: [{ files: ['etc/*'], rules: { 'no-sudo': 'off' } }] }, '/')];
    expect(levels(root, {}, '/etc/Dockerfile')['no-sudo']).toBe('off!');
  });

  it('give equal files the very same settings', () => {
    const resolver = createResolver(layers, NO_FLAGS, RULES);
    expect(resolver.resolve('/project/a.dev')).toBe(resolver.resolve('/project/b.dev'));
  });
});

describe('the other settings', () => {
  const resolved = (layers: readonly ConfigLayer[], flags: Partial<CommandLineSettings> = {}): ReturnType<ReturnType<typeof createResolver>['resolve']> =>
    createResolver(layers, { ...NO_FLAGS, ...flags }, RULES).resolve('/project/x.dev');

  it('have defaults', () => {
    expect(resolved([])).toMatchObject({ failLevel: 'warning', settings: { build: DEFAULT_BUILD, inlineConfig: true } });
  });

  it('come from the last layer that has them, and from the command line before all', () => {
    const layers = [file({ failLevel: 'error', noInlineConfig: true }), file({ failLevel: 'info' })];
    expect(resolved(layers)).toMatchObject({ failLevel: 'info', settings: { inlineConfig: false } });
    expect(resolved([...layers, file({ noInlineConfig: false })]).settings.inlineConfig).toBe(true);
    expect(resolved([file({ noInlineConfig: false })], { noInlineConfig: true, failLevel: 'never' })).toMatchObject({
      failLevel: 'never', settings: { inlineConfig: false },
    });
  });

  it('of the build add up: arguments and contexts by name, the rest as a whole', () => {
    const base = file({ build: { targets: ['a'], args: { A: '1', B: '1' }, contexts: { x: './x' }, platform: 'linux/amd64' } });
    const dev = file({ overrides: [{ files: ['*.dev'], build: { targets: ['dev'], args: { B: '2' } } }] });
    expect(resolved([base, dev], { build: { args: { C: null }, contexts: { y: './y' } } }).settings.build).toEqual({
      targets: ['dev'], args: { A: '1', B: '2', C: null }, contexts: { x: './x', y: './y' }, platform: 'linux/amd64', builder: 'buildkit',
    });
  });
});

describe('ignored paths', () => {
  const resolver = createResolver([file({ ignore: ['vendor/', '*.tmp'] }, '/project/base'), file({ ignore: ['x'] })], NO_FLAGS, RULES);

  it.each([
    ['/project/base/vendor', true, true],
    ['/project/base/vendor', false, false],
    ['/project/base/vendor/a/Dockerfile', false, true],
    ['/project/vendor/Dockerfile', false, false],
    ['/project/base/a.tmp', false, true],
    ['/project/a/x', false, true],
    ['/elsewhere/x', false, false],
  ])('%s (folder: %s) is ignored: %s', (path, isFolder, ignored) => {
    expect(resolver.isIgnored(path, isFolder)).toBe(ignored);
  });
});

it('turns on what needs a fact that is gathered, unless a config says otherwise', () => {
  const rules = [registered('needy', { severity: 'off', needs: 'shellcheck', aliases: ['hadolint:SC*'], familyMessages: true })];
  const setting = (content: Partial<ConfigFile>, flags: Partial<CommandLineSettings>): unknown =>
    createResolver([{ kind: 'file', path: 'c', folder: '/', content }], { ...NO_FLAGS, ...flags }, rules).resolve(null).settings.rules.get('needy');
  expect(setting({}, {})).toBeUndefined();
  expect(setting({}, { facts: ['shellcheck'] })).toMatchObject({ severity: 'error' });
  expect(setting({ rules: { needy: 'off' } }, { facts: ['shellcheck'] })).toMatchObject({ severity: 'off' });
  expect(setting({ rules: { SC2035: 'off' } }, { facts: ['shellcheck'] })).toMatchObject({ severity: 'error', messages: { SC2035: 'off' } });
});
