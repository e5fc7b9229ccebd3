import { isWord, wordsOf } from '../../src/text/words';

describe('the words of a text', () => {
  it.each([
    ['', []],
    ['12 -_ é', []],
    ['RUN apt-get install', ['apt', 'get', 'install', 'run']],
    ['pip3.11 x86_64', ['pip', 'x']],
    ['ENV GIT_SSL_NO_VERIFY=1', ['env', 'git', 'no', 'ssl', 'verify']],
    ['printf "a\\nsudo"', ['a', 'nsudo', 'printf', 'sudo']],
    ['\\n', ['n']],
  ])('%j', (text, words) => {
    expect([...wordsOf(text)].sort()).toEqual(words);
  });

  it('are what isWord accepts', () => {
    expect([...wordsOf('FROM a-b AS c\nRUN "d\\ne"')].every(isWord)).toBe(true);
    expect(['', 'apt-get', 'Apt', 'pip3', 'a b'].filter(isWord)).toEqual([]);
  });
});
