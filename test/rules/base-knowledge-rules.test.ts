import runtimeMismatch from '../../rules/stages/no-runtime-mismatch';
import droppedCommand from '../../rules/runtime/no-dropped-base-command';
import missingTool from '../../rules/runtime/no-missing-healthcheck-tool';
import namedUser from '../../rules/user/no-named-user-without-passwd';
import shellHealthcheck from '../../rules/runtime/no-shell-healthcheck';
import { remarked } from '../support/run-rule';

describe('no-runtime-mismatch', () => {
  it.each([
    'FROM debian:12 AS b\nRUN gcc -o /out/app a.c\nFROM alpine\nCOPY --from=b «/out/app» /app\nCOPY --from=b /etc/x /x',
    'FROM debian:12 AS b\nRUN gcc -static -o /out/app a.c\nFROM alpine\nCOPY --from=b /out/app /app',
    'FROM debian:12 AS b\nRUN gcc -o /out/app a.c\nFROM debian:13\nCOPY --from=b /out/app /app',
    'FROM debian:12 AS b\nRUN gcc -o /out/app a.c\nFROM ubuntu:22.04\nCOPY --from=b /out/app /app',
    'FROM debian AS b\nRUN gcc -o /out/app a.c\nFROM debian:12\nCOPY --from=b /out/app /app',
    'FROM rust:1.80-alpine AS b\nRUN cargo build --release\nFROM debian:12\nCOPY --from=b target/release/app /app',
    'FROM rust:1.80-bookworm AS b\nRUN cargo build --release\nFROM gcr.io/distroless/static-debian12\nCOPY --from=b «/src/target/release/app» /app',
    'FROM python:3.11 AS b\nFROM python:3.11-slim\nCOPY --from=b /venv /venv\nFROM python:3\nCOPY --from=b /venv /venv',
    'FROM ruby:3.2 AS b\nFROM ruby:3.3-slim\nCOPY --from=b «/usr/local/bundle» /usr/local/bundle\nCOPY --from=0 $X /x\nCOPY --from=alpine /a /a',
  ])('judges %j', (text) => {
    expect(remarked(runtimeMismatch, text)).toBe(text);
  });
});

describe('no-dropped-base-command', () => {
  it.each([
    'FROM nginx:1.27 AS a\n«ENTRYPOINT» ["/e.sh"]\nFROM a\nUSER 1',
    'FROM nginx:1.27 AS a\nENTRYPOINT ["/e.sh"]\nFROM a\nCMD ["nginx"]',
    'FROM nginx:1.27\nENTRYPOINT /e.sh\nFROM nginx:1.27\nENTRYPOINT ["/e"]',
    'FROM debian:12 AS a\nCMD ["bash"]\nFROM a\nENTRYPOINT ["/e.sh"]',
    'FROM nginx:1.27 AS a\nENTRYPOINT ["/x"]\nFROM a\nENTRYPOINT ["/e.sh"]',
    'FROM scratch\nENTRYPOINT ["/e.sh"]',
  ])('judges %j', (text) => {
    expect(remarked(droppedCommand, text)).toBe(text);
  });
});

describe('no-missing-healthcheck-tool', () => {
  it.each([
    'FROM debian:12\nHEALTHCHECK CMD curl x\nHEALTHCHECK CMD test -f /x || «wget» -q x',
    'FROM debian:12\nRUN apt-get install -y $PACKAGES\nHEALTHCHECK CMD curl x',
    'FROM debian:12\nRUN ["apt-get", "install", "-y", "jq"]\nHEALTHCHECK CMD «curl» x',
    'FROM debian:12\nRUN sh /install\nHEALTHCHECK CMD curl x',
    'FROM debian:12\nCOPY tools /opt/\nHEALTHCHECK CMD «/usr/bin/curl» x',
    'FROM debian:12\nARG D\nCOPY tools $D\nHEALTHCHECK CMD curl x',
    'FROM registry.example.org/a:1\nHEALTHCHECK CMD curl x\nFROM node:22\nHEALTHCHECK NONE',
  ])('judges %j', (text) => {
    expect(remarked(missingTool, text)).toBe(text);
  });
});

describe('no-named-user-without-passwd', () => {
  it.each([
    'FROM scratch\nUSER $U\nUSER 0:0\nUSER root\nUSER +5\nCOPY --chown=$U a /b/\nUSER',
    'FROM scratch\nUSER app\nCOPY passwd /etc/passwd',
    'FROM scratch\nCOPY passwd /etc/passwd\nUSER «1:staff»',
    'FROM node:22\nCOPY --link --chmod=755 --chown=node a /b\nCOPY --chown=node a /b\nCOPY --link --chown=1000 a /b',
    'FROM scratch AS build\nUSER app\nFROM node:22\nUSER app',
  ])('judges %j', (text) => {
    expect(remarked(namedUser, text)).toBe(text);
  });
});

describe('no-shell-healthcheck', () => {
  it.each([
    'FROM scratch\nCMD «a   $X»\nHEALTHCHECK CMD [ "a"\nCMD',
    'FROM scratch AS build\nCMD a b\nFROM debian:12\nCMD a b',
  ])('judges %j', (text) => {
    expect(remarked(shellHealthcheck, text)).toBe(text);
  });
});
