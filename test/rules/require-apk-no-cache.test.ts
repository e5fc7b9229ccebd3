import rule from '../../rules/packages/require-apk-no-cache';
import { problemsOf, remarked, saidOf } from '../support/run-rule';

describe('require-apk-no-cache', () => {
  it.each([
    'RUN apk «add» a', 'RUN apk -U «add» a', 'RUN apk update && apk «add» a && apk del a', 'RUN apk add --no-cache a && apk «add» -t .x b', 'RUN apk «add» \\\n  # c\n  a', 'RUN sudo apk «add» a', 'RUN ["apk", «"add"», "a"]', 'ONBUILD RUN apk «add» a',
    'RUN --mount=type=cache,target=/root/.cache apk «add» a', 'RUN rm -rf /var/cache/apk && apk «add» a', 'RUN apk «add» a && rm -rf /tmp/*', 'RUN apk «add» a\nRUN rm -rf /var/cache/apk/*',
  ])('reports %j', (marked) => {
    expect(remarked(rule, `FROM alpine:3.20\n${marked}`)).toBe(`FROM alpine:3.20\n${marked}`);
  });

  it.each([
    'RUN apk add --no-cache a', 'RUN apk add a \\\n  b --no-cache', 'RUN apk --no-cache add a', 'RUN apk add a && rm -rf /var/cache/apk', 'RUN apk add a; rm -fr /var/cache/*', 'RUN apk add a && apk cache clean', 'ARG X\nRUN apk add $X a', 'RUN apk -s add a',
    'RUN --mount=type=tmpfs,target=/var/cache apk add a', 'RUN --mount=type=cache,target=/etc/apk/cache apk add a', 'RUN apk del a && apk update && apk info && apk upgrade', 'RUN apk add --no-network a', 'RUN echo apk add a',
  ])('is silent on %j', (lines) => {
    expect(saidOf(rule, `FROM alpine:3.20\n${lines}`)).toEqual([]);
  });

  it.each([
    ['RUN apk add a', true],
    ['RUN apk update && apk add a', false],
    ['RUN apk add a\nRUN apk fetch b', false],
    ['RUN apk add a\nRUN apk add --no-network b', false],
    ['RUN --network=none apk add a', false],
    ['RUN --mount=type=cache,target=/x apk add a', false],
    ['RUN ["apk", "add", "a"]', false],
  ])('has a fix for %j: %s', (lines, expected) => {
    const [problem] = problemsOf(rule, `FROM alpine:3.20\n${lines}`);
    expect(problem?.rule).toBe('rule');
    expect(problem?.fix != null).toBe(expected);
  });
});
