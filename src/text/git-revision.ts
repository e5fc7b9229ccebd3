/** What the text of a git revision tells by itself. */

/**
 * Whether a revision certainly moves: a branch, or whatever is newest. Nearly every tag and commit has a digit in it,
 * so that only what has none, or says that it is a branch, is taken for one; a text with a variable may be anything.
 */
export function isMovingRevision(revision: string): boolean {
  if (/[$`]/.test(revision)) return false;
  if (/^(?:refs\/)?tags\//.test(revision)) return false;
  if (/^(?:refs\/(?:heads|remotes)|origin|upstream)\/|^(?:FETCH_|ORIG_)?HEAD\b|^@(?:[~^{]|$)|\.x$/.test(revision)) return true;
  return !/\d/.test(revision) && !/^[a-f]{7,40}$/.test(revision);
}

/**
 * The revision in the address of a repository, as `#v1.2`, `#v1.2:folder`, `?ref=v1.2` (builder and npm);
 * '' when it names none.
 */
export function revisionInAddress(address: string): string {
  const hash = address.indexOf('#');
  const beforeHash = hash === -1 ? address : address.slice(0, hash);
  const query = /[?&](?:ref|tag|branch|commit|checksum)=([^&]*)/.exec(beforeHash)?.[1];
  if (query !== undefined) return query;
  const fragment = hash === -1 ? '' : address.slice(hash + 1);
  return /^(?:semver:|commit[:=]|tag[:=])?([^:&]*)/.exec(fragment)?.[1] ?? '';
}
