/** Images of single products that others build on. */
import type { Family } from '../family';
import { DROPS_ROOT, FROM_MEMORY, OFFICIAL, SOME_ROOT, nonRoot } from '../family';

export const products = (): readonly Family[] => [
  {
    names: ['flink'],
    source: 'apache/flink-docker: Dockerfiles, read 2026-11',
    always: { os: 'linux', ...DROPS_ROOT, toolchains: [] },
    usual: () => 'debian',
  },
  {
    names: ['postgis/postgis', 'timescale/timescaledb', 'timescale/timescaledb-ha', 'pgvector/pgvector'],
    source: FROM_MEMORY,
    always: { os: 'linux' },
    facts: (_, name) => (name === 'timescale/timescaledb-ha' ? {} : DROPS_ROOT),
  },
  {
    // Every one starts with s6 as root and gives the program the account abc.
    names: [],
    pattern: /^(?:(?:lscr|ghcr)\.io\/)?linuxserver\/[\w.-]+$/,
    source: FROM_MEMORY,
    always: { os: 'linux', ...DROPS_ROOT },
  },
  {
    names: [
      'cypress/base', 'cypress/browsers', 'cypress/factory', 'cypress/included', 'openresty/openresty', 'osrf/ros', 'paddlepaddle/paddle',
      'registry.baidubce.com/paddlepaddle/paddle', 'phusion/baseimage', 'dunglas/frankenphp', 'ghcr.io/astral-sh/uv', 'minio/minio', 'quay.io/minio/minio',
    ],
    source: FROM_MEMORY,
    always: { os: 'linux', ...SOME_ROOT },
  },
  {
    names: [],
    pattern: /^(?:phusion\/passenger-[\w-]+|tiangolo\/[\w.-]+|webdevops\/[\w-]+|balenalib\/[\w-]+)$/,
    source: FROM_MEMORY,
    always: { os: 'linux', ...SOME_ROOT },
  },
  {
    names: [],
    pattern: /^(?:registry\.k8s\.io|k8s\.gcr\.io)\/(?:build-image\/)?debian-base(?:-\w+)?$/,
    source: 'kubernetes/release images/build/debian-base: general knowledge of its Dockerfile, 2026-11',
    always: { os: 'linux', shell: 'dash', ...SOME_ROOT, toolchains: [] },
    usual: () => 'debian',
  },
  { names: ['ros'], source: OFFICIAL, always: { os: 'linux', ...SOME_ROOT } },
  { names: ['traefik'], source: OFFICIAL, always: { os: 'linux', ...SOME_ROOT }, sharesTagsWithWindows: true },
  { names: ['adminer', 'odoo'], source: OFFICIAL, always: { os: 'linux', ...nonRoot(null) } },
  {
    names: [
      'apache/airflow', 'apache/kafka', 'apache/superset', 'directus/directus', 'ghcr.io/puppeteer/puppeteer', 'jboss/wildfly', 'jboss/keycloak', 'n8nio/n8n',
      'nodered/node-red', 'quay.io/keycloak/keycloak', 'quay.io/wildfly/wildfly',
    ],
    source: FROM_MEMORY,
    always: { os: 'linux', ...nonRoot(null) },
  },
  { names: [], pattern: /^selenium\/(?:standalone|node|hub|base)[\w-]*$/, source: FROM_MEMORY, always: { os: 'linux', ...nonRoot(null) } },
];
