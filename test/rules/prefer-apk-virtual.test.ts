import rule from '../../rules/packages/prefer-apk-virtual';
import { remarked } from '../support/run-rule';

const START = '\nCMD ["a"]';

describe('prefer-apk-virtual', () => {
  it.each([
    'RUN apk add a && apk add «b=1» c~2 && make && apk del b c',
    'RUN apk add a b && make\nRUN apk del a b',
    'RUN apk add a b && apk del a c',
    'RUN apk add -s a b && apk del a b',
    'RUN T="a b" && apk add $T && make && apk del $T',
    'RUN apk add -t .x a b && apk del a b',
    'RUN apk add «make» py3-dev && pip3 install a',
    'RUN apk add zlib-dev && pip install a',
    'RUN pip install a && apk add gcc',
    'RUN apk add gcc && make && apk del gcc && pip install a',
    'RUN apk add $MORE gcc && pip install a',
    'RUN apk add gcc && pip download a',
    'RUN apk add «gcc» && pecl install a',
    'RUN apt-get install -y gcc && pip install a',
  ])('judges %s', (marked) => {
    const text = `FROM a\n${marked}${START}`;
    expect(remarked(rule, text)).toBe(text);
  });

  it('is silent in a stage to develop in', () => {
    const text = `FROM a AS dev\nRUN apk add gcc && pip install a${START}`;
    expect(remarked(rule, text)).toBe(text);
  });
});
