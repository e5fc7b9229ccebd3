import { isAbsolute, relative, sep } from 'node:path';

/** A path as messages name it: relative to the working folder when it is inside, absolute otherwise. */
export function shownPath(cwd: string, path: string): string {
  const fromHere = relative(cwd, path);
  const isInside = fromHere !== '' && fromHere !== '..' && !fromHere.startsWith(`..${sep}`) && !isAbsolute(fromHere);
  return isInside ? withSlashes(fromHere) : path;
}

/** With `/` between names, as patterns and reports have them. */
export function withSlashes(path: string): string {
  return sep === '/' ? path : path.replaceAll(sep, '/');
}
