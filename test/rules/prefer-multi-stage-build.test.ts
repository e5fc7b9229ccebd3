import rule from '../../rules/stages/prefer-multi-stage-build';
import { problemsOf, remarked, saidOf } from '../support/run-rule';

describe('prefer-multi-stage-build', () => {
  it.each([
    // Evidence in command position, in any spelling.
    'FROM rust:1.83\nRUN set -eux; \\\n  # release\n  cd /src; \\\n  «cargo build» --release\nCMD ["/app"]',
    'FROM golang:1.23\nRUN [«"go", "build"», "."]',
    'FROM golang:1.23\nRUN <<EOF\nset -e\n«go build» ./...\nEOF',
    'FROM golang:1.23\nRUN bash -c \'cd x && «go build»\'',
    'FROM golang:1.23\nRUN if true; then GOOS=linux «go build»; fi',
    'FROM debian:12\nRUN «gcc» -o /a a.c',
    'FROM mcr.microsoft.com/dotnet/sdk:8.0\nRUN «dotnet publish» -c Release -o /app',
    'FROM golang:1.23\nRUN echo go build; # go build\nRUN go version\nRUN cat <<EOF > x.sh\ngo build\nEOF',
    'FROM golang:1.23\nRUN <<EOF python3\ngo.build()\nEOF',
    'FROM golang:1.23\nCMD go build && ./app',
    'FROM mcr.microsoft.com/windows/servercore:ltsc2022\nRUN go build',
    // make and its kin.
    'FROM golang:1.23\nRUN «make build»',
    'FROM golang:1.23\nRUN make deps && make lint',
    'FROM node:22\nRUN make build',
    'FROM node:22-alpine\nRUN apk add build-base\nRUN «make»',
    'FROM amazonlinux:2\nRUN yum groupinstall -y "Development Tools"\nRUN «make»',
    'FROM debian:12\nRUN apt-get install -y g++-12=12.2.0-14 && «make»',
    'FROM debian:12\nRUN apt-get install -y make && make',
    'FROM debian:12\nRUN apt-get install -y gcc && apt-get purge -y gcc\nRUN make',
    'FROM debian:12\nRUN apt-get install -y gcc && make && apt-get autoremove -y gcc',
    'FROM debian:12\nARG BUILD="gcc make"\nRUN apt-get install -y $BUILD && make && apt-get purge -y $BUILD',
    'FROM fedora:41\nRUN dnf install -y gcc && make && dnf history undo -y last',
    'FROM debian:12\nRUN curl https://example.org/go.tar.gz | tar -xz -C /usr/local && go build -o /a && rm -rf /usr/local/go',
    'FROM debian:12\nRUN apt-get install -y gcc && make && pyenv install 3.12\nRUN rbenv install 3.3\nCMD ["a"]',
    'FROM golang:1.23\nRUN make && pyenv install 3.12\nRUN rbenv install 3.3\nRUN «go build»',
    // Which stages count.
    'FROM golang:1.23 AS a\nRUN «go build»\nFROM a AS b\nRUN x\nFROM b\nRUN go build',
    'FROM golang:1.23 AS a\nRUN go build\nFROM a AS b\nFROM debian:12\nCOPY --from=b /a /a',
    'FROM golang:1.23 AS a\nONBUILD RUN «go build»\nFROM a',
    'FROM golang:1.23\nONBUILD RUN go build',
    'ARG BASE\nFROM $BASE\nRUN «go build»',
    // Programs of others.
    'FROM golang:1.23\nRUN go install example.org/cmd/tool/v2@latest',
    'FROM golang:1.23\nRUN «go install» example.org/cmd/tool/v2@latest\nENTRYPOINT ["/go/bin/tool", "-x"]',
    'FROM rust:1.83\nRUN cargo install ripgrep\nCMD bash',
    'FROM rust:1.83\nRUN «cargo install» ripgrep\nCMD exec ripgrep',
  ])('judges %s', (marked) => {
    expect(remarked(rule, marked)).toBe(marked);
  });

  it('judges every output of a build, and a common ancestor once', () => {
    const text = 'FROM golang:1.23 AS base\nRUN «go build»\nFROM base AS one\nFROM base AS two\nFROM golang:1.23 AS three\nRUN «go build»\nFROM debian:12';
    expect(remarked(rule, text, { build: { targets: ['one', 'two', 'three'] } })).toBe(text);
  });

  it.each([
    ['FROM debian:12\nRUN apt-get install -y gcc && make\nENTRYPOINT ["a"]', 'warning'],
    ['FROM debian:12\nRUN apt-get install -y gcc && make', 'info'],
    ['FROM debian:12 AS a\nCMD ["a"]\nFROM a\nRUN apt-get install -y gcc && make', 'warning'],
    ['FROM debian:12\nRUN apt-get install -y gcc && make && pyenv install 3.12\nCMD ["a"]', 'warning'],
    ['FROM golang:1.23\nRUN go build', 'warning'],
  ])('gives %s the level %s', (text, level) => {
    expect(problemsOf(rule, text).map(({ severity }) => severity)).toEqual([level]);
  });

  it.each([
    ['FROM golang:1.23\nRUN go build', 'name the stage AS build, and take the result into a new stage FROM gcr.io/distroless/static-debian12 with COPY --from=build'],
    ['FROM golang:1.23 AS Make\nRUN go build -o /a', '; COPY --from=Make /a into a new stage'],
    ['FROM golang:1.23\nWORKDIR /src\nRUN go build -o ./bin/a', 'COPY --from=build /src/bin/a'],
    ['FROM golang:1.23\nWORKDIR /src\nRUN cd x && go build -o a', 'take the result (a) into a new stage'],
    ['FROM golang:1.23\nRUN go build -o a', 'take the result (a) into a new stage'],
    ['FROM golang:1.23\nARG D\nWORKDIR /$D\nRUN go build -o a', 'take the result (a) into a new stage'],
    ['FROM golang:1.23\nRUN go build -o $OUT', 'take the result into'],
    ['FROM maven:3-eclipse-temurin-21\nWORKDIR /\nRUN mvn package', 'COPY --from=build /target into a new stage FROM eclipse-temurin:21-jre'],
    ['FROM haskell:9\nRUN cabal install x', 'take the result into a new stage with COPY --from=build'],
  ])('in %s names what to copy from where', (text, advice) => {
    expect(saidOf(rule, text).join()).toContain(advice);
  });
});
