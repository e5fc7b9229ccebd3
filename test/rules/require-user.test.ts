import { applyEdits } from '../../src/engine/edits';
import rule from '../../rules/user/require-user';
import { problemsOf, remarked, saidOf } from '../support/run-rule';

const levels = (text: string): readonly string[] => problemsOf(rule, text).map(({ severity }) => severity);

/** The file with the suggestion applied; null without one. */
function suggested(text: string): string | null {
  const fix = problemsOf(rule, text)[0]?.fix ?? null;
  const applied = fix === null ? null : applyEdits(text, fix.edits);
  return applied?.kind === 'applied' ? applied.text : null;
}

describe('require-user', () => {
  it.each([
    'FROM debian:12 AS a\nUSER app\nFROM a AS b\nFROM b\nCMD ["x"]',
    'FROM debian:12 AS a\nONBUILD USER app\nFROM a\nCMD ["x"]',
    'FROM debian:12 AS a\nUSER app\nFROM «debian:12»\nCOPY --from=a /a /a\nCMD ["x"]',
    'FROM debian:12\nARG U\nUSER $U',
    'FROM debian:12\nUSER root',
    'FROM debian:12 AS a\nRUN x\nFROM «a»\nCMD ["x"]',
    'FROM jenkins/jenkins:lts\nCMD ["x"]',
    'FROM mcr.microsoft.com/windows/servercore:ltsc2022\nCMD ["x"]',
    'FROM --platform=windows/amd64 unheard.example.org/x\nCMD x',
    'FROM «debian:12»\nONBUILD USER app\nCMD ["x"]',
    '# escape=`\nFROM «debian:12»\nCMD ["x"]',
    'FROM «debian:12» AS a\nRUN <<EOF\nUSER app\nEOF\nCMD ["x"]',
  ])('judges %s', (marked) => {
    expect(remarked(rule, marked)).toBe(marked);
  });

  it('judges each output of a build', () => {
    const text = 'FROM debian:12 AS base\nCMD ["x"]\nFROM «base» AS one\nFROM base AS two\nUSER app\nFROM «alpine:3.20» AS three';
    expect(remarked(rule, text, { build: { targets: ['one', 'two', 'three'] } })).toBe(text);
  });

  it.each([
    ['FROM debian:12\nCMD ["x"]', 'warning'],
    ['FROM debian:12 AS a\nCMD ["x"]\nFROM a\nRUN y', 'warning'],
    ['FROM scratch\nENTRYPOINT ["/x"]', 'warning'],
    ['FROM gcr.io/distroless/static-debian12\nCMD ["/x"]', 'warning'],
    ['FROM debian:12\nCMD x', 'warning'],
    ['FROM debian:12\nCMD ["bash", "-c", "x"]', 'warning'],
    ['FROM debian:12\nENTRYPOINT ["/x"]\nCMD ["bash"]', 'info'],
    // No program of its own.
    ['FROM debian:12\nRUN x', 'info'],
    ['FROM debian:12\nCMD ["bash"]', 'info'],
    ['FROM debian:12\nCMD /bin/sh', 'info'],
    ['FROM debian:12\nCMD ["sleep", "infinity"]', 'info'],
    ['FROM debian:12\nCMD []', 'info'],
    ['FROM debian:12\nONBUILD CMD ["x"]', 'info'],
    // Something takes the privileges away.
    ['FROM debian:12\nRUN <<EOF\napt-get install -y gosu\nEOF\nENTRYPOINT ["/x"]', 'info'],
    ['FROM debian:12\nCOPY --from=tianon/gosu:1 /gosu /usr/local/bin/\nENTRYPOINT ["/x"]', 'info'],
    ['FROM debian:12\nENTRYPOINT ["setpriv", "--reuid=1000", "x"]', 'info'],
    ['FROM debian:12\nCMD chroot --userspec=app / x', 'info'],
    ['FROM debian:12 AS a\nRUN apk add su-exec\nFROM a\nCMD ["x"]', 'info'],
    ['FROM debian:12\nRUN x gosub\nCMD ["x"]', 'warning'],
    ['FROM postgres:16\nCMD ["postgres", "-c", "log_statement=all"]', 'info'],
    ['FROM postgres:16\nENTRYPOINT ["/x"]', 'warning'],
    // Not known.
    ['FROM unheard.example.org/x:1\nCMD ["x"]', 'info'],
    ['ARG B\nFROM $B\nCMD ["x"]', 'info'],
    ['FROM debian:12\nENTRYPOINT ["/x"]\nCMD ["jshell"]', 'info'],
    ['FROM debian:12\nCMD ["node"]', 'info'],
    ['FROM debian:12\nCMD ["node", "app.js"]', 'warning'],
    ['FROM debian:12\nENTRYPOINT ["python3"]\nCMD ["app.py"]', 'warning'],
    ['FROM gradle:6\nCMD ["x"]', 'info'],
  ])('gives %s the level %s', (text, level) => {
    expect(levels(text)).toEqual([level]);
  });

  it.each([
    ['FROM debian:12\nCMD ["x"]', 'No USER is set, so the image runs as root like debian:12; create an account and name it in USER'],
    ['FROM scratch\nCMD ["/x"]', 'No USER is set, so the image runs as root; set USER to a number, such as 65532'],
    ['FROM gcr.io/distroless/cc-debian12\nCMD ["/x"]', 'No USER is set, so the image runs as root like gcr.io/distroless/cc-debian12; set USER to a number, such as 65532'],
    ['ARG T=3.20\nFROM alpine:$T AS a\nFROM a\nCMD ["x"]', 'No USER is set, so the image runs as root like alpine:3.20; create an account and name it in USER'],
    ['FROM postgres:16\nCMD ["x"]', 'No USER is set, so the image starts as root like postgres:16, whose entry point drops it; set a USER if nothing needs root before that'],
    ['FROM x/y:1 AS a\nFROM a\nCMD ["x"]', 'No USER is set, and whether x/y:1 runs as root cannot be told; set a USER, or suppress this if the base sets one'],
  ])('says of %s', (text, said) => {
    expect(problemsOf(rule, text).map(({ message }) => message)).toEqual([said]);
  });

  it('names a build context that replaces the base', () => {
    expect(saidOf(rule, 'FROM team\nCMD ["x"]', { build: { contexts: { team: 'oci-layout://x' } } }).join()).toContain('whether team runs as root');
  });

  it.each([
    ['FROM alpine:3.20\nCOPY a /a\nEXPOSE 80\nCMD ["/a"]\n', 'FROM alpine:3.20\nCOPY a /a\nRUN adduser -D app\nUSER app\nEXPOSE 80\nCMD ["/a"]\n'],
    ['FROM node:22\r\nWORKDIR /a\r\n# run it\r\nCMD ["a"]', 'FROM node:22\r\nWORKDIR /a\r\nUSER node\r\n# run it\r\nCMD ["a"]'],
    ['FROM debian:12\nCMD ["a"]\nRUN <<EOF\nx\nEOF', 'FROM debian:12\nCMD ["a"]\nRUN <<EOF\nx\nEOF\nRUN useradd --create-home app\nUSER app'],
    ['FROM debian:12 AS a\nCMD ["a"]\nFROM a', 'FROM debian:12 AS a\nCMD ["a"]\nFROM a\nRUN useradd --create-home app\nUSER app'],
    ['FROM debian:12\nRUN useradd me\nCMD ["a"]', null],
    ['FROM fedora:41\nCMD ["a"]', null],
    ['FROM scratch\nCMD ["a"]', null],
    ['FROM debian:12\nSHELL ["pwsh", "-c"]\nCMD ["a"]', null],
    ['FROM debian:12\nRUN x', null],
  ])('suggests for %j', (text, expected) => {
    expect(suggested(text)).toBe(expected);
  });
});
