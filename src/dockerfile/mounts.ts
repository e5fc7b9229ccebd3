import type { Flag, RunInstruction } from './nodes';

/** A RUN mount with its options by their canonical names; values as written. */
export interface Mount {
  readonly flag: Flag;
  /** `bind` unless a type is written. */
  readonly type: string;
  /** Null when none is written, or when the option has no value. */
  readonly target: string | null;
}

const NONE: readonly Mount[] = [];

export function mountsOf(node: RunInstruction): readonly Mount[] {
  if (node.flags.length === 0) return NONE;
  return node.flags
    .filter(({ name }) => name === 'mount')
    .map((flag) => ({ flag, type: valueOf(flag, ['type']) ?? 'bind', target: valueOf(flag, ['target', 'dst', 'destination']) }));
}

/**
 * Whether a cache or tmpfs mount lies on an absolute path or a folder above it, so that what is written there
 * never reaches the layer. A target with a variable may lie anywhere: it counts as covering.
 */
export function hasDisposableMount(node: RunInstruction, path: string): boolean {
  return mountsOf(node).some(({ type, target }) => (type === 'cache' || type === 'tmpfs') && covers(target, path));
}

/** The same for any kind of mount: what lies at the path is not the image's own. */
export function hasMount(node: RunInstruction, path: string): boolean {
  return mountsOf(node).some(({ target }) => covers(target, path));
}

function covers(target: string | null, path: string): boolean {
  if (target === null) return false;
  if (target.includes('$')) return true;
  const folder = target.replace(/\/+$/, '');
  return path === folder || path.startsWith(`${folder}/`);
}

function valueOf(flag: Flag, keys: readonly string[]): string | null {
  const option = flag.options.find(({ key }) => keys.includes(key));
  return option?.value?.value ?? null;
}
