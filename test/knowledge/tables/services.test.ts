import { factsOf, short } from '../../support/table-facts';

test.each([
  ['postgres:16', true], ['redis:7-alpine', true], ['mysql:*', true], ['vault:1.13', true], ['cassandra:5', true],
  ['nginx', false], ['debian:12', false], ['memcached', false], ['mongo:7-nanoserver', false], ['mongo:7-windowsservercore', false],
])('the entry point of %s drops root: %s', (image, expected) => {
  expect(factsOf(image)).toMatchObject({ dropsRoot: expected });
});

describe('servers and tools', () => {
  test.each([
    ['nginx', 'linux dash - root'],
    ['nginx:1.27-alpine', 'linux ash pipefail root'],
    ['nginx:*', 'linux - - root'],
    ['postgres:16-bookworm', 'linux dash no-pipefail root'],
    ['mysql:8', 'linux - - root'],
    ['mysql:8-oraclelinux9', 'linux bash pipefail root'],
    ['docker:27-cli', 'linux ash pipefail root'],
    ['docker:dind-rootless', 'linux - - -'],
    ['memcached:1-alpine', 'linux ash pipefail non-root'],
    ['haproxy:2.2', 'linux dash - root'],
    ['haproxy:3.0', 'linux dash - non-root'],
    ['haproxy', 'linux dash - -'],
    ['nginxinc/nginx-unprivileged:1.27-alpine', 'linux ash pipefail non-root'],
    ['docker.elastic.co/elasticsearch/elasticsearch:8.15.0', 'linux - - non-root'],
    ['docker.elastic.co/elasticsearch/elasticsearch:7.17.0', 'linux - - -'],
    ['kibana:7.17.0', 'linux - - non-root'],
    ['kibana:5', 'linux - - -'],
    ['jenkins/jenkins:lts', 'linux - - non-root'],
    ['grafana/grafana:11.0.0-ubuntu', 'linux dash - non-root'],
    ['prom/prometheus', 'linux - - non-root'],
    ['bitnami/redis:7', 'linux bash pipefail non-root'],
    ['cimg/python:3.12', 'linux bash pipefail non-root'],
    ['public.ecr.aws/lambda/python:3.12', 'linux bash pipefail root'],
    ['google/cloud-sdk:alpine', 'linux ash pipefail root'],
    ['google/cloud-sdk', 'linux dash - root'],
    ['jupyter/scipy-notebook', 'linux bash pipefail non-root'],
  ])('%s: %s', (image, expected) => {
    expect(short(image)).toBe(expected);
  });

  test('apt answers yes in the images of CircleCI', () => {
    expect(factsOf('cimg/python:3.12')).toMatchObject({ aptAssumesYes: true });
    expect(factsOf('bitnami/redis:7')).toMatchObject({ aptAssumesYes: false });
  });

  test('users as their configs name them', () => {
    expect(factsOf('jenkins/jenkins')).toMatchObject({ user: 'jenkins' });
    expect(factsOf('nginxinc/nginx-unprivileged')).toMatchObject({ user: '101' });
    expect(factsOf('redis:7')).toMatchObject({ user: '' });
  });
});
