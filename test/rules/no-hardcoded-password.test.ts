import rule from '../../rules/user/no-hardcoded-password';
import { problemsOf, remarked } from '../support/run-rule';

describe('no-hardcoded-password', () => {
  it.each([
    "RUN echo 'a:«$1$x$y»' | chpasswd -e",
    'RUN echo -n "$USER:«pw»" | chpasswd',
    'RUN chpasswd <<< "a:«pw»"',
    'RUN sudo chpasswd <<< "a:«pw»"',
    'RUN if true; then echo a:«pw» | /usr/sbin/chpasswd; fi',
    'RUN useradd -rmp «pw» a',
    'RUN <<EOF\necho "a:«pw»" | chpasswd\nEOF',
    'RUN useradd a && \\\n  # c\n  echo "a:«p\'w»" | chpasswd',
    'RUN echo a:«a» | chpasswd; echo "a:«a»" | chpasswd',
  ])('finds the password in %s', (marked) => {
    const text = `FROM a\n${marked}`;
    expect(remarked(rule, text)).toBe(text);
  });

  it.each([
    'RUN chpasswd < /run/secrets/p',
    'RUN cat p | chpasswd',
    'RUN echo "a:$(cat p)" | chpasswd',
    'RUN echo "a:`cat p`" | chpasswd',
    'RUN echo a: | chpasswd',
    'RUN echo a | chpasswd',
    'RUN usermod -p x a && usermod -p "!!" a',
    'RUN usermod -L a; passwd -l a; useradd -u 1 a',
    'RUN useradd -p',
    'RUN apt-get install passwd; echo a:b | tee /etc/passwd',
    'RUN echo "echo a:b | chpasswd"',
    'CMD echo a:b | chpasswd',
  ])('says nothing of %s', (line) => {
    expect(problemsOf(rule, `FROM a\n${line}`)).toEqual([]);
  });
});
