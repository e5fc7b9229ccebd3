/** What is known offline about a published base image. Every field that is not certain for the tag at hand is null. */
export interface BaseImage {
  /** The entry's name: the repository path on Docker Hub without `library/`, or with its registry. */
  readonly name: string;
  readonly os: 'linux' | 'windows' | null;
  /** Windows images are published under the same tag too, and a builder on Windows takes one of those. */
  readonly sharesTagWithWindows: boolean;
  /** The user that its config sets, as written there; '' when it sets none, which is root. */
  readonly user: string | null;
  /** False for a certain non-root image, true for a certain root one. */
  readonly runsAsRoot: boolean | null;
  /** Its entry point starts as root and changes to another account itself, before it starts the program. */
  readonly dropsRoot: boolean;
  /** What `/bin/sh` (or the configured shell) is. `none`: there is no shell at all. */
  readonly shell: 'dash' | 'ash' | 'bash' | 'cmd' | 'powershell' | 'none' | null;
  /** Whether that shell knows `set -o pipefail`: dash does from 0.5.13 on. */
  readonly pipefail: boolean | null;
  /** The SHELL of its config, which stays in force in what is built on it; null when it sets none or that is not certain. */
  readonly shellWords: readonly string[] | null;
  /** Compiled languages whose tool chain is in the image. Null when unknown, empty when certainly none. */
  readonly toolchains: readonly Language[] | null;
  /** A smaller image to run the result in, for advice; null when there is no plain answer. */
  readonly runtime: string | null;
  /** What it is made from, as in `ID` of os-release: `debian`, `ubuntu`, `alpine`, `rhel`, `wolfi`; `windows` for all of Windows. */
  readonly distribution: string | null;
  /** The release of that: `12`, `24.04`, `3.20`; for Windows `ltsc2022`. Null when the tag moves or names none. */
  readonly release: string | null;
  readonly libc: 'glibc' | 'musl' | 'none' | null;
  /**
   * The variables that its config sets, with their values where these are certain; null unless every name is known.
   * A name without a certain value is that of some builds of the tag, and may be missing in others.
   */
  readonly environment: Readonly<Record<string, string | null>> | null;
  /** Its apt configuration holds `APT::Get::Assume-Yes "true"`. */
  readonly aptAssumesYes: boolean;
  /** Programs on its PATH that are certainly there. Only those that a rule asks for are listed. */
  readonly tools: readonly string[];
  /** Programs that are certainly not there. */
  readonly missingTools: readonly string[];
  /** Of its config; empty when it sets none. */
  readonly entrypoint: readonly string[] | null;
  readonly command: readonly string[] | null;
  /** Of its config; '' when it sets none, which is `/`. */
  readonly workdir: string | null;
  readonly endOfLife: EndOfLife | null;
}

/** When the makers stop mending it. */
export interface EndOfLife {
  /** What ends, for a person: `Debian 10`, `Node.js 18`. */
  readonly what: string;
  /** ISO date of the last day of support. */
  readonly date: string;
}

export type Language =
  | 'go' | 'rust' | 'c' | 'c++' | 'java' | 'kotlin' | 'scala' | 'dotnet' | 'haskell' | 'swift' | 'zig' | 'd' | 'ocaml' | 'erlang' | 'elixir' | 'crystal' | 'nim' | 'fortran';
