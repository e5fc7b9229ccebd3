import rule from '../../rules/secrets/no-credentials-in-url';
import { problemsOf, remarked } from '../support/run-rule';

describe('no-credentials-in-url', () => {
  it.each([
    'RUN curl https://ann:«p.w-9»@acme.io/a https://x.io/@b',
    'RUN pip install -i "https://ann:«p9!w»@acme.io/simple" a',
    'RUN <<EOF\ngit clone https://ann:«pw9»@acme.io/a\nEOF',
    'RUN a \\\n # http://b:pw1@acme.io/\n http://b:«pw2»@acme.io/',
    'ARG URL=https://ann:«pw9»@acme.io',
    'ONBUILD ADD https://ann:«pw9»@acme.io/a /a',
  ])('finds the password in %s', (marked) => {
    const text = `FROM a\n${marked}`;
    expect(remarked(rule, text)).toBe(text);
  });

  it.each([
    'RUN curl https://acme.io/a:b@c',
    'RUN curl https://ann@acme.io/',
    'RUN curl https://ann:@acme.io/',
    'RUN curl https://$A:$B@acme.io/ https://a:${B}@acme.io/ https://a:`b`@acme.io',
    'RUN curl https://a:$(cat b)@acme.io/',
    'RUN curl https://<user>:<password>@acme.io/ https://user:xxx@acme.io',
    'RUN npm i git+ssh://git@acme.io:a/b',
    'RUN curl https://user:password@acme.io/ https://ann:password@example.org/',
    'LABEL a=https://ann:pw9@acme.io',
    'ENV A=docker://a:b B=x@y',
  ])('says nothing of %s', (line) => {
    expect(problemsOf(rule, `FROM a\n${line}`)).toEqual([]);
  });

  it.each(['postgres://app:Zx81@db:5432/app', 'redis://app:Zx81@127.0.0.1', 'amqp://guest:guest@mq.acme.io'])('is not sure of %s', (url) => {
    expect(problemsOf(rule, `FROM a\nENV A=${url}`).map(({ severity }) => severity)).toEqual(['info']);
  });

  it('leaves tokens to the rule that knows them', () => {
    const token = `ghp_${'q7RkPzL9vXwTbY8mNcWd5JfHsGtKyMuQ3eZr'}`;
    expect(problemsOf(rule, `FROM a\nRUN git clone https://x:${token}@github.com/a/b`)).toEqual([]);
  });
});
