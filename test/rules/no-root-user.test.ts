import rule from '../../rules/user/no-root-user';
import { remarked, saidOf } from '../support/run-rule';

describe('no-root-user', () => {
  it.each([
    // Spellings of root.
    'FROM debian:12\nUSER «+0»',
    'FROM debian:12\nUSER «000:000»',
    'FROM debian:12\nUSER «\'root\':app»',
    'FROM debian:12\nUSER «ro"o"t»',
    'FROM debian:12\nARG GROUP\nUSER «root:$GROUP»',
    'FROM debian:12\nARG ID\nUSER «${ID:-0}»',
    'FROM debian:12\nARG ID=0\nENV ACCOUNT=$ID\nUSER «${ACCOUNT}»',
    'FROM debian:12\nUSER \\\n  «root»',
    // What is not, or cannot be told.
    'FROM debian:12\nUSER rooter\nFROM debian:12\nUSER 0x0\nFROM debian:12\nUSER ROOT\nFROM debian:12\nUSER 1000:0',
    'FROM debian:12\nARG ID\nUSER ${ID}\nFROM debian:12\nARG ID\nUSER ${ID:+0}',
    'FROM debian:12\nARG PREFIX\nUSER ${PREFIX}root',
    'FROM debian:12\nUSER',
    'FROM debian:12\nONBUILD USER root',
    // Which USER counts.
    'FROM debian:12 AS a\nUSER «root»\nFROM a AS b\nRUN x\nFROM b\nCMD ["x"]',
    'FROM debian:12 AS a\nUSER root\nFROM a\nUSER app',
    'FROM debian:12 AS a\nONBUILD USER «root»\nFROM a\nRUN x',
    'FROM debian:12 AS a\nONBUILD USER root\nFROM a\nUSER app',
    'FROM debian:12 AS a\nUSER root\nFROM debian:12\nUSER app\nCOPY --from=a /a /a',
    'FROM debian:12\nRUN <<EOF\nUSER root\nEOF\nUSER app',
    // Windows.
    'FROM mcr.microsoft.com/windows/nanoserver:ltsc2022\nUSER «containeradministrator»',
    'FROM mcr.microsoft.com/windows/nanoserver:ltsc2022\nUSER root',
    'FROM unheard.example.org/windows:1\nUSER «ContainerAdministrator»',
    'FROM debian:12\nUSER ContainerAdministrator',
  ])('judges %s', (marked) => {
    expect(remarked(rule, marked)).toBe(marked);
  });

  it('judges every output of a build, and a common ancestor once', () => {
    const text = 'FROM debian:12 AS base\nUSER «root»\nFROM base AS one\nRUN x\nFROM base AS two\nUSER app\nFROM base AS three\nUSER «0»\nFROM debian:12\nUSER app';
    expect(remarked(rule, text, { build: { targets: ['one', 'TWO', '3'] } })).toBe(text);
  });

  it('takes the build argument that is given', () => {
    const text = 'FROM debian:12\nARG ID=1000\nUSER $ID';
    expect(saidOf(rule, text, { build: { args: { ID: '0' } } })).toEqual(['warning: The image runs as 0 (value of ARG ID); end the stage with a USER that is not root']);
    expect(saidOf(rule, text, { build: { args: { ID: null } } })).toEqual([]);
  });

  it('reports a stage for itself alone when all stages count', () => {
    const text = 'FROM debian:12 AS a\nUSER «root»\nFROM a AS b\nRUN x\nFROM b\nUSER app';
    expect(remarked(rule, text, { options: { stages: 'all' } })).toBe(text);
  });
});
