import rule from '../../rules/shell/no-wget-and-curl';
import { remarked } from '../support/run-rule';

describe('no-wget-and-curl', () => {
  it.each([
    'FROM debian:12\nRUN wget a && wget b\nRUN wget c',
    'FROM debian:12\nRUN apk add wget curl && wget a && echo curl && command -v curl',
    'FROM debian:12\nRUN wget a && «/usr/bin/curl» b',
    'FROM debian:12\nRUN A=$(curl a) && «wget» "$A" && curl c',
    'FROM debian:12\nRUN sh -c "wget a" && sudo «curl» b',
    'FROM debian:12\nRUN ["wget", "a"]\nRUN [«"curl"», "a"]',
    'FROM debian:12\nRUN wget a\nONBUILD RUN curl b\nONBUILD RUN curl c',
    'FROM debian:12\nONBUILD RUN curl b\nONBUILD RUN «wget» c',
    'FROM debian:12 AS a\nRUN wget a\nFROM a\nRUN curl b',
    'FROM debian:12\nHEALTHCHECK CMD curl a\nRUN wget b\nCMD curl c',
  ])('judges %s', (marked) => expect(remarked(rule, marked)).toBe(marked));

  it('reports each RUN from the second program on when asked to', () => {
    const text = 'FROM debian:12\nRUN wget a && «curl» b && wget c\nRUN make\nRUN wget d && «curl» e\nFROM debian:12\nRUN curl f';
    expect(remarked(rule, text, { options: { report: 'each' } })).toBe(text);
  });
});
