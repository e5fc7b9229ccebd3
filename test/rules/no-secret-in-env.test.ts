import rule from '../../rules/secrets/no-secret-in-env';
import { problemsOf, remarked, saidOf } from '../support/run-rule';

describe('no-secret-in-env', () => {
  it.each([
    'FROM debian:12\nENV «A_TOKEN»=hunter2 B=b «"C_PASSWORD"»="c d" D_PASSWORD=',
    'FROM debian:12\nENV «PASSWORD» two words',
    'FROM debian:12\nENV A=b \\\n  # what for\n  «C_SECRET»=hunter2',
    'FROM debian:12\nARG «A_TOKEN»=hunter2 «B_TOKEN»=hunter3 C_TOKEN=""',
    'FROM debian:12\nENV «PGPASSWORD»=secret «DB_PASS»=admin «ROOTPASS»=hunter2 «SA_PWD»=Pass1',
    'FROM debian:12\nENV A_PASSWORD=_ B_PASSWORD=XXXXXXXX C_SECRET=0000000000000000 D_TOKEN=/run/secrets/t E_TOKEN=https://example.org/token',
    'FROM debian:12\nENV «URL_TOKEN»=https://user:pw@example.org/',
    // Values that come from elsewhere.
    'FROM debian:12\nARG V=hunter2\nENV «DB_PASSWORD»=$V',
    'FROM debian:12\nARG V=\nENV DB_PASSWORD=$V',
    'ARG «GLOBAL_TOKEN»=abc\nFROM debian:12\nARG «GLOBAL_TOKEN»',
    'ARG GLOBAL_TOKEN\nFROM debian:12\nRUN x',
    'FROM debian:12\nONBUILD ENV «DB_PASSWORD»=hunter2',
    'FROM debian:12\nARG TOKEN\nONBUILD RUN --mount=type=secret,id=TOKEN x',
    'FROM debian:12\nARG TOKEN\nRUN --mount=type=secret,id=t,env=TOKEN x',
    'FROM debian:12\nRUN DB_PASSWORD=hunter2 x\nLABEL DB_PASSWORD=hunter2',
    'FROM mcr.microsoft.com/windows/servercore:ltsc2022\nENV «sa_password»="D0cker!a8s" sa_password_path="C:\\sa"',
  ])('judges %s', (marked) => {
    expect(remarked(rule, marked)).toBe(marked);
  });

  it.each([
    ['FROM debian:12\nENV A_TOKEN=hunter2', 'warning'],
    ['FROM debian:12\nARG A_TOKEN=hunter2', 'warning'],
    ['ARG A_TOKEN=hunter2\nFROM debian:12', 'warning'],
    ['FROM debian:12\nARG A_TOKEN', 'info'],
    ['FROM debian:12\nARG V\nENV A_TOKEN=$V', 'info'],
    ['FROM debian:12\nENV A_TOKEN=hunter2\nFROM debian:12', 'info'],
    ['FROM debian:12 AS a\nENV A_TOKEN=hunter2\nFROM a', 'warning'],
  ])('gives %s the level %s', (text, level) => {
    expect(problemsOf(rule, text).map(({ severity }) => severity)).toEqual([level]);
  });

  it.each([
    ['FROM debian:12\nENV A_TOKEN=hunter2', 'ENV A_TOKEN looks like a credential, which everybody who has the image can read; set it when the container starts, or use RUN --mount=type=secret'],
    ['FROM debian:12\nARG A_TOKEN=hunter2', 'ARG A_TOKEN looks like a credential, which stays in the history of the image; use RUN --mount=type=secret'],
    ['ARG A_TOKEN=hunter2\nFROM debian:12', 'ARG A_TOKEN looks like a credential, which everybody who has this file can read; use RUN --mount=type=secret'],
    ['FROM a\nARG A_TOKEN\nFROM debian:12', 'ARG A_TOKEN looks like a credential, which stays in the build cache; use RUN --mount=type=secret'],
  ])('says of %s what becomes of the value', (text, said) => {
    expect(problemsOf(rule, text).map(({ message }) => message)).toEqual([said]);
  });

  it('never shows a value', () => {
    expect(saidOf(rule, 'FROM debian:12\nENV DB_PASSWORD=hunter2\nARG V_TOKEN=hunter2\nENV A_TOKEN=$V_TOKEN').join()).not.toContain('hunter2');
  });

  it('judges by the name alone as BuildKit does, in stages only', () => {
    const text = 'ARG NPM_TOKEN=hunter2\nFROM debian:12\nARG «NPM_TOKEN»\nENV «GPG_KEY»=ABCDEF0123456789 A_TOKEN_FILE=x KEY_VERSION=1 PASSWORDS=x';
    expect(remarked(rule, text, { options: { names: 'buildkit' } })).toBe(text);
  });

  it('judges by the name alone as hadolint does, everywhere', () => {
    const text = 'ARG «NPM_TOKEN»\nFROM debian:12\nENV «USERNAME»=app GPG_KEY=x «A_TOKEN_FILE»=/x «GOPRIVATE»=x';
    expect(remarked(rule, text, { options: { names: 'hadolint' } })).toBe(text);
  });
});
