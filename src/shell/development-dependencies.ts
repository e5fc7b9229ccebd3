/**
 * Which commands install what a project needs only to be developed: because nothing says otherwise, or because they are told to.
 * Sources: the tools' own command references (npm 11, yarn 1 and 4, pnpm 10, bun 1.2, composer 2.8, bundler 2.6, poetry 2.1, uv 0.9, pip 25), state of 2026.
 */
import type { ShellWord } from './commands';
import type { PackageManagerName } from './manager-shape';
import type { PackageCommand, PackageOption } from './package-managers';

export interface DevelopmentDependencies {
  /** The word that asks for them; null when the tool installs them by itself. */
  readonly asked: ShellWord | null;
  /** The same with its value, `--include=dev`; '' for none. */
  readonly askedText: string;
  /** A project has them only if it says so, and many have none. */
  readonly areRare: boolean;
  /** What leaves them out, for a sentence. */
  readonly remedy: string;
  /** The option that does, where one is right for every version of the tool. */
  readonly option: string | null;
  /** Environment variables that leave them out if they hold anything: only where nothing asks for them. */
  readonly variables: readonly string[];
}

interface Shape {
  readonly subcommands: readonly string[];
  /** Without the option it installs them. */
  readonly byDefault: boolean;
  leavesOut(option: PackageOption): boolean;
  asksFor(option: PackageOption): boolean;
  /** It installs nothing, or nothing of the project. */
  readonly not: readonly string[];
  readonly remedy: string;
  readonly option: string | null;
  readonly variables: readonly string[];
}

const NPM_INSTALLS = ['install', 'i', 'in', 'isntall', 'ci', 'clean-install', 'install-clean'];
/** npm's own, which yarn 1 and pnpm read, too. */
const NPM_VARIABLES = [
  'NODE_ENV', 'npm_config_production', 'NPM_CONFIG_PRODUCTION', 'npm_config_omit', 'NPM_CONFIG_OMIT', 'npm_config_only', 'NPM_CONFIG_ONLY',
];

let shapes: ReadonlyMap<PackageManagerName, Shape> | null = null;

/** Null when the command installs none, or nothing of a project, or a variable may say so. */
export function developmentDependencies(asked: PackageCommand): DevelopmentDependencies | null {
  const { manager, subcommandText, subcommand, options, packages, opaque, dryRun } = asked;
  const shape = (shapes ??= shapesByManager()).get(manager);
  if (shape === undefined || dryRun || !shape.subcommands.includes(subcommandText)) return null;
  if (options.some(({ name }) => shape.not.includes(name))) return null;
  if (subcommand === null && options.some(({ name }) => /^--?(?:v|h|version|help)$/.test(name))) return null;
  const { remedy, option, variables } = shape;
  const told = toldTo(asked, shape);
  if (told !== null) return { ...told, areRare: false, remedy: manager === 'pip' || isPipOfUv(asked) ? 'leave that out' : remedy, option: null, variables: [] };
  if (!shape.byDefault || isPipOfUv(asked) || packages.length > 0 || opaque.length > 0 || options.some((each) => shape.leavesOut(each))) return null;
  return { asked: null, askedText: '', areRare: manager === 'bundle', remedy, option, variables };
}

function toldTo({ manager, options, packages }: PackageCommand, shape: Shape): Pick<DevelopmentDependencies, 'asked' | 'askedText'> | null {
  const option = options.find((each) => shape.asksFor(each));
  if (option !== undefined) {
    const { word, value } = option;
    return { asked: word, askedText: value === null || word.value.endsWith(value) ? word.value : `${word.value} ${value}` };
  }
  const extra = manager === 'pip' || manager === 'uv' ? packages.find(({ value }) => isDevelopmentExtra(value)) : undefined;
  return extra === undefined ? null : { asked: extra, askedText: extra.value };
}

function isPipOfUv({ manager, subcommandText }: PackageCommand): boolean {
  return manager === 'uv' && subcommandText.startsWith('pip ');
}

