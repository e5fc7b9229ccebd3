import { factsOf, short } from '../../support/table-facts';

describe('images of languages', () => {
  test.each([
    ['node:18', 'linux dash no-pipefail root'],
    ['node:24', 'linux dash - root'],
    ['node:24-bookworm', 'linux dash no-pipefail root'],
    ['node:lts', 'linux dash - root'],
    ['node:20-alpine', 'linux ash pipefail root'],
    ['node:*', 'linux - - root'],
    ['python:3.8-slim', 'linux dash no-pipefail root'],
    ['python:3.13-slim', 'linux dash - root'],
    ['python:3-windowsservercore', 'windows - no-pipefail root'],
    ['golang:1.22', 'linux dash no-pipefail root'],
    ['golang:alpine', 'linux ash pipefail root'],
    ['golang:nanoserver', 'windows - no-pipefail -'],
    ['golang:*', 'linux - - root'],
    ['rust:1.70', 'linux dash no-pipefail root'],
    ['ruby:3.1', 'linux dash no-pipefail root'],
    ['php:8.3-fpm-alpine', 'linux ash pipefail root'],
    ['php:7.4-apache', 'linux dash no-pipefail root'],
    ['gcc:11', 'linux dash no-pipefail root'],
    ['swift:5.9-jammy', 'linux dash no-pipefail root'],
    ['swift:5.9-amazonlinux2', 'linux bash pipefail root'],
    ['ocaml/opam:debian-12', 'linux dash no-pipefail non-root'],
    ['composer:2', 'linux ash pipefail root'],
    ['haskell:9', 'linux dash - root'],
  ])('%s: %s', (image, expected) => {
    expect(short(image)).toBe(expected);
  });

  test.each<[string, readonly string[] | null]>([
    ['node:18', ['c', 'c++']], ['node:18-slim', []], ['node:18-alpine', []], ['node:*', null],
    ['python:3.12-slim-bookworm', []], ['php:8.3', ['c', 'c++']], ['php:8.3-alpine', []],
    ['golang:1.22', ['go', 'c', 'c++']], ['golang:1.22-alpine', ['go']], ['golang:*', ['go']],
    ['rust:1', ['rust', 'c', 'c++']], ['rust:1-slim', ['rust', 'c']],
    ['erlang:26', ['erlang', 'c', 'c++']], ['elixir:1.16-alpine', ['erlang', 'elixir']], ['hexpm/elixir:1.16', ['erlang', 'elixir']], ['hexpm/erlang:26', ['erlang']],
    ['swift:5.9', ['swift', 'c', 'c++']], ['swift:5.9-slim', []],
  ])('%s holds the tool chains %j', (image, expected) => {
    expect(factsOf(image)?.toolchains).toEqual(expected);
  });

  test.each([
    ['golang:1.22', 'gcr.io/distroless/static-debian12'],
    ['golang:*', 'gcr.io/distroless/static-debian12'],
    ['golang:windowsservercore', null],
    ['rust:1-bookworm', 'gcr.io/distroless/cc-debian12'],
    ['rust:1.70', 'gcr.io/distroless/cc-debian12'],
    ['rust:latest', 'gcr.io/distroless/cc-debian13'],
    ['rust:1-alpine', 'gcr.io/distroless/static-debian12'],
    ['gcc:14', 'debian:stable-slim'],
    ['swift', 'swift:slim'],
    ['swift:6.0', 'swift:6.0-slim'],
    ['swift:6.0-slim', null],
    ['node:18', null],
  ])('what %s builds can run on %j', (image, expected) => {
    expect(factsOf(image)?.runtime).toBe(expected);
  });
});
