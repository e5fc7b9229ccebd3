/** Which of the packages that a command installs are left to whatever version is current. */
import type { DockerfileModel } from '../dockerfile/model-types';
import type { RunInstruction } from '../dockerfile/nodes';
import { listNames } from '../text/list-names';
import type { ShellView, ShellWord } from './commands';
import type { PackageManagerName } from './manager-shape';
import { packageCommands } from './package-commands';
import type { PackageCommand } from './package-managers';

/** Whether the text of a package names its version, or a file or place that does. */
type Judge = (text: string) => boolean;

interface PinShape {
  /** Subcommands that install what is named. */
  readonly subcommands: ReadonlySet<string>;
  readonly isPinned: Judge;
  /** Options that give the versions by other means. */
  readonly pinningOptions: readonly string[];
  /** A variable anywhere in a name may hold the version, not only one at its end. */
  readonly versionInside?: true;
}

const NO_WORDS: readonly ShellWord[] = [];
const ENDS_IN_EXPANSION = /(?:[})`]|\$\w+)$/;
const EXPANSION = /[$`]/;

/**
 * Packages without a version, in the order of the text; empty for a command that installs none by name.
 * Local files and URLs count as versions, since they say what is meant; what a variable may still say is not held against it.
 */
export function unpinnedPackages(command: PackageCommand): readonly ShellWord[] {
  const shape = (shapes ??= pinShapes()).get(command.manager);
  if (shape === undefined || command.dryRun || !shape.subcommands.has(command.subcommandText)) return NO_WORDS;
  if (command.options.some(({ name }) => shape.pinningOptions.includes(name))) return NO_WORDS;
  return command.packages.filter((word) => !mayBePinned(word, shape));
}

export interface UnpinnedInstall {
  readonly asked: PackageCommand;
  /** The first package without a version, the place to report. */
  readonly first: ShellWord;
  /** The packages without one, for a sentence: `git, jq and 3 more`. */
  readonly names: string;
}

/** The commands of these managers that install a package without a version. */
export function unpinnedInstalls(model: DockerfileModel, shell: ShellView, node: RunInstruction, managers: readonly PackageManagerName[]): readonly UnpinnedInstall[] {
  return packageCommands(model, shell, node).flatMap((asked) => {
    const words = managers.includes(asked.manager) ? unpinnedPackages(asked) : NO_WORDS;
    const [first] = words;
    return first === undefined ? [] : [{ asked, first, names: listNames(words.map(({ value }) => value)) }];
  });
}

let shapes: ReadonlyMap<PackageManagerName, PinShape> | null = null;

function mayBePinned(word: ShellWord, { isPinned, versionInside }: PinShape): boolean {
  const text = word.value;
  if (text === '' || isPinned(text)) return true;
  if (word.literal || !EXPANSION.test(text)) return false;
  return versionInside === true || ENDS_IN_EXPANSION.test(text);
}

function pinShapes(): ReadonlyMap<PackageManagerName, PinShape> {
  const apt: PinShape = { subcommands: new Set(['install']), isPinned: isPinnedForApt, pinningOptions: [] };
  const rpm: PinShape = {
    subcommands: new Set(['install', 'in', 'localinstall', 'module install']), isPinned: isPinnedForRpm, pinningOptions: [], versionInside: true,
  };
  const pip: PinShape = {
    subcommands: new Set(['install', 'pip install', 'tool install']),
    isPinned: isPinnedForPip,
    pinningOptions: ['-r', '--requirement', '--requirements', '-c', '--constraint', '--constraints', '--no-index', '--with-requirements', '--group'],
  };
  return new Map<PackageManagerName, PinShape>([
    ['apt-get', apt],
    ['apt', apt],
    ['apk', { subcommands: new Set(['add']), isPinned: isPinnedForApk, pinningOptions: [] }],
    ['yum', rpm],
    ['dnf', rpm],
    ['microdnf', rpm],
    // The type of anything but a package has no version.
    ['zypper', { subcommands: new Set(['install', 'in']), isPinned: isPinnedForZypper, pinningOptions: ['-t', '--type'] }],
    ['pip', pip],
    ['uv', { ...pip, isPinned: isPinnedForUv }],
    ['npm', { subcommands: new Set(['install', 'i', 'in', 'add', 'isntall']), isPinned: isPinnedForNpm, pinningOptions: [], versionInside: true }],
    ['gem', { subcommands: new Set(['install', 'i']), isPinned: isPinnedForGem, pinningOptions: ['-v', '--version', '-g', '--file'] }],
  ]);
}

