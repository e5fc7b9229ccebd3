import rule from '../../rules/shell/prefer-quiet-wget';
import { problemsOf, remarked } from '../support/run-rule';

describe('prefer-quiet-wget', () => {
  it.each([
    '-q a', '-qO- a', '-O- -q a', '-cq a', '--quiet a', '-nv a', '-nc -nv a', '--no-verbose a', '-o log a', '-olog a', '-a log a', '--progress=bar a', '--append-output=x a',
    '-e progress=dot:mega a', '--config=/etc/w a', '--version', '--help', 'a 2>/dev/null', 'a &>/dev/null', 'a >/dev/null 2>&1', '$OPTIONS a', '${OPTIONS} -O b a', '$(options) a',
  ])('passes wget %s', (words) => expect(problemsOf(rule, `FROM debian:12\nARG OPTIONS\nARG URL\nRUN wget ${words}`)).toEqual([]));

  it.each([
    'a', '-O quiet a', '-Oq a', '-nc a', '-P q a', '-e robots=off a', '--header q a', '$URL', '"$URL"', '-O "$FILE" "$URL"', 'a >/dev/null', 'a 2>&1', 'a 2>&1 | tee x', '-U -q a',
  ])('reports wget %s', (words) => expect(problemsOf(rule, `FROM debian:12\nARG OPTIONS\nARG URL\nRUN wget ${words}`).length).toBe(1));

  it.each([
    'FROM debian:12\nRUN apt-get install wget; echo wget a; which wget',
    'FROM debian:12\nRUN for a in b; do «wget» "$a"; done && sh -c "«/usr/bin/wget» c"',
    'FROM debian:12\nCMD wget a',
    'FROM debian:12\nENV FLAGS=-nv\nRUN wget $FLAGS a\nENV FLAGS="-c"\nRUN «wget» $FLAGS a',
  ])('judges %s', (marked) => expect(remarked(rule, marked)).toBe(marked));

  it('leaves the words of an exec form alone', () => {
    expect(problemsOf(rule, 'FROM debian:12\nRUN ["wget", "a"]').map(({ fix }) => fix)).toEqual([null]);
  });
});
