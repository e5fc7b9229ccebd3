/** Servers, tools and build machines. */
import type { Facts } from '../distributions';
import { isBelow, versionOf } from '../distributions';
import type { Family } from '../family';
import { DROPS_ROOT, FROM_MEMORY, OFFICIAL, ROOT, SOME_ROOT, nonRoot } from '../family';

const NOTHING: Facts = {};

function onAlpine(tag: string): Facts {
  return /rootless|windows|nanoserver|builder/.test(tag) ? NOTHING : { shell: 'ash', pipefail: true, toolchains: [], ...ROOT };
}

export const services = (): readonly Family[] => [
  {
    names: ['nginx'],
    source: 'nginxinc/docker-nginx: Dockerfiles, read 2026-11',
    always: { os: 'linux', ...ROOT, toolchains: [] },
    usual: () => 'debian',
    system: 'debian',
    product: 'nginx',
    variables: ['ACME_VERSION', 'DYNPKG_RELEASE', 'NGINX_VERSION', 'NJS_RELEASE', 'NJS_VERSION', 'OTEL_VERSION', 'PKG_RELEASE'],
    programs: () => ({ added: ['nginx'], unsure: ['curl', 'gpg', 'ca-certificates', 'ps'] }),
    facts: (tag) => ({ command: ['nginx', '-g', 'daemon off;'], workdir: '', ...(isBelow(tag, 1, 20) ? {} : { entrypoint: ['/docker-entrypoint.sh'] }) }),
  },
  {
    names: ['httpd'],
    source: OFFICIAL,
    always: { os: 'linux', ...ROOT, toolchains: [], entrypoint: [], command: ['httpd-foreground'], workdir: '/usr/local/apache2' },
    usual: () => 'debian',
    system: 'debian',
    programs: () => ({ added: ['httpd'], unsure: ['gpg', 'ca-certificates', 'perl', 'bash', 'ps'] }),
  },
  {
    names: ['influxdb', 'wordpress', 'drupal', 'joomla', 'nextcloud', 'matomo', 'mediawiki', 'phpmyadmin', 'rethinkdb'],
    source: OFFICIAL,
    always: { os: 'linux', ...ROOT, toolchains: [] },
    usual: () => 'debian',
  },
  {
    names: ['postgres'],
    source: OFFICIAL,
    always: { os: 'linux', ...DROPS_ROOT, toolchains: [], entrypoint: ['docker-entrypoint.sh'], command: ['postgres'] },
    usual: () => 'debian',
    system: 'debian',
    product: 'postgres',
    variables: ['DOCKER_PG_LLVM_DEPS', 'GOSU_VERSION', 'LANG', 'LLVM_CONFIG', 'PGDATA', 'PG_MAJOR', 'PG_SHA256', 'PG_VERSION', 'PYTHONPATH'],
    programs: () => ({ added: ['pg_isready', 'psql'], unsure: ['bash', 'gpg', 'ca-certificates', 'perl', 'ps', 'python3', 'wget'] }),
  },
  {
    names: ['redis'],
    source: OFFICIAL,
    always: { os: 'linux', ...DROPS_ROOT, toolchains: [], entrypoint: ['docker-entrypoint.sh'], command: ['redis-server'], workdir: '/data' },
    usual: () => 'debian',
    system: 'debian',
    product: 'redis',
    programs: () => ({ added: ['redis-cli'], unsure: ['gpg', 'ca-certificates', 'ps', 'bash', 'wget'] }),
  },
  {
    names: ['mariadb'],
    source: OFFICIAL,
    always: { os: 'linux', ...DROPS_ROOT, toolchains: [], entrypoint: ['docker-entrypoint.sh'], workdir: '' },
    usual: () => 'debian',
    product: 'mariadb',
    facts: (tag) => (isBelow(tag, 10, 6) ? { command: ['mysqld'] } : versionOf(tag) === null ? NOTHING : { command: ['mariadbd'] }),
  },
  {
    names: ['valkey', 'rabbitmq', 'couchdb', 'telegraf', 'ghost', 'redmine'],
    source: OFFICIAL,
    always: { os: 'linux', ...DROPS_ROOT, toolchains: [] },
    usual: () => 'debian',
  },
  {
    names: ['mongo'],
    source: OFFICIAL,
    always: { os: 'linux', ...DROPS_ROOT, toolchains: [] },
    sharesTagsWithWindows: true,
    usual: () => 'debian',
    product: 'mongo',
    facts: (tag) => (/windows|nanoserver/.test(tag) ? NOTHING : { entrypoint: ['docker-entrypoint.sh'], command: ['mongod'], workdir: '' }),
  },
  {
    names: ['mysql'],
    source: OFFICIAL,
    always: { os: 'linux', ...DROPS_ROOT, toolchains: [], entrypoint: ['docker-entrypoint.sh'], command: ['mysqld'], workdir: '' },
    product: 'mysql',
  },
  {
    // Their distribution has changed over time.
    names: ['zookeeper', 'neo4j'],
    source: OFFICIAL,
    always: { os: 'linux', ...DROPS_ROOT, toolchains: [] },
  },
  { names: ['vault', 'consul'], source: OFFICIAL, always: { os: 'linux', toolchains: [] }, facts: () => ({ shell: 'ash', pipefail: true, ...DROPS_ROOT }) },
  {
    names: ['registry', 'docker', 'hashicorp/terraform', 'hashicorp/packer', 'alpine/git', 'alpine/helm', 'eclipse-mosquitto'],
    source: OFFICIAL,
    always: { os: 'linux' },
    facts: onAlpine,
  },
  { names: ['caddy'], source: OFFICIAL, always: { os: 'linux' }, sharesTagsWithWindows: true, facts: onAlpine },
  { names: ['memcached'], source: 'docker-library/memcached Dockerfile.template, read 2026-11', always: { os: 'linux', ...nonRoot('memcache'), toolchains: [] }, usual: () => 'debian' },
  {
    names: ['haproxy'],
    source: 'docker-library/haproxy Dockerfile.template, read 2026-11',
    always: { os: 'linux', toolchains: [] },
    usual: () => 'debian',
    facts: (tag) => (versionOf(tag) === null ? NOTHING : isBelow(tag, 2, 3) ? ROOT : isBelow(tag, 2, 4) ? NOTHING : nonRoot('haproxy')),
  },
  {
    names: ['nginxinc/nginx-unprivileged', 'ghcr.io/nginxinc/nginx-unprivileged', 'quay.io/nginx/nginx-unprivileged'],
    source: FROM_MEMORY,
    always: { os: 'linux', ...nonRoot('101'), toolchains: [] },
  },
  {
    names: ['elasticsearch', 'docker.elastic.co/elasticsearch/elasticsearch', 'docker.elastic.co/elasticsearch/elasticsearch-oss'],
    source: FROM_MEMORY,
    always: { os: 'linux', toolchains: [] },
    facts: (tag) => ((versionOf(tag)?.major ?? 0) >= 8 ? nonRoot(null) : NOTHING),
  },
  {
    names: ['kibana', 'docker.elastic.co/kibana/kibana', 'logstash', 'docker.elastic.co/logstash/logstash'],
    source: FROM_MEMORY,
    always: { os: 'linux', toolchains: [] },
    facts: (tag) => ((versionOf(tag)?.major ?? 0) >= 7 ? nonRoot(null) : NOTHING),
  },
  { names: ['jenkins/jenkins'], source: FROM_MEMORY, always: { os: 'linux', ...nonRoot('jenkins') } },
  { names: ['grafana/grafana', 'grafana/grafana-oss', 'grafana/grafana-enterprise'], source: FROM_MEMORY, always: { os: 'linux', ...nonRoot(null), toolchains: [] } },
  {
    names: ['prometheus', 'alertmanager', 'node-exporter'].flatMap((name) => [`prom/${name}`, `quay.io/prometheus/${name}`]),
    source: FROM_MEMORY,
    always: { os: 'linux', ...nonRoot('nobody'), toolchains: [] },
  },
  {
    names: ['nginx', 'postgresql', 'redis', 'mariadb', 'mysql', 'mongodb', 'kafka', 'rabbitmq', 'wordpress', 'tomcat', 'kubectl'].map((name) => `bitnami/${name}`),
    source: 'bitnami/containers bitnami/redis/7.4/debian-12/Dockerfile, read 2026-11',
    always: { os: 'linux', shell: 'bash', pipefail: true, shellWords: ['/bin/bash', '-o', 'errexit', '-o', 'nounset', '-o', 'pipefail', '-c'], ...nonRoot('1001') },
  },
  {
    names: [],
    pattern: /^cimg\/[\w-]+$/,
    source: 'CircleCI-Public/cimg-base 22.04/Dockerfile and 26.04/Dockerfile, read 2026-11',
    always: { os: 'linux', shell: 'bash', pipefail: true, shellWords: ['/bin/bash', '-exo', 'pipefail', '-c'], aptAssumesYes: true, ...nonRoot('circleci') },
  },
  {
    names: ['base-notebook', 'minimal-notebook', 'scipy-notebook', 'datascience-notebook', 'tensorflow-notebook', 'pyspark-notebook', 'r-notebook', 'all-spark-notebook']
      .flatMap((name) => [`jupyter/${name}`, `quay.io/jupyter/${name}`]),
    source: 'jupyter/docker-stacks images/docker-stacks-foundation/Dockerfile and base-notebook/Dockerfile, read 2026-11',
    always: { os: 'linux', shell: 'bash', pipefail: true, shellWords: ['/bin/bash', '-o', 'pipefail', '-c'], ...nonRoot(null) },
  },
  { names: ['gitpod/workspace-base', 'gitpod/workspace-full', 'gitpod/workspace-node', 'gitpod/workspace-python'], source: FROM_MEMORY, always: { os: 'linux', ...nonRoot('gitpod') } },
  { names: ['mambaorg/micromamba'], source: FROM_MEMORY, always: { os: 'linux', ...nonRoot(null) } },
  {
    names: ['python', 'nodejs', 'java', 'ruby', 'dotnet', 'go', 'provided'].map((name) => `public.ecr.aws/lambda/${name}`),
    source: FROM_MEMORY,
    always: { os: 'linux', shell: 'bash', pipefail: true, ...SOME_ROOT },
  },
  { names: ['amazon/aws-cli', 'public.ecr.aws/aws-cli/aws-cli'], source: FROM_MEMORY, always: { os: 'linux', shell: 'bash', pipefail: true, ...SOME_ROOT } },
  {
    names: ['google/cloud-sdk', 'gcr.io/google.com/cloudsdktool/cloud-sdk', 'gcr.io/google.com/cloudsdktool/google-cloud-cli'],
    source: FROM_MEMORY,
    always: { os: 'linux', ...SOME_ROOT },
    usual: () => 'debian',
  },
];