/** `a=1`, `a/stable`, `./a.deb`; `a-` removes. */
function isPinnedForApt(text: string): boolean {
  return /[=/]/.test(text) || /(?:\.deb|-)$/.test(text);
}

/** `a=1`, `a~1`, `a<2`, `./a.apk`; `!a` keeps it out. */
function isPinnedForApk(text: string): boolean {
  return /[=~<>/]/.test(text) || text.startsWith('!') || text.endsWith('.apk');
}

/** A version begins with a digit behind a dash and holds to the end: `a-1.2-3.el9.x86_64`, but not `java-11-openjdk`. A group has none. */
function isPinnedForRpm(text: string): boolean {
  if (/[/:=<>]/.test(text) || text.startsWith('@') || text.endsWith('.rpm')) return true;
  return /-v?\d[^-]*(?:-\d[^-]*)?$/.test(text);
}

/** `a=1`, `a>=1`, `./a.rpm`; `!a` and `-a` remove, a pattern has no version. */
function isPinnedForZypper(text: string): boolean {
  return /[=<>~/]/.test(text) || /^[!-]/.test(text) || /^(?:pattern|patch|product|srcpackage):/.test(text) || text.endsWith('.rpm');
}

/** Any comparison, a path, an archive, an address; of a repository only with `@ref`. */
function isPinnedForPip(text: string): boolean {
  const place = text.slice(text.indexOf('@') + 1).trimStart();
  const repository = isRepository(text) ? text : isRepository(place) ? place : null;
  if (repository !== null) return namesRevision(repository) || EXPANSION.test(repository);
  return /[=<>!~/]/.test(text) || text.startsWith('.') || /\.(?:whl|zip|tgz|tar(?:\.\w+)?)$/.test(text);
}

/** As pip, and `uv tool install a@1.2`. */
function isPinnedForUv(text: string): boolean {
  return isPinnedForPip(text) || (text.includes('@') && !text.endsWith('@latest'));
}

/** An `@` behind the host; the one in front of it is for the account. */
function namesRevision(repository: string): boolean {
  const scheme = repository.indexOf('://');
  const path = repository.indexOf('/', scheme === -1 ? 0 : scheme + 3);
  return path !== -1 && repository.includes('@', path);
}

function isRepository(text: string): boolean {
  return /^(?:git|hg|svn|bzr)\+/.test(text);
}

/** `a@1.2`, a range, a path or an archive; `a@latest` is no version, and a repository has one behind `#`. */
function isPinnedForNpm(text: string): boolean {
  // What npm takes as the value of a switch: `--unsafe-perm true`.
  if (text === 'true' || text === 'false') return true;
  const behind = text.indexOf('@', 1);
  const version = behind === -1 ? null : text.slice(behind + 1);
  if (version?.startsWith('npm:') === true) return isPinnedForNpm(version.slice('npm:'.length));
  const place = version ?? text;
  if (/^(?:\.|\/|~[/\w]|file:|link:|workspace:)/.test(place) && !/^~\d/.test(place)) return true;
  const hash = place.indexOf('#');
  const address = hash === -1 ? place : place.slice(0, hash);
  if (/^(?:git[+:@]|github:|gitlab:|bitbucket:|gist:)/.test(address) || /^[^@/]+\/[^/]+$/.test(address) || (address.includes('://') && address.endsWith('.git'))) return hash !== -1;
  if (address.includes('://') || /\.(?:tgz|tar\.gz|tar)$/.test(address)) return true;
  return version !== null && version !== '' && !/^(?:[*x]$|v?[a-z]|\*)/i.test(version.replace(/^v(?=\d)/, ''));
}

/** `a:1.2` or a file. */
function isPinnedForGem(text: string): boolean {
  return /[:/]/.test(text) || text.endsWith('.gem');
}
