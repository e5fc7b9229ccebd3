/** `os/arch[/variant]`, and the build arguments that the builder derives from it. */
import type { OperatingSystem } from './model-types';
import type { Value } from './values';
import { knownPrefix, knownText } from './values';

/** Set by the builder in FROM, and in a stage that declares them. `TARGETSTAGE` is the name of the built stage. */
export const PLATFORM_ARGUMENTS: ReadonlySet<string> = new Set([
  'TARGETPLATFORM', 'TARGETOS', 'TARGETARCH', 'TARGETVARIANT', 'TARGETSTAGE',
  'BUILDPLATFORM', 'BUILDOS', 'BUILDARCH', 'BUILDVARIANT',
]);

/** The value that a target platform (`os/arch[/variant]` or null) gives to a platform argument, if it tells. */
export function platformArgument(name: string, platform: string | null): string | null {
  if (platform === null) return null;
  const [os, architecture, variant] = platform.split('/');
  if (os === undefined || os === '' || architecture === undefined || architecture === '') return null;
  if (name === 'TARGETPLATFORM') return platform;
  if (name === 'TARGETOS') return os;
  if (name === 'TARGETARCH') return architecture;
  // Without a variant the builder may fill in the usual one of the architecture.
  return name === 'TARGETVARIANT' ? (variant ?? null) : null;
}

/** The operating system that a platform names; a lone architecture leaves it to the builder. */
export function operatingSystemOf(platform: Value): OperatingSystem {
  const text = knownText(platform);
  const known = text ?? knownPrefix(platform);
  const slash = known.indexOf('/');
  // Of an unknown rest only what stands in front of a slash is certain.
  if (slash === -1 && text === null) return 'unknown';
  const os = (slash === -1 ? known : known.slice(0, slash)).toLowerCase();
  return os === 'linux' || os === 'windows' ? os : 'unknown';
}
