/**
 * Which of the programs that rules ask for are in an image. Source: general knowledge of the package sets of these
 * images, 2026-11; a program that some builds of a tag have and others lack stands in neither list.
 */
import type { BaseImage } from './base-image';

/** What a family adds to its distribution. */
export interface AddedPrograms {
  readonly added: readonly string[];
  /** Present in some builds only, or not certain. */
  readonly unsure: readonly string[];
}

export type ProgramFacts = Pick<BaseImage, 'tools' | 'missingTools'>;

export const NO_PROGRAMS_ADDED: AddedPrograms = { added: [], unsure: [] };

export function added(...programs: readonly string[]): AddedPrograms {
  return { added: programs, unsure: [] };
}

/** Every variant brings these; what else comes with the packages behind them is not certain. */
const CURL_VARIANT: readonly string[] = ['curl', 'wget', 'gpg', 'ca-certificates'];

/** buildpack-deps with its `curl`, `scm` and full variants, each on top of the one before. */
export function buildpackPrograms(variant: 'curl' | 'scm' | 'full'): AddedPrograms {
  if (variant === 'curl') return { added: CURL_VARIANT, unsure: ['nc', 'ps'] };
  return { added: [...CURL_VARIANT, 'git', 'ps'], unsure: ['python3', 'nc'] };
}

const NOTHING_KNOWN: ProgramFacts = { tools: [], missingTools: [] };

/** A plain image of a distribution. */
function plainPrograms(distribution: string, release: string | null): ProgramFacts {
  switch (distribution) {
    case 'debian':
      return debianPrograms(release);
    case 'ubuntu':
      return ubuntuPrograms(release);
    case 'alpine':
      return {
        tools: ['wget', 'nc', 'ps', 'adduser', 'addgroup', 'passwd', 'ca-certificates'],
        missingTools: ['curl', 'bash', 'python3', 'perl', 'git', 'sudo', 'useradd', 'groupadd', 'apt-key', 'gpg'],
      };
    case 'fedora':
    case 'centos':
    case 'rhel':
    case 'rocky':
    case 'almalinux':
    case 'ol':
      return { tools: ['bash', 'curl', 'ca-certificates'], missingTools: ['wget', 'nc', 'git', 'apt-key'] };
    case 'amzn':
      return { tools: ['bash', 'curl', 'ca-certificates'], missingTools: ['wget', 'nc', 'git', 'sudo', 'apt-key'] };
    default:
      return NOTHING_KNOWN;
  }
}

/** Releases before 9 had a wider set; from 13 on apt has no apt-key and needs no adduser. */
function debianPrograms(release: string | null): ProgramFacts {
  const number = Number(release ?? 'unknown');
  if (number < 9) return NOTHING_KNOWN;
  const missing = ['curl', 'wget', 'nc', 'python3', 'git', 'sudo', 'gpg', 'ca-certificates'];
  const always = ['bash', 'perl', 'useradd', 'groupadd', 'passwd'];
  if (number <= 12) return { tools: [...always, 'adduser', 'addgroup', 'apt-key'], missingTools: [...missing, 'ps'] };
  return { tools: always, missingTools: number >= 13 ? [...missing, 'apt-key'] : missing };
}

function ubuntuPrograms(release: string | null): ProgramFacts {
  const number = Number(release ?? 'unknown');
  if (number < 18) return NOTHING_KNOWN;
  const missing = ['curl', 'wget', 'nc', 'python3', 'git', 'sudo', 'gpg', 'ca-certificates'];
  const always = ['bash', 'perl', 'useradd', 'groupadd', 'passwd'];
  if (number <= 24.04) return { tools: [...always, 'adduser', 'addgroup', 'apt-key'], missingTools: missing };
  return { tools: always, missingTools: number >= 25.1 ? [...missing, 'apt-key'] : missing };
}

/** An image on a distribution with what its family adds; nothing is certain when the family does not say. */
export function programsOf(distribution: string | null, release: string | null, more: AddedPrograms | null): ProgramFacts {
  if (distribution === null || more === null) return NOTHING_KNOWN;
  const plain = plainPrograms(distribution, release);
  const open = new Set([...more.added, ...more.unsure]);
  return {
    tools: [...new Set([...plain.tools, ...more.added])],
    missingTools: plain.missingTools.filter((program) => !open.has(program)),
  };
}
