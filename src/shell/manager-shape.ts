/** The form of what is known of a package manager. */

export type PackageAction =
  /** Fetches the lists of packages and nothing else. */
  | 'refresh'
  | 'install'
  /** Newer versions of what is installed. */
  | 'upgrade'
  /** As `upgrade`, and may remove packages or change the release. */
  | 'dist-upgrade'
  | 'remove'
  /** Deletes caches. */
  | 'clean'
  | 'download'
  /** Compiles or runs a project, and fetches what it needs for that. */
  | 'build'
  | 'other';

export type PackageManagerName =
  | 'apt' | 'apt-get' | 'aptitude' | 'apk' | 'yum' | 'dnf' | 'microdnf' | 'tdnf' | 'zypper' | 'pacman'
  | 'pip' | 'pipx' | 'uv' | 'npm' | 'yarn' | 'pnpm' | 'gem' | 'go'
  | 'bun' | 'bundle' | 'cargo' | 'composer' | 'conda' | 'maven' | 'nuget' | 'poetry';

export interface ManagerShape {
  readonly name: PackageManagerName;
  /** Subcommands, some of two words, and what they do; what is not listed is `other`. */
  readonly actions: Readonly<Record<string, PackageAction>>;
  /** Letters of short options that take a value. */
  readonly short: string;
  /** The same in front of the subcommand, where it differs. */
  readonly shortInFront?: string;
  /** Long options whose value is the next word unless written with `=`. */
  readonly long: readonly string[];
  /** Options that answer every question; `always` when the manager never asks. */
  readonly yes: readonly string[] | 'always';
  /** Options that answer every question in front of the subcommand, and mean something else behind it. */
  readonly yesInFront?: readonly string[];
  readonly quiet: readonly string[];
  /** Options without which weak dependencies are installed; `always` when there are none. */
  readonly noRecommends: readonly string[] | 'always';
  /** Options with which nothing is changed. */
  readonly dryRun: readonly string[];
  /** Its long options begin with one dash, and no letters are squeezed: `-ldflags x`. The lists give them with that one. */
  readonly singleDash?: true;
  readonly cache: CacheShape;
}

/** Where a manager keeps what it fetched, and how it is told not to. */
export interface CacheShape {
  /** Absolute folders; `~` stands for the home of whoever runs it, or for wherever the tool is installed. */
  readonly folders: readonly string[];
  /** Options that name another folder. */
  readonly folderOptions: readonly string[];
  /** Environment variables that do; one with a path behind it (`GOPATH/pkg/mod`) names one more, and the others stay. */
  readonly folderVariables: readonly string[];
  /** Options with which nothing is kept. */
  readonly offOptions: readonly string[];
  /** Environment variables with which nothing is kept if they hold anything at all. */
  readonly offVariables: readonly string[];
}

