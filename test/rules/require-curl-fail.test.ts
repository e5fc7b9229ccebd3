import rule from '../../rules/shell/require-curl-fail';
import { problemsOf } from '../support/run-rule';

describe('require-curl-fail', () => {
  it.each([
    '-fo a u', '-sSfLo a u', '-o a -f u', '--fail -O u', '--fail-with-body -O u', '-I -o a u', '-K conf -o a u', '-w x -o a u', '-X POST -o a u', '-d x -o a u', 'u', 'u | sh', 'u | tar x',
    '-O ftp://a/b', '-o a file:///b', '$OPTIONS -o a u', '-o a u || true', '-o a.tgz u && tar xf a.tgz', '-o a u && sha256sum -c b', '-o a.deb u && dpkg -i a.deb',
    '-o a.deb u && apt-get install -y ./a.deb', '-o k u && gpg --verify k', 'u > /dev/null', '-V', '-o a',
  ])('passes curl %s', (words) => expect(problemsOf(rule, `FROM debian:12\nARG OPTIONS\nRUN curl ${words}`)).toEqual([]));

  it.each([
    '-o a u', '-Lo a u', '-O u', '-sSLO u && chmod +x u', 'u > a', 'u >> a', '--output a u', '--remote-name u', '-H "-f: x" -o a u', '-o -f u', '$URL -o a', '-o a.deb u && apt-get install -y git',
    '-A fail -o a u',
  ])('reports curl %s', (words) => expect(problemsOf(rule, `FROM debian:12\nARG URL\nRUN curl ${words}`).length).toBe(1));

  it('leaves the words of an exec form alone', () => {
    expect(problemsOf(rule, 'FROM debian:12\nRUN ["curl", "-O", "u"]').map(({ fix }) => fix)).toEqual([null]);
  });
});
