import { libcOf, releaseInTag, releaseOfSystem } from '../../src/knowledge/releases';

function shown(tag: string): string {
  const found = releaseInTag(tag);
  return found === null ? 'none' : `${found.distribution} ${found.release ?? '?'}`;
}

describe('the distribution that a tag names', () => {
  test.each([
    ['3.12-bookworm', 'debian 12'],
    ['20-slim', 'none'],
    ['8.0-jammy-amd64', 'ubuntu 22.04'],
    ['1.22-alpine3.20', 'alpine 3.20'],
    ['lts-alpine', 'alpine ?'],
    ['11.8.0-devel-ubuntu20.04', 'ubuntu 20.04'],
    ['latest-debian-12', 'debian 12'],
    ['10.2-devel-centos7', 'centos 7'],
    ['stream9', 'none'],
    ['21-ubi9-minimal', 'rhel 9'],
    ['fedora-41-amd64', 'fedora 41'],
    ['8.0-cbl-mariner2.0', 'mariner 2.0'],
    ['10.0-azurelinux3.0', 'azurelinux 3.0'],
    ['provided-al2', 'amzn 2'],
    ['al2023', 'amzn 2023'],
    ['alpha', 'none'],
    ['8.0-oraclelinux9', 'ol 9'],
    ['10.0-nanoserver-ltsc2022', 'windows ltsc2022'],
    ['windowsservercore-10.0.14393.693', 'windows ?'],
    ['olive', 'none'],
    ['latest', 'none'],
  ])('%s: %s', (tag, expected) => {
    expect(shown(tag)).toBe(expected);
  });
});

describe('the release in the tag of a distribution', () => {
  test.each([
    ['debian', '12.5-slim', '12'],
    ['debian', 'bookworm-20240110', '12'],
    ['debian', 'stable-slim', null],
    ['debian', 'sid', null],
    ['ubuntu', '22.04', '22.04'],
    ['ubuntu', 'focal', '20.04'],
    ['ubuntu', 'rolling', null],
    ['alpine', '3.20.1', '3.20'],
    ['alpine', '3', null],
    ['alpine', 'edge', null],
    ['alpine', '20240807', null],
    ['fedora', '41', '41'],
    ['fedora', 'rawhide', null],
    ['centos', '7.9.2009', '7'],
    ['centos', 'centos7', '7'],
    ['centos', 'stream9-minimal', 'stream9'],
    ['amzn', '2023.5.20240708.0', '2023'],
    ['opensuse-leap', '15.6', '15.6'],
    ['windows', 'ltsc2022-amd64', 'ltsc2022'],
    ['debian', 'jammy', null],
    ['arch', 'base', null],
  ])('%s:%s is %s', (distribution, tag, expected) => {
    expect(releaseOfSystem(distribution, tag)).toBe(expected);
  });
});

test('Alpine has musl, other Linux distributions glibc, and of Windows nothing is said', () => {
  expect([libcOf('alpine'), libcOf('debian'), libcOf('windows')]).toEqual(['musl', 'glibc', null]);
});
