import { frontendOf } from '../../src/knowledge/frontend';
import {
  flagFacts, flagNames, instructionsWithFlag, isFlagValue, isMountValue, missingRelease, mountKeyFacts, mountKeyNames,
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

describe('values', () => {
  it.each<[Parameters<typeof isFlagValue>[0], string, boolean]>([
    ['boolean', 'TRUE', true],
    ['boolean', 'yes', false],
    ['boolean', '', false],
    ['boolean', '$LINK', false],
    ['text', 'anything', true],
    ['options', 'a=b', true],
    [['none', 'host'], 'host', true],
    [['none', 'host'], 'Host', false],
    [['none', 'host'], '$MODE', true],
  ])('of a flag that wants %j: %j is %s', (wanted, value, expected) => {
    expect(isFlagValue(wanted, value)).toBe(expected);
  });

  it.each<[Parameters<typeof isMountValue>[0], string, boolean]>([
    ['text', '', true],
    ['switch', 'T', true],
    ['switch', 'yes', false],
    ['octal', '0755', true],
    ['octal', '0855', false],
    ['octal', '77777777777777', false],
    ['number', '1000', true],
    ['number', '-1', false],
    ['number', 'app', false],
    ['size', '64m', true],
    ['size', '1.5GiB', true],
    ['size', 'big', false],
    [['shared', 'locked'], 'Locked', true],
    [['shared', 'locked'], 'lock', false],
  ])('of a mount option that wants %j: %j is %s', (wanted, value, expected) => {
    expect(isMountValue(wanted, value)).toBe(expected);
  });
});
