import { didYouMean, unknownRule } from '../../src/config/unknown-rule';
import { RULES } from './registry';

describe('a hint', () => {
  it('is given when a name is near', () => {
    expect(didYouMean('x')).toBe('; did you mean x?');
    expect(didYouMean(null)).toBe('');
    expect(unknownRule('Latest', RULES)).toBe('Unknown rule "Latest"; did you mean no-latest-tag?');
    expect(unknownRule('tag', RULES)).toBe('Unknown rule "tag"');
    expect(unknownRule('no-sud', RULES)).toBe('Unknown rule "no-sud"; did you mean no-sudo?');
  });
});
