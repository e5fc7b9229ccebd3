import rule from '../../rules/layers/no-excess-layers';
import { remarked, saidOf } from '../support/run-rule';

const two = { options: { max: 2 } };

describe('no-excess-layers', () => {
  it.each([
    'FROM debian:12\nRUN a\nENV A=b\nLABEL a=b\nUSER a\nEXPOSE 1\nWORKDIR /w\nCOPY a /a\nCMD ["a"]',
    'FROM debian:12\nRUN a\nCOPY a /a\n«COPY» <<EOF /b\nx\nEOF',
    'FROM debian:12\nRUN <<EOF\nRUN a\nRUN b\nRUN c\nEOF',
    'FROM debian:12 AS a\nRUN a\nFROM a AS b\nRUN b\nFROM b\n«RUN» c',
    'FROM debian:12 AS a\nRUN a\nRUN b\nRUN c\nFROM debian:12\nCOPY --from=a /a /a',
    'FROM debian:12 AS a\nRUN a\nONBUILD RUN b\nFROM a\n«RUN» c\nRUN d',
    'FROM debian:12 AS a\nRUN a\nRUN b\nONBUILD «RUN» c\nFROM a',
    'FROM debian:12\nRUN a\nRUN b\nONBUILD RUN c\nONBUILD COPY d /d',
    'FROM scratch\nADD a /\nADD b /\n«ADD» c /',
    'FROM debian:12\nrun a\nRUN b\n«rUn» c',
  ])('judges %s', (marked) => {
    expect(remarked(rule, marked, two)).toBe(marked);
  });

  it('counts the layers of each output by itself', () => {
    const text = 'FROM debian:12 AS base\nRUN a\nRUN b\nFROM base AS one\n«RUN» c\nFROM base AS two\nENV A=b\nFROM base AS three\n«RUN» d';
    expect(remarked(rule, text, { ...two, build: { targets: ['one', 'two', 'three'] } })).toBe(text);
  });

  it('says how many there are, and allows twenty', () => {
    const lines = (count: number): string => `FROM debian:12\n${'RUN a\n'.repeat(count)}`;
    expect(saidOf(rule, lines(20))).toEqual([]);
    expect(saidOf(rule, lines(23))).toEqual([
      'warning: The image gets 23 layers from this file, over the budget of 20 from this RUN on; join RUN instructions or move steps into a build stage',
    ]);
  });
});
