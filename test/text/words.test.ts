import fc from 'fast-check';
import { createWordFinder, isWord } from '../../src/text/words';

/** Which of the words a text holds. */
function found(text: string, words: readonly string[]): readonly string[] {
  const marks = createWordFinder(words)(`get${text}ssl`, 3, text.length + 3);
  return words.filter((_, index) => marks[index] === 1);
}

const WORDS = ['apt', 'get', 'pip', 'ssl', 'no', 'sudo', 'nsudo', 'n', 'x'];

describe('the words of a text', () => {
  it.each([
    ['', []],
    ['12 -_ é', []],
    ['RUN apt-get', ['apt', 'get']],
    ['aptget snapt apts', []],
    ['pip3.11 x86_64', ['pip', 'x']],
    ['ENV GIT_SSL_NO_VERIFY=1', ['ssl', 'no']],
    ['printf "a\\nsudo"', ['sudo', 'nsudo']],
    ['\\n', ['n']],
    ['APT Pip', ['apt', 'pip']],
    ['ſſl \u212aapt', ['apt']],
  ])('%j', (text, words) => {
    expect(found(text, WORDS)).toEqual(words);
  });

  it('are found as a regular expression finds them', () => {
    const letters = fc.string({ unit: fc.constantFrom('a', 'b', 'B', '-', '\\', '1', ' '), maxLength: 40 });
    const word = fc.string({ unit: fc.constantFrom('a', 'b'), minLength: 1, maxLength: 4 });
    fc.assert(fc.property(letters, fc.uniqueArray(word, { maxLength: 20 }), (text, words) => {
      const lower = text.toLowerCase();
      const expected = words.filter((each) => new RegExp(`(?:^|[^a-z]|\\\\[a-z])${each}(?![a-z])`).test(lower));
      expect(found(text, words)).toEqual(expected);
    }), { numRuns: 2000 });
  });

  it('are lower-case letters', () => {
    expect(WORDS.every(isWord)).toBe(true);
    expect(['', 'apt-get', 'Apt', 'pip3', 'a b'].filter(isWord)).toEqual([]);
  });
});
