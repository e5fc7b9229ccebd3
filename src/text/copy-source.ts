/** What the text of a source of COPY or ADD names. */

const REMOTE = /^(?:[a-z][a-z\d+.-]*:\/\/|[\w.-]+@[\w.-]+:|github\.com\/)/i;
const GIT = /^(?:git(?:\+\w+)?:\/\/|ssh:\/\/|[\w.-]+@[\w.-]+:|github\.com\/|https?:\/\/[^?#]*\.git(?:[?#]|$))/i;
const ARCHIVE = /\.(?:tar(?:[.*?[].*)?|t(?:gz|bz2?|b2|xz|lz|lzma|zst|Z|az)|gz|bz2|xz|lzma|lz|zst|Z)[*?]*$/;

/** Whether ADD fetches it: a URL, or the address of a git repository. */
export function isRemoteSource(source: string): boolean {
  return REMOTE.test(source);
}

/** Whether ADD clones it, rather than to fetch one file. */
export function isGitSource(source: string): boolean {
  return GIT.test(source);
}

/** Whether the name is one of an archive that ADD may unpack: tar, plain or compressed. */
export function isArchiveName(source: string): boolean {
  return ARCHIVE.test(source);
}

/**
 * A local source as a path relative to the build context, as the builder takes it: `..` goes no higher than the context,
 * a slash in front does not count, and '' is the context itself. Wildcards stay.
 */
export function contextPath(source: string): string {
  return walk(source).names.join('/');
}

/** Whether a local source climbs out of the build context, were it not kept in. */
export function leavesContext(source: string): boolean {
  return source.includes('..') && walk(source).climbs;
}

function walk(source: string): { readonly names: readonly string[]; readonly climbs: boolean } {
  const names: string[] = [];
  let climbs = false;
  for (const name of source.split('/')) {
    if (name === '' || name === '.') continue;
    if (name !== '..') names.push(name);
    else if (names.pop() === undefined) climbs = true;
  }
  return { names, climbs };
}
