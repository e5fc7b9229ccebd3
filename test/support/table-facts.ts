import { parseReference } from '../../src/dockerfile/references';
import type { BaseImage } from '../../src/knowledge/base-image';
import { baseImage } from '../../src/knowledge/base-images';

/** What the table says of a reference as written; `*` as tag stands for an unknown one. */
export function factsOf(text: string): BaseImage | null {
  const range = { start: 0, end: text.length };
  const written = text.replace(/:\*$/, '');
  const word = { range, raw: written, value: written };
  const { registry, path, tag } = parseReference(word, { kind: 'parts', parts: [{ kind: 'text', text: written, origin: { kind: 'literal' }, range }] });
  const known = (component: typeof registry): string | null => (component.kind === 'known' ? component.text : null);
  return baseImage({ registry: known(registry), path: known(path) ?? '', tag: text.endsWith(':*') ? null : (known(tag) ?? 'latest') });
}

/** `system shell pipefail root`, a dash for what is not known. */
export function short(text: string): string {
  const facts = factsOf(text);
  if (facts === null) return 'not in the table';
  const root = facts.runsAsRoot === null ? '-' : facts.runsAsRoot ? 'root' : 'non-root';
  const pipefail = facts.pipefail === null ? '-' : facts.pipefail ? 'pipefail' : 'no-pipefail';
  return [facts.os ?? '-', facts.shell ?? '-', pipefail, root].join(' ');
}
