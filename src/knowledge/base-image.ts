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
  /** Compiled languages whose tool chain is in the image. Null when unknown, empty when certainly none. */
  readonly toolchains: readonly Language[] | null;
  /** A smaller image to run the result in, for advice; null when there is no plain answer. */
  readonly runtime: string | null;
}

export type Language =
  | 'go' | 'rust' | 'c' | 'c++' | 'java' | 'kotlin' | 'scala' | 'dotnet' | 'haskell' | 'swift' | 'zig' | 'd' | 'ocaml' | 'erlang' | 'elixir' | 'crystal' | 'nim' | 'fortran';
