/** `os[(version)]/architecture[/variant]`, read and normalised as containerd's `platforms.Parse` does for BuildKit. */

export interface PlatformName {
  readonly os: string;
  readonly architecture: string;
  /** Part of the text that no released system is known by; null when both words are known. */
  readonly unknown: string | null;
}

const OPERATING_SYSTEMS: ReadonlySet<string> = new Set([
  'aix', 'android', 'darwin', 'dragonfly', 'freebsd', 'hurd', 'illumos', 'ios', 'js', 'linux', 'nacl', 'netbsd', 'openbsd', 'plan9', 'solaris',
  'wasi', 'wasip1', 'wasip2', 'windows', 'zos',
]);

/** The last ones are those that Docker Desktop has for WebAssembly. */
const ARCHITECTURES: ReadonlySet<string> = new Set([
  '386', 'amd64', 'amd64p32', 'arm', 'armbe', 'arm64', 'arm64be', 'ppc64', 'ppc64le', 'loong64', 'mips', 'mipsle', 'mips64', 'mips64le', 'mips64p32',
  'mips64p32le', 'ppc', 'riscv', 'riscv64', 's390', 's390x', 'sparc', 'sparc64', 'wasm', 'wasm32', 'wasm64',
]);

const OTHER_NAMES: Readonly<Record<string, string>> = {
  i386: '386', x86_64: 'amd64', 'x86-64': 'amd64', aarch64: 'arm64', armhf: 'arm', armel: 'arm', macos: 'darwin',
};

export const PLATFORM_WORDS: readonly string[] = [...OPERATING_SYSTEMS, ...ARCHITECTURES];

const OS_PART = /^([\w-]+)(?:\([\w.-]*(?:\+[\w.-]+)*\))?$/;
const OTHER_PART = /^[\w.-]+$/;

/** Null for a text that stops the build. A lone architecture means Linux, as where images are nearly always built. */
export function parsePlatformName(text: string): PlatformName | null {
  const parts = text.split('/');
  const [first = '', second, third] = parts;
  const written = OS_PART.exec(first)?.[1];
  if (written === undefined || parts.length > 3) return null;
  const os = normalised(written);
  if (second === undefined) {
    if (OPERATING_SYSTEMS.has(os)) return { os, architecture: '', unknown: null };
    return ARCHITECTURES.has(os) ? { os: 'linux', architecture: os, unknown: null } : null;
  }
  if (!OTHER_PART.test(second) || (third !== undefined && !OTHER_PART.test(third))) return null;
  const architecture = normalised(second);
  const unknown = !OPERATING_SYSTEMS.has(os) ? written : ARCHITECTURES.has(architecture) ? null : second;
  return { os, architecture, unknown };
}

function normalised(word: string): string {
  const lower = word.toLowerCase();
  return (Object.hasOwn(OTHER_NAMES, lower) ? OTHER_NAMES[lower] : undefined) ?? lower;
}
