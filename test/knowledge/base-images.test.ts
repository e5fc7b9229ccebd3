import { allFamilies, baseImage, tableName } from '../../src/knowledge/base-images';
import { factsOf } from '../support/table-facts';
import { baseImage as emptyEntry } from '../support/small-model';

describe('the name in the table', () => {
  test.each([
    'node', 'library/node', 'docker.io/node', 'docker.io/library/node', 'index.docker.io/library/node', 'registry-1.docker.io/library/node',
    'amd64/node', 'arm64v8/node', 'armhf/node', 'aarch64/node', 'docker.io/arm32v7/node', 'public.ecr.aws/docker/library/node', 'mirror.gcr.io/library/node',
  ])('%s is the official node', (name) => {
    expect(factsOf(`${name}:18-alpine`)).toMatchObject({ name: 'node', os: 'linux', shell: 'ash' });
  });

  test.each(['ghcr.io/library/node', 'someone/node', 'library/a/node', 'nodes', 'amd64/a/node', 'quay.io/node', 'node/node'])('%s is another image', (name) => {
    expect(factsOf(name)).toBeNull();
  });

  test('a name on another registry keeps it', () => {
    expect(tableName('mcr.microsoft.com', 'dotnet/sdk')).toBe('mcr.microsoft.com/dotnet/sdk');
    expect(tableName(null, 'library/a/b')).toBe('library/a/b');
  });

  test('the path of another registry is not taken for one of Docker Hub', () => {
    expect(baseImage({ registry: 'ghcr.io', path: 'alpine', tag: 'latest' })).toBeNull();
  });
});

describe('many questions', () => {
  test('an answer stays the same however many others are asked in between', () => {
    const first = baseImage({ registry: null, path: 'node', tag: '18' });
    for (let index = 0; index < 2500; index += 1) baseImage({ registry: null, path: `app${index}`, tag: 'latest' });
    expect(baseImage({ registry: null, path: 'node', tag: '18' })).toEqual(first);
    expect(baseImage({ registry: null, path: 'node', tag: null })).toMatchObject({ shell: null });
  });
});

describe('tags that stand for Windows images too', () => {
  test.each(['golang', 'golang:1.23', 'golang:*', 'python:3.12', 'openjdk:11-jre', 'eclipse-temurin:21', 'mongo:7', 'caddy:2', 'julia', 'mcr.microsoft.com/dotnet/sdk:8.0'])('%s', (image) => {
    expect(factsOf(image)).toMatchObject({ os: 'linux', sharesTagWithWindows: true });
  });

  test.each([
    'golang:1.23-bookworm', 'golang:alpine', 'golang:nanoserver', 'python:3.12-slim', 'debian:12', 'node:20', 'docker:27', 'mcr.microsoft.com/dotnet/sdk:8.0-jammy', 'maven:3',
  ])('not %s', (image) => {
    expect(factsOf(image)).toMatchObject({ sharesTagWithWindows: false });
  });
});

describe('the table as a whole', () => {
  const families = allFamilies();

  test('every family has a source and a name or a pattern', () => {
    for (const family of families) {
      expect(family.source).toMatch(/2026-\d\d/);
      expect(family.names.length > 0 || family.pattern !== undefined).toBe(true);
    }
  });

  test('no image stands in two families', () => {
    const names = families.flatMap((family) => family.names);
    expect(names.filter((name, index) => names.indexOf(name) !== index)).toEqual([]);
    for (const family of families) {
      const { pattern } = family;
      if (pattern !== undefined) expect(names.filter((name) => pattern.test(name))).toEqual([]);
    }
  });

  const fields = Object.keys(emptyEntry()).sort().join();

  /** What is wrong with an answer of the table. */
  function faults(name: string, tag: string | null): readonly string[] {
    const slash = name.indexOf('/');
    const host = slash !== -1 && name.slice(0, slash).includes('.') ? name.slice(0, slash) : null;
    const facts = baseImage({ registry: host, path: host === null ? name : name.slice(slash + 1), tag });
    if (facts === null) return [`${name} is not found`];
    const checks: readonly (readonly [boolean, string])[] = [
      [facts.name === name, 'has another name'],
      [Object.keys(facts).sort().join() === fields && !Object.values(facts).includes(undefined), 'lacks a field'],
      [facts.user !== '' || facts.runsAsRoot !== false, 'has no user but is not root'],
      [!facts.dropsRoot || facts.runsAsRoot === true, 'drops root but does not run as root'],
      [facts.shell !== 'cmd' || facts.os === 'windows', 'has cmd on Linux'],
    ];
    return checks.filter(([holds]) => !holds).map(([, fault]) => `${name}:${tag ?? '*'} ${fault}`);
  }

  test('every name leads to its own entry, with all fields, for any tag', () => {
    const tags = [null, 'latest', '1', '8', '20', '3.8', '2022-latest', 'alpine', 'bookworm', 'trixie', 'nanoserver', 'windowsservercore', 'nonroot', 'debug', 'slim', '9-chiseled'];
    const names = families.flatMap((family) => family.names);
    expect(names.flatMap((name) => tags.flatMap((tag) => faults(name, tag)))).toEqual([]);
  });
});
