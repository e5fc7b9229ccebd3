import { factsOf, short } from '../../support/table-facts';

describe('products', () => {
  test.each([
    ['flink:1.20-java17', 'linux dash - root'],
    ['postgis/postgis:16-3.4-alpine', 'linux ash pipefail root'],
    ['timescale/timescaledb-ha:pg16', 'linux - - -'],
    ['lscr.io/linuxserver/radarr', 'linux - - root'],
    ['linuxserver/radarr:5', 'linux - - root'],
    ['quay.io/linuxserver/radarr', 'not in the table'],
    ['cypress/included:13', 'linux - - root'],
    ['paddlepaddle/paddle:2.4', 'linux - - root'],
    ['phusion/passenger-ruby33', 'linux - - root'],
    ['balenalib/raspberrypi3-debian:bookworm', 'linux dash no-pipefail root'],
    ['registry.k8s.io/build-image/debian-base:bookworm-v1.0.0', 'linux dash no-pipefail root'],
    ['k8s.gcr.io/debian-base-amd64:1.0', 'linux dash - root'],
    ['ros:humble', 'linux - - root'],
    ['traefik:v3.1', 'linux - - root'],
    ['odoo:17', 'linux - - non-root'],
    ['quay.io/keycloak/keycloak:25.0', 'linux - - non-root'],
    ['selenium/standalone-chrome', 'linux - - non-root'],
    ['selenium/other', 'not in the table'],
  ])('%s: %s', (image, expected) => {
    expect(short(image)).toBe(expected);
  });

  test.each([['flink', true], ['linuxserver/sonarr', true], ['pgvector/pgvector:pg16', true], ['timescale/timescaledb-ha', false], ['ros', false]])(
    'the entry point of %s drops root: %s',
    (image, expected) => expect(factsOf(image)).toMatchObject({ dropsRoot: expected }),
  );
});
