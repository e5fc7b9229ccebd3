import { KEYWORDS } from '../../src/dockerfile/nodes';

describe('the keywords', () => {
  it('are the 18 instructions of the Dockerfile language, in order', () => {
    expect(KEYWORDS).toHaveLength(18);
    expect([...KEYWORDS].sort()).toEqual(KEYWORDS);
    expect(KEYWORDS.every((keyword) => /^[A-Z]+$/.test(keyword))).toBe(true);
  });
});
