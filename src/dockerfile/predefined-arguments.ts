import { PLATFORM_ARGUMENTS } from './platforms';

/** In the environment of RUN without being declared, but never in the builder's expansion. */
export const PREDEFINED_ARGUMENTS: ReadonlySet<string> = new Set(
  ['HTTP_PROXY', 'HTTPS_PROXY', 'FTP_PROXY', 'NO_PROXY', 'ALL_PROXY'].flatMap((name) => [name, name.toLowerCase()]),
);

/** Arguments that mean something to the builder itself, whoever else uses them. */
export function isPredefinedArgument(name: string): boolean {
  return PREDEFINED_ARGUMENTS.has(name) || PLATFORM_ARGUMENTS.has(name) || name.startsWith('BUILDKIT_') || name === 'SOURCE_DATE_EPOCH';
}
