import { factsOf } from '../support/table-facts';

describe('distribution, release and C library', () => {
  test.each([
    ['debian:bookworm-slim', 'debian 12 glibc'],
    ['debian:stable', 'debian null glibc'],
    ['debian:*', 'debian null glibc'],
    ['ubuntu:22.04', 'ubuntu 22.04 glibc'],
    ['alpine:3.20', 'alpine 3.20 musl'],
    ['alpine', 'alpine null musl'],
    ['node:20', 'debian null glibc'],
    ['node:20-alpine3.20', 'alpine 3.20 musl'],
    ['node:*', 'null null null'],
    ['golang:1.23-nanoserver-ltsc2022', 'windows ltsc2022 null'],
    ['busybox:musl', 'busybox null musl'],
    ['busybox', 'busybox null null'],
    ['redhat/ubi9-minimal', 'rhel 9 glibc'],
    ['gcr.io/distroless/static-debian12', 'debian 12 none'],
    ['gcr.io/distroless/base', 'debian null glibc'],
    ['cgr.dev/chainguard/static', 'wolfi null none'],
    ['mcr.microsoft.com/dotnet/aspnet:8.0', 'debian 12 glibc'],
    ['mcr.microsoft.com/dotnet/aspnet:10.0', 'ubuntu 24.04 glibc'],
    ['mcr.microsoft.com/dotnet/aspnet:9.0-alpine3.20', 'alpine 3.20 musl'],
    ['openjdk:11-slim', 'debian null glibc'],
    ['openjdk:17', 'null null null'],
  ])('%s: %s', (image, expected) => {
    const facts = factsOf(image);
    expect(`${facts?.distribution} ${facts?.release} ${facts?.libc}`).toBe(expected);
  });
});

describe('environment', () => {
  test.each(['debian:12', 'ubuntu', 'alpine:3.20', 'buildpack-deps:bookworm', 'amazonlinux:2023'])('%s sets PATH only', (image) => {
    expect(factsOf(image)?.environment).toEqual({ PATH: null });
  });

  test('a value is given where the tag makes it certain', () => {
    expect(factsOf('node:20.11.1-slim')?.environment).toMatchObject({ PATH: null, NODE_VERSION: '20.11.1', YARN_VERSION: null });
    expect(factsOf('node:20')?.environment).toMatchObject({ NODE_VERSION: null });
    expect(factsOf('golang:1.23')?.environment).toMatchObject({ GOPATH: '/go' });
    expect(factsOf('golang:*')?.environment).toMatchObject({ GOPATH: null });
  });

  test.each(['golang:1.23-windowsservercore-ltsc2022', 'opensuse/tumbleweed', 'mysql:8'])('%s: not every name is known', (image) => {
    expect(factsOf(image)?.environment).toBeNull();
  });
});

describe('end of life', () => {
  test.each([
    ['node:18', 'Node.js 18'],
    ['node:18.2.0-alpine', 'Node.js 18'],
    ['node:22-buster', 'Debian 10'],
    ['node:10-buster', 'Node.js 10'],
    ['python:3.7.4-slim', 'Python 3.7'],
    ['golang:1.19', 'Go 1.19'],
    ['postgres:9.6', 'PostgreSQL 9.6'],
    ['postgres:12.3-alpine', 'PostgreSQL 12'],
    ['openjdk:8', 'the official openjdk image'],
    ['centos:7', 'CentOS 7'],
    ['centos', 'the official centos image'],
    ['redhat/ubi8', 'Red Hat Enterprise Linux 8'],
    ['mcr.microsoft.com/dotnet/sdk:6.0-alpine', '.NET 6.0'],
    ['mcr.microsoft.com/windows/servercore:1903', 'Windows Server, version 1903'],
  ])('%s: %s', (image, what) => {
    expect(factsOf(image)?.endOfLife?.what).toBe(what);
  });

  test.each(['node:lts', 'node', 'python:3', 'debian:stable', 'alpine:edge', 'ubuntu', 'node:*', 'scratch-like'])('%s has no known end', (image) => {
    expect(factsOf(image)?.endOfLife ?? null).toBeNull();
  });
});

describe('what starts', () => {
  test.each([
    ['debian:12', [], ['bash'], ''],
    ['alpine', [], ['/bin/sh'], ''],
    ['golang:1.23-alpine', [], ['/bin/sh'], '/go'],
    ['node:20', ['docker-entrypoint.sh'], ['node'], ''],
    ['php:8.3-fpm', ['docker-php-entrypoint'], ['php-fpm'], '/var/www/html'],
    ['php:8.3-cli', ['docker-php-entrypoint'], ['php', '-a'], ''],
    ['nginx:1.27', ['/docker-entrypoint.sh'], ['nginx', '-g', 'daemon off;'], ''],
    ['nginx:1.18', null, ['nginx', '-g', 'daemon off;'], ''],
    ['debian:8', null, null, null],
    ['mysql:8', ['docker-entrypoint.sh'], ['mysqld'], ''],
  ])('%s', (image, entrypoint, command, workdir) => {
    expect(factsOf(image)).toMatchObject({ entrypoint, command, workdir });
  });
});

test('the programs of an image with its own list are kept', () => {
  expect(factsOf('busybox')?.missingTools).toContain('curl');
  expect(factsOf('python:3.12-slim')?.missingTools).toContain('curl');
  expect(factsOf('python:3.12')?.tools).toContain('curl');
  expect(factsOf('python:3.12-slim')?.tools).toContain('python3');
  expect(factsOf('mcr.microsoft.com/dotnet/aspnet:8.0')?.missingTools).toContain('curl');
  expect(factsOf('mcr.microsoft.com/dotnet/sdk:8.0')?.missingTools).toEqual([]);
});