function shapesByManager(): ReadonlyMap<PackageManagerName, Shape> {
  const npm: Shape = {
    subcommands: NPM_INSTALLS,
    byDefault: true,
    leavesOut: ({ name, value }) => ((name === '--production' || name === '--prod') && value !== 'false') || (name === '--omit' && value === 'dev') || (name === '--only' && (value ?? '').startsWith("prod")),
    asksFor: ({ name, value }) => (name === '--include' || name === '--also') && (value ?? '').startsWith("dev"),
    not: ['-g', '--global', '--location', '--package-lock-only', '--lockfile-only', '--mode'],
    remedy: 'add --omit=dev',
    option: '--omit=dev',
    variables: NPM_VARIABLES,
  };
  const pip: Shape = {
    subcommands: ['install'],
    byDefault: false,
    leavesOut: () => false,
    asksFor: ({ name, value }) => ((name === '-r' || name.startsWith('--requirement')) && isDevelopmentFile(value)) || (name === '--group' && isDevelopmentGroup(value))
      || ((name === '-e' || name === '--editable') && isDevelopmentExtra(value)),
    not: ['--no-index'],
    remedy: 'leave that out',
    option: null,
    variables: [],
  };
  return new Map<PackageManagerName, Shape>([
    ['npm', npm],
    ['yarn', {
      ...npm, subcommands: ['', 'install'], leavesOut: ({ name, value }) => (name === '--production' || name === '--prod') && value !== 'false', asksFor: () => false,
      remedy: 'add --production, or with yarn 4 use yarn workspaces focus --production', option: null, variables: [...NPM_VARIABLES, 'YARN_PRODUCTION'],
    }],
    ['pnpm', {
      ...npm, subcommands: ['install', 'i'], leavesOut: (option) => npm.leavesOut(option) || option.name === '-P' || option.name === '--no-dev',
      asksFor: ({ name, value }) => (name === '--dev' || name === '-D') && value !== 'false', remedy: 'add --prod', option: '--prod',
    }],
    ['bun', {
      ...npm, subcommands: ['install', 'i'], leavesOut: (option) => npm.leavesOut(option) || option.name === '-p', asksFor: () => false,
      remedy: 'add --production', option: '--production', variables: ['NODE_ENV'],
    }],
    ['composer', {
      ...npm, subcommands: ['install', 'i', 'update', 'u', 'upgrade'], leavesOut: ({ name }) => name === '--no-dev', asksFor: () => false, not: ['--no-install', '--lock'],
      remedy: 'add --no-dev', option: '--no-dev', variables: ['COMPOSER_NO_DEV'],
    }],
    ['bundle', {
      ...npm, subcommands: ['', 'install'], leavesOut: ({ name }) => name === '--without', asksFor: ({ name, value }) => name === '--with' && isDevelopmentGroup(value),
      not: [], remedy: 'set BUNDLE_WITHOUT=development:test', option: null, variables: ['BUNDLE_WITHOUT', 'BUNDLE_ONLY'],
    }],
    ['poetry', {
      ...npm, subcommands: ['install', 'sync'], leavesOut: ({ name }) => /^--(?:no-dev|only|only-root|without)$/.test(name), asksFor: ({ name, value }) => name === '--with' && isDevelopmentGroup(value),
      not: [], remedy: 'add --only main', option: null, variables: [],
    }],
    ['uv', {
      ...npm, subcommands: ['sync', 'pip install'], leavesOut: ({ name }) => /^--(?:no-dev|no-default-groups|only-group|no-group)$/.test(name),
      asksFor: (option) => pip.asksFor(option) || /^--(?:dev|only-dev|all-groups)$/.test(option.name) || (option.name === '--extra' && isDevelopmentGroup(option.value)),
      not: ['--dry-run', '--no-index'], remedy: 'add --no-dev', option: '--no-dev', variables: ['UV_NO_DEV', 'UV_NO_DEFAULT_GROUPS', 'UV_NO_GROUP'],
    }],
    ['pip', pip],
  ]);
}

/** `.[dev]`, `./a[test,docs]`: an extra of the project itself. */
function isDevelopmentExtra(place: string | null): boolean {
  const extras = /^(?:\.|\/|file:)[^[]*\[([^\]]*)\]$/.exec(place ?? '')?.[1];
  return extras !== undefined && extras.split(',').some(isDevelopmentGroup);
}

/** `requirements-dev.txt`, `requirements/test.txt`, but not `latest.txt`. */
function isDevelopmentFile(path: string | null): boolean {
  const name = path?.slice(path.lastIndexOf('/') + 1) ?? '';
  return /\.(?:txt|in|pip)$/.test(name) && name.split(/[-_.]/).some(isDevelopmentGroup);
}

function isDevelopmentGroup(names: string | null): boolean {
  return names !== null && names.split(/[,: ]+/).some((name) => /^(?:dev|devel|develop|development|tests?|testing|lint|linting)$/.test(name.trim().toLowerCase()));
}
