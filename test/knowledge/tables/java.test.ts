import { factsOf, short } from '../../support/table-facts';

describe('Java images', () => {
  test.each([
    ['openjdk:8', 'linux dash no-pipefail root'],
    ['openjdk:11-jdk-slim', 'linux dash no-pipefail root'],
    ['openjdk:17', 'linux bash pipefail root'],
    ['openjdk:17-slim', 'linux dash no-pipefail root'],
    ['openjdk:8-alpine', 'linux ash pipefail root'],
    ['openjdk', 'linux - - root'],
    ['java:8', 'linux dash no-pipefail root'],
    ['eclipse-temurin:17-jre-jammy', 'linux dash no-pipefail root'],
    ['eclipse-temurin:17', 'linux dash - root'],
    ['eclipse-temurin:21-jre-alpine', 'linux ash pipefail root'],
    ['eclipse-temurin:21-ubi9-minimal', 'linux bash pipefail root'],
    ['amazoncorretto:21', 'linux bash pipefail root'],
    ['amazoncorretto:21-alpine', 'linux ash pipefail root'],
    ['maven:3.9-eclipse-temurin-21', 'linux dash - root'],
    ['maven:3.8-openjdk-17', 'linux bash pipefail root'],
    ['maven:3.8-openjdk-17-slim', 'linux dash no-pipefail root'],
    ['maven:3.8-openjdk-8', 'linux dash no-pipefail root'],
    ['maven:3.9-amazoncorretto-17', 'linux bash pipefail root'],
    ['maven:3', 'linux - - root'],
    ['gradle:8.5-jdk17', 'linux dash - root'],
    ['gradle:4.6-jdk8', 'linux dash - -'],
    ['tomcat:10', 'linux dash - root'],
    ['tomcat:9-jdk17-temurin', 'linux dash - root'],
    ['tomcat:9-jdk14', 'linux - - root'],
    ['jetty:12', 'linux - - non-root'],
    ['solr:9', 'linux dash - non-root'],
    ['solr:*', 'linux - - -'],
    ['open-liberty', 'linux - - non-root'],
    ['mcr.microsoft.com/openjdk/jdk:17-ubuntu', 'linux dash - -'],
  ])('%s: %s', (image, expected) => {
    expect(short(image)).toBe(expected);
  });

  test.each<[string, readonly string[] | null, string | null]>([
    ['openjdk:17', ['java'], 'eclipse-temurin:17-jre'],
    ['openjdk:16', ['java'], null],
    ['openjdk:11-jre-slim', [], null],
    ['eclipse-temurin:21', ['java'], 'eclipse-temurin:21-jre'],
    ['eclipse-temurin:21-jre', [], null],
    ['eclipse-temurin:*', null, null],
    ['maven:3.9-eclipse-temurin-21', ['java'], 'eclipse-temurin:21-jre'],
    ['maven:3', ['java'], null],
    ['maven:3.6-jdk-11', ['java'], 'eclipse-temurin:11-jre'],
    ['gradle:8.5-jdk17', ['java'], 'eclipse-temurin:17-jre'],
    ['ghcr.io/graalvm/native-image-community:21', ['java'], null],
  ])('%s holds %j and its result can run on %j', (image, toolchains, runtime) => {
    expect(factsOf(image)).toMatchObject({ toolchains, runtime });
  });
});
