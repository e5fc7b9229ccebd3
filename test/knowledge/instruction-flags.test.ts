import { frontendOf } from '../../src/knowledge/frontend';
import {
  flagFacts, flagNames, instructionsWithFlag, missingRelease, mountKeyFacts, mountKeyNames,
} from '../../src/knowledge/instruction-flags';
import type { Keyword } from '../../src/dockerfile/nodes';

describe('flags of instructions', () => {
  it.each<[Keyword, string]>([
    ['FROM', 'platform'], ['RUN', 'mount'], ['RUN', 'network'], ['RUN', 'security'], ['RUN', 'device'], ['COPY', 'from'],
    ['COPY', 'chown'], ['COPY', 'chmod'], ['COPY', 'link'], ['COPY', 'parents'], ['COPY', 'exclude'], ['ADD', 'keep-git-dir'],
    ['ADD', 'checksum'], ['ADD', 'unpack'], ['ADD', 'link'], ['HEALTHCHECK', 'interval'], ['HEALTHCHECK', 'start-interval'],
  ])('knows %s --%s', (keyword, name) => {
    expect(flagFacts(keyword, name)).not.toBeNull();
  });

  it.each<[Keyword, string]>([
    ['COPY', 'keep-git-dir'], ['ADD', 'from'], ['ADD', 'parents'], ['RUN', 'Mount'], ['CMD', 'port'], ['COPY', 'constructor'],
    ['ENV', '__proto__'],
  ])('does not know %s --%s', (keyword, name) => {
    expect(flagFacts(keyword, name)).toBeNull();
  });

  it('lists the flags of an instruction, and the instructions of a flag', () => {
    expect(flagNames('FROM')).toEqual(['platform']);
    expect(flagNames('CMD')).toEqual([]);
    expect(instructionsWithFlag('chown')).toEqual(['COPY', 'ADD']);
    expect(instructionsWithFlag('nothing')).toEqual([]);
  });
});

describe('options of a mount', () => {
  it('are known in any case', () => {
    expect(mountKeyFacts('TARGET')).toEqual(mountKeyFacts('target'));
    expect(mountKeyNames()).toContain('sharing');
  });

  it.each(['relabel', 'constructor', ''])('do not include %j', (key) => {
    expect(mountKeyFacts(key)).toBeNull();
  });
});

describe('missingRelease', () => {
  const needs = (keyword: Keyword, name: string, syntax: string | null): string | null => {
    const facts = flagFacts(keyword, name);
    if (facts === null) throw new Error(`no facts on ${keyword} --${name}`);
    return missingRelease(facts, frontendOf(syntax));
  };

  it.each<[Keyword, string, string, string]>([
    ['COPY', 'exclude', 'docker/dockerfile:1.18', '1.19'],
    ['COPY', 'parents', 'docker/dockerfile:1.7', '1.20'],
    ['COPY', 'parents', 'docker/dockerfile:1.6-labs', '1.20'],
    ['RUN', 'device', 'docker/dockerfile:1.26', '1.14-labs'],
    ['RUN', 'mount', 'docker/dockerfile:1.1', '1.2'],
  ])('says which release %s --%s needs under %s: %s', (keyword, name, syntax, release) => {
    expect(needs(keyword, name, syntax)).toBe(release);
  });

  it.each<[Keyword, string, string | null]>([
    ['COPY', 'chown', 'docker/dockerfile:1.0'],
    ['COPY', 'exclude', 'docker/dockerfile:1.19'],
    ['COPY', 'exclude', 'docker/dockerfile:1'],
    ['COPY', 'parents', 'docker/dockerfile:1.7-labs'],
    ['RUN', 'mount', 'docker/dockerfile:1.0-experimental'],
    ['RUN', 'device', 'docker/dockerfile:1.14-labs'],
    ['RUN', 'device', 'docker/dockerfile:labs'],
    ['RUN', 'device', 'docker/dockerfile:1'],
    ['RUN', 'device', null],
    ['COPY', 'exclude', 'example.org/own/frontend'],
  ])('is silent on %s --%s under %s', (keyword, name, syntax) => {
    expect(needs(keyword, name, syntax)).toBeNull();
  });
});
