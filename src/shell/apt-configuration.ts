/** What apt is told by files, not by options. */
import type { ShellCommand } from './commands';
import { baseName } from './interpreter';

export interface AptConfiguration {
  /** `APT::Get::Assume-Yes`; null when the text does not say. */
  readonly assumeYes: boolean | null;
  /** `APT::Install-Recommends` is off. */
  readonly noRecommends: boolean | null;
}

const SAYS_NOTHING: AptConfiguration = { assumeYes: null, noRecommends: null };
const TRUE_WORDS: ReadonlySet<string> = new Set(['yes', 'true', 'with', 'on', 'enable', '1']);
const CONFIGURATION_FILE = /^\/etc\/apt\/apt\.conf(?:$|\.d\/)/;
const WRITERS: ReadonlySet<string> = new Set(['echo', 'printf', 'cat', 'tee']);

export function isAptConfigurationFile(path: string): boolean {
  return CONFIGURATION_FILE.test(path);
}

/** Reads the settings out of the text of an apt.conf file, or of a command that prints one. */
export function readAptConfiguration(text: string): AptConfiguration {
  const assumeYes = settingIn(text, /apt::get::assume-yes\s*(?:=\s*)?\\?["']?(\w+)/gi);
  const recommends = settingIn(text, /apt::install-recommends\s*(?:=\s*)?\\?["']?(\w+)/gi);
  return { assumeYes, noRecommends: recommends === null ? null : !recommends };
}

/** The settings that a command writes into /etc/apt/apt.conf or apt.conf.d: `echo 'APT::…' > /etc/apt/apt.conf.d/x`, `| tee`, `cat <<EOF >`. */
export function aptConfigurationWritten(command: ShellCommand): AptConfiguration {
  if (command.name === null || !WRITERS.has(baseName(command.name))) return SAYS_NOTHING;
  const writes = command.pipeline.commands.some((member) =>
    member.redirects.some((redirect) => redirect.operator.startsWith('>') && isAptConfigurationFile(redirect.target?.value ?? ''))
    || isTee(member) || isTee(member.wrapped));
  if (!writes) return SAYS_NOTHING;
  const printed = command.words.slice(1).map((word) => word.value);
  const bodies = command.redirects.flatMap((redirect) => redirect.body ?? []);
  return readAptConfiguration([...printed, ...bodies].join(' '));
}

function isTee(command: ShellCommand | null): boolean {
  return command?.name === 'tee' && command.words.some((word) => isAptConfigurationFile(word.value));
}

function settingIn(text: string, pattern: RegExp): boolean | null {
  const last = Array.from(text.matchAll(pattern)).at(-1)?.[1];
  return last === undefined ? null : TRUE_WORDS.has(last.toLowerCase());
}
