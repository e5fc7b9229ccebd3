import { ociLabelType } from '../../src/knowledge/oci-labels';

describe('ociLabelType', () => {
  it.each([
    ['org.opencontainers.image.created', 'time'], ['org.opencontainers.image.source', 'url'], ['org.opencontainers.image.licenses', 'license'],
    ['org.opencontainers.image.revision', 'hash'], ['org.opencontainers.image.ref.name', 'text'],
    ['org.opencontainers.image.other', null], ['org.opencontainers.image.constructor', null], ['created', null], ['', null],
  ])('knows %s as %s', (key, expected) => {
    expect(ociLabelType(key)).toBe(expected);
  });
});
