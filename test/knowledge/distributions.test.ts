import { DISTRIBUTION_FACTS, distributionOf, isBelow, versionOf } from '../../src/knowledge/distributions';

describe('the distribution in a tag', () => {
  test.each([
    ['18-alpine', 'alpine'], ['alpine', 'alpine'], ['3.12-alpine3.20', 'alpine'], ['21-jre-alpine', 'alpine'], ['corretto-17-alpine', 'alpine'],
    ['18-bookworm', 'debian-12'], ['18-slim-bullseye', 'debian-12'], ['buster-slim', 'debian-12'], ['17-jre-jammy', 'debian-12'], ['24.0-noble', 'debian-12'],
    ['12.9.1-runtime-ubuntu24.04', 'debian-12'], ['ubuntu-22.04-cross', 'debian-12'], ['debian-11-amd64', 'debian-12'],
    ['3-trixie', 'debian'], ['10.0-resolute', 'debian'], ['debian-13', 'debian'], ['ubuntu25.10', 'debian'], ['debian', 'debian'], ['3.9-amazoncorretto-17-debian', 'debian'],
    ['6.0-cbl-mariner2.0', 'rpm'], ['10.0-azurelinux3.0', 'rpm'], ['17-ubi9-minimal', 'rpm'], ['centos-stream9', 'rpm'], ['3.9-amazoncorretto-17', 'rpm'], ['8-al2023', 'rpm'],
    ['10.0-noble-chiseled', 'distroless'], ['10.0-azurelinux3.0-distroless', 'distroless'], ['8.0-jammy-chiseled-extra', 'distroless'],
    ['windowsservercore-ltsc2022', 'servercore'], ['10.0-nanoserver-ltsc2022', 'nanoserver'], ['windows-1809', 'servercore'],
    ['18', null], ['latest', null], ['slim', null], ['lts', null], ['17-jdk', null], ['stable', null], ['insidious', null],
  ])('%s is %j', (tag, expected) => {
    expect(distributionOf(tag)).toBe(expected);
  });

  test.each<[string, ReturnType<typeof versionOf>]>([
    ['18', { major: 18, minor: null }], ['3.12-slim', { major: 3, minor: 12 }], ['v2.4', { major: 2, minor: 4 }], ['8u292-jdk', { major: 8, minor: null }],
    ['24.04', { major: 24, minor: 4 }], ['17.0.1_12-jdk', { major: 17, minor: 0 }], ['latest', null], ['bookworm', null], ['4fabcde', null], ['', null],
  ])('the version of %j is %j', (tag, expected) => {
    expect(versionOf(tag)).toEqual(expected);
  });

  test.each([
    ['18', 20, 0, true], ['20', 20, 0, false], ['3.8-slim', 3, 9, true], ['3.9', 3, 9, false], ['3', 3, 9, false], ['2', 3, 9, true], ['latest', 3, 9, false],
  ])('%s is below %d.%d: %s', (tag, major, minor, expected) => {
    expect(isBelow(tag, major, minor)).toBe(expected);
  });

  test('an old dash has no pipefail, a newer one was not tried', () => {
    expect(DISTRIBUTION_FACTS['debian-12']).toEqual({ os: 'linux', shell: 'dash', pipefail: false });
    expect(DISTRIBUTION_FACTS.debian.pipefail).toBeNull();
  });
});
