/** Paths as URI references. */
import { wellFormed } from './visible';

/**
 * A path as given → a relative reference, percent-encoded and without `./`; below `root` relative to it.
 * Any other absolute path becomes a `file:` URI.
 *
 * @param root absolute folder that relative references start from; null leaves absolute paths absolute
 */
export function uriOfPath(path: string, root: string | null): string {
  const windows = /^[A-Za-z]:[\\/]/.test(path);
  const slashed = windows ? path.replaceAll('\\', '/') : path;
  const base = root === null ? null : `${(windows ? root.replaceAll('\\', '/') : root).replace(/\/+$/, '')}/`;
  const relative = base !== null && base !== '/' && slashed.startsWith(base) ? slashed.slice(base.length) : slashed;
  const absolute = relative === slashed && (windows || slashed.startsWith('/'));
  const segments = relative.split('/').filter((segment) => segment !== '' && segment !== '.');
  const encoded = segments.map((segment, index) =>
    windows && absolute && index === 0 ? segment : encodeURIComponent(wellFormed(segment)),
  );
  return absolute ? `file:///${encoded.join('/')}` : encoded.join('/');
}
