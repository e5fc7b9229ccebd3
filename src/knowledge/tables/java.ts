/** Java and what is built with it. */
import type { Distribution, Facts } from '../distributions';
import { isBelow, versionOf } from '../distributions';
import type { Family } from '../family';
import { DROPS_ROOT, FROM_MEMORY, OFFICIAL, ROOT, SOME_ROOT, nonRoot } from '../family';

const LINUX_ROOT: Facts = { os: 'linux', ...ROOT };

/** Versions that eclipse-temurin publishes a JRE of. */
const WITH_RUNTIME: ReadonlySet<number> = new Set([8, 11, 17, 21, 25]);

function runtimeOf(version: number | null): string | null {
  return version !== null && WITH_RUNTIME.has(version) ? `eclipse-temurin:${version}-jre` : null;
}

const JAVA_VARIABLES = ['JAVA_HOME', 'JAVA_VERSION', 'LANG', 'LANGUAGE', 'LC_ALL'];

const OPENJDK_VARIABLES = [
  ...JAVA_VARIABLES, 'CA_CERTIFICATES_JAVA_VERSION', 'JAVA_ALPINE_VERSION', 'JAVA_BASE_URL', 'JAVA_DEBIAN_VERSION', 'JAVA_SHA256', 'JAVA_URL', 'JAVA_URL_VERSION',
];

const TOMCAT_VARIABLES = [
  'ASC_URLS', 'ASC_URL', 'MAJOR', 'NATIVE_LIBDIR', 'SHA1', 'SHA512', 'TGZ_FALLBACK_URL', 'TGZ_URL', 'TGZ_URLS', 'ASC_FALLBACK_URL', 'VERSION',
].map((name) => `TOMCAT_${name}`);

/** A JRE has no compiler; everything else has, and runs on a JRE of the same version. */
function javaFacts(tag: string): Facts {
  if (/(?:^|-)jre/.test(tag)) return { toolchains: [] };
  return { toolchains: ['java'], runtime: runtimeOf(versionOf(tag)?.major ?? null) };
}

/** The version behind a vendor's name: `3.9-eclipse-temurin-21`, `8.5-jdk17`. */
function builderFacts(tag: string): Facts {
  const match = /(?:jdk|temurin|corretto|openjdk|ibmjava|semeru|sapmachine|graalvm(?:-community)?|zulu)-?(\d+)/.exec(tag);
  return { runtime: runtimeOf(match === null ? null : Number(match[1])) };
}

/** Debian 11 for 8 and 11 and for every slim variant, Oracle Linux from 12 on. Nothing newer was ever built. */
function openjdkUsual(tag: string): Distribution | null {
  const version = versionOf(tag);
  if (/(?:^|-)slim/.test(tag) || isBelow(tag, 12, 0)) return 'debian-12';
  return version === null ? null : 'rpm';
}

/** Ubuntu by way of Temurin, unless another vendor is named. */
function mavenUsual(tag: string): Distribution | null {
  const openjdk = /openjdk-(\d+)(-slim)?/.exec(tag);
  if (openjdk !== null) return openjdk[2] !== undefined || Number(openjdk[1]) < 12 ? 'debian-12' : 'rpm';
  if (tag.includes('temurin')) return 'debian';
  return null;
}

