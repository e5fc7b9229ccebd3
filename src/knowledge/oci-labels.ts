/** What the value of a label is: an address, an RFC 3339 time, an SPDX licence expression, a git commit, an e-mail address, or free text. */
export type LabelType = 'url' | 'time' | 'license' | 'hash' | 'email' | 'text';

const PREFIX = 'org.opencontainers.image.';

/** Source: the pre-defined annotation keys of the OCI image specification 1.1 (2024). */
const TYPES: Readonly<Record<string, LabelType>> = {
  created: 'time', authors: 'text', url: 'url', documentation: 'url', source: 'url', version: 'text', revision: 'hash', vendor: 'text',
  licenses: 'license', 'ref.name': 'text', title: 'text', description: 'text', 'base.digest': 'text', 'base.name': 'text',
};

/** The type of a label that the OCI image specification defines; null for any other. */
export function ociLabelType(key: string): LabelType | null {
  if (!key.startsWith(PREFIX)) return null;
  const name = key.slice(PREFIX.length);
  return Object.hasOwn(TYPES, name) ? (TYPES[name] ?? null) : null;
}
