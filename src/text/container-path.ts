/** Paths inside an image: always with slashes, whatever the machine. */

/**
 * The path without `.`, `..` and doubled slashes, below `folder` when it is relative; without a slash at its end.
 *
 * @param folder the absolute directory in force, or null when it is unknown: then a relative path is null
 */
export function absolutePath(path: string, folder: string | null): string | null {
  if (path === '') return null;
  const written = path.startsWith('/') ? path : folder === null || !folder.startsWith('/') ? null : `${folder}/${path}`;
  if (written === null) return null;
  const parts: string[] = [];
  for (const part of written.split('/')) {
    if (part === '..') parts.pop();
    else if (part !== '' && part !== '.') parts.push(part);
  }
  return `/${parts.join('/')}`;
}

/** Whether a path is the folder or lies below it; both as {@link absolutePath} gives them. */
export function liesIn(path: string, folder: string): boolean {
  return folder === '/' || path === folder || path.startsWith(`${folder}/`);
}