export const java = (): readonly Family[] => [
  {
    names: ['openjdk'],
    source: OFFICIAL,
    sharesTagsWithWindows: true,
    always: LINUX_ROOT,
    usual: openjdkUsual,
    system: (tag) => (openjdkUsual(tag) === 'debian-12' ? { distribution: 'debian', release: null } : null),
    variables: OPENJDK_VARIABLES,
    retired: (tag) => ((versionOf(tag)?.major ?? 99) <= 18 ? { what: 'the official openjdk image', date: '2022-07-31' } : null),
    facts: javaFacts,
  },
  {
    names: ['java'],
    source: OFFICIAL,
    always: LINUX_ROOT,
    usual: () => 'debian-12',
    retired: () => ({ what: 'the official java image', date: '2017-01-31' }),
    facts: javaFacts,
  },
  {
    names: ['eclipse-temurin'],
    source: 'adoptium/containers: Dockerfiles, read 2026-11',
    always: LINUX_ROOT,
    sharesTagsWithWindows: true,
    usual: () => 'debian',
    system: 'ubuntu',
    product: 'java',
    variables: JAVA_VARIABLES,
    values: (tag) => (/windows|nanoserver/.test(tag) ? {} : { JAVA_HOME: '/opt/java/openjdk' }),
    facts: javaFacts,
  },
  {
    names: ['adoptopenjdk'],
    source: OFFICIAL,
    always: LINUX_ROOT,
    sharesTagsWithWindows: true,
    usual: () => 'debian',
    retired: () => ({ what: 'the adoptopenjdk image', date: '2021-08-31' }),
    facts: javaFacts,
  },
  { names: ['ibm-semeru-runtimes', 'sapmachine'], source: OFFICIAL, always: LINUX_ROOT, usual: () => 'debian', facts: javaFacts },
  {
    names: ['amazoncorretto', 'public.ecr.aws/amazoncorretto/amazoncorretto'],
    source: OFFICIAL,
    always: { ...LINUX_ROOT, toolchains: ['java'] },
    usual: () => 'rpm',
    facts: javaFacts,
  },
  { names: ['mcr.microsoft.com/openjdk/jdk'], source: FROM_MEMORY, always: { os: 'linux' }, facts: javaFacts },
  {
    names: [
      'ghcr.io/graalvm/graalvm-community', 'ghcr.io/graalvm/jdk-community', 'ghcr.io/graalvm/native-image-community',
      'container-registry.oracle.com/graalvm/jdk', 'container-registry.oracle.com/graalvm/native-image',
    ],
    source: FROM_MEMORY,
    always: { os: 'linux', ...SOME_ROOT, toolchains: ['java'] },
  },
  {
    names: ['maven'],
    source: OFFICIAL,
    always: { ...LINUX_ROOT, toolchains: ['java'] },
    usual: mavenUsual,
    facts: (tag) => ({ ...builderFacts(tag), ...(/windows|nanoserver/.test(tag) ? {} : { command: ['mvn'], workdir: '' }) }),
  },
  {
    // Versions up to 6 came with USER gradle in some tags.
    names: ['gradle'],
    source: FROM_MEMORY,
    always: { os: 'linux', toolchains: ['java'] },
    usual: () => 'debian',
    facts: (tag) => ({ ...builderFacts(tag), ...((versionOf(tag)?.major ?? 0) >= 7 ? SOME_ROOT : {}) }),
  },
  { names: ['cassandra'], source: OFFICIAL, always: { ...LINUX_ROOT, ...DROPS_ROOT }, usual: () => 'debian' },
  {
    names: ['tomcat'],
    source: OFFICIAL,
    always: { ...LINUX_ROOT, command: ['catalina.sh', 'run'], workdir: '/usr/local/tomcat' },
    usual: (tag) => (/jdk|jre/.test(tag) ? mavenUsual(tag) : 'debian'),
    variables: [...OPENJDK_VARIABLES, 'CATALINA_HOME', 'GPG_KEYS', 'LD_LIBRARY_PATH', 'OPENSSL_VERSION', ...TOMCAT_VARIABLES],
    values: () => ({ CATALINA_HOME: '/usr/local/tomcat' }),
  },
  { names: ['tomee', 'jruby'], source: OFFICIAL, always: LINUX_ROOT, usual: (tag) => (/jdk|jre/.test(tag) ? mavenUsual(tag) : 'debian') },
  { names: ['jetty'], source: FROM_MEMORY, always: { os: 'linux', ...nonRoot('jetty') } },
  { names: ['solr'], source: FROM_MEMORY, always: { os: 'linux' }, usual: () => 'debian', facts: () => nonRoot(null) },
  { names: ['open-liberty', 'websphere-liberty'], source: FROM_MEMORY, always: { os: 'linux', ...nonRoot('1001') } },
];
