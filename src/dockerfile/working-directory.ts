/** How WORKDIR paths add up. */
import type { EffectiveState, OperatingSystem } from './model-types';
import type { Range } from './source';
import { isTooBig } from './found';
import type { Origin, Value, ValuePart } from './values';
import { knownPrefix, knownText } from './values';

/** No system takes longer paths; a longer one becomes unknown. */
const LONGEST_PATH = 4096;

const WINDOWS_ROOT = /^(?:[A-Za-z]:|[\\/])/;

/** The directory in force as a text, `/` where none was ever set; null when it is not wholly known. */
export function knownDirectory({ workdir }: EffectiveState): string | null {
  if (workdir.from === 'unknown') return null;
  return workdir.from === 'base' ? workdir.text || '/' : knownText(workdir.value);
}

/**
 * The directory after `WORKDIR path` in `current`. A path that begins with something unknown stands for itself:
 * it may be absolute.
 */
export function joinDirectory(current: Value, path: Value, os: OperatingSystem, range: Range): Value {
  const written = knownText(path);
  if (written === '') return current;
  const start = knownPrefix(path);
  if (start === '') return path;
  const absolute = isAbsolute(start, os);
  const before = knownText(current);
  if (!absolute && before === null) return unlessTooBig(withSeparator(current, path, '/'), range);
  if (written === null) return absolute ? path : unlessTooBig(withSeparator(current, path, separatorOf(before ?? '')), range);
  if (written.length + (absolute ? 0 : (before ?? '').length) >= LONGEST_PATH) return unknownDirectory(range);
  const joined = absolute ? written : `${before ?? ''}${separatorOf(before ?? '')}${written}`;
  // Only the spelling of POSIX paths is certain enough to be tidied.
  const text = /[\\]|^[A-Za-z]:/.test(joined) ? joined : tidied(joined);
  return { kind: 'parts', parts: [{ kind: 'text', text, origin: originOfPath(path), range }] };
}

/** `C:\x` counts on an unknown system too: nobody means a folder of that name. */
function isAbsolute(text: string, os: OperatingSystem): boolean {
  return os === 'linux' ? text.startsWith('/') : WINDOWS_ROOT.test(text);
}

function separatorOf(before: string): string {
  if (before.endsWith('/') || before.endsWith('\\')) return '';
  return before.includes('\\') ? '\\' : '/';
}

function withSeparator(current: Value, path: Value, separator: string): ValuePart[] {
  const behind = path.kind === 'parts' ? path.parts : [];
  const [first, ...rest] = behind;
  const joined: readonly ValuePart[] = first?.kind === 'text' ? [{ ...first, text: separator + first.text }, ...rest] : behind;
  return [...(current.kind === 'parts' ? current.parts : []), ...joined];
}

function unlessTooBig(parts: ValuePart[], range: Range): Value {
  return isTooBig(parts) ? unknownDirectory(range) : { kind: 'parts', parts };
}

function unknownDirectory(range: Range): Value {
  return { kind: 'parts', parts: [{ kind: 'unknown', name: null, range }] };
}

/** An absolute POSIX path, or one relative to a directory, as the absolute path it stands for. */
export function joinPath(directory: string, path: string): string {
  return tidied(path.startsWith('/') ? path : `${directory}/${path}`);
}

/** Without empty and `.` components; `..` goes up, never above the root. */
function tidied(path: string): string {
  const kept: string[] = [];
  for (const component of path.split('/')) {
    if (component === '' || component === '.') continue;
    if (component === '..') kept.pop();
    else kept.push(component);
  }
  return `/${kept.join('/')}`;
}

function originOfPath(path: Value): Origin {
  if (path.kind === 'parts') {
    for (const part of path.parts) if (part.kind === 'text' && part.origin.kind !== 'literal') return part.origin;
  }
  return { kind: 'literal' };
}
