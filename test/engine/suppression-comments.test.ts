import fc from 'fast-check';
import { readCheckDirective, readSuppressionComment } from '../../src/engine/suppression-comments';

interface Read {
  readonly dialect: string;
  readonly scope: string;
  readonly names: readonly string[];
  readonly reason: string | null;
}

function read(comment: string): Read | null {
  const found = readSuppressionComment(comment, 100);
  if (found === null) return null;
  for (const { name, range } of found.names) expect(comment.slice(range.start - 100, range.end - 100)).toBe(name);
  expect(found.range).toEqual({ start: 100, end: 100 + comment.length });
  return { dialect: found.dialect, scope: found.scope, names: found.names.map(({ name }) => name), reason: found.reason };
}

describe('comments of our own', () => {
  it.each<[string, Omit<Read, 'dialect'>]>([
    ['# plimsoll-disable-next-line no-sudo', { scope: 'next', names: ['no-sudo'], reason: null }],
    ['#plimsoll-disable-next-line no-sudo', { scope: 'next', names: ['no-sudo'], reason: null }],
    ['#\tplimsoll-disable-next-line no-sudo, DL3008,SC2046 -- it is so', { scope: 'next', names: ['no-sudo', 'DL3008', 'SC2046'], reason: 'it is so' }],
    ['# plimsoll-disable-next-line', { scope: 'next', names: [], reason: null }],
    ['# plimsoll-disable-next-line -- all of it', { scope: 'next', names: [], reason: 'all of it' }],
    ['# plimsoll-disable-next-line no-sudo --', { scope: 'next', names: ['no-sudo'], reason: null }],
    ['# plimsoll-disable-file require-labels -- from the pipeline', { scope: 'file', names: ['require-labels'], reason: 'from the pipeline' }],
    ['# plimsoll-disable no-sudo', { scope: 'disable', names: ['no-sudo'], reason: null }],
    ['# plimsoll-enable no-sudo', { scope: 'enable', names: ['no-sudo'], reason: null }],
    ['# plimsoll-enable', { scope: 'enable', names: [], reason: null }],
  ])('%s', (comment, expected) => {
    expect(read(comment)).toEqual({ dialect: 'plimsoll', ...expected });
  });

  it('take every word before the dashes for a name, so that a forgotten `--` shows', () => {
    expect(read('# plimsoll-disable no-sudo because')?.names).toEqual(['no-sudo', 'because']);
    expect(read('# plimsoll-disable no--sudo --x')?.names).toEqual(['no--sudo', '--x']);
  });
});

describe("hadolint's comments", () => {
  it.each<[string, Omit<Read, 'dialect'>]>([
    ['# hadolint ignore=DL3008', { scope: 'next', names: ['DL3008'], reason: null }],
    ['#hadolint ignore=DL3008,SC2046', { scope: 'next', names: ['DL3008', 'SC2046'], reason: null }],
    ['# hadolint ignore = DL3008 , SC2046  # why not', { scope: 'next', names: ['DL3008', 'SC2046'], reason: 'why not' }],
    ['# hadolint ignore=DL3008 -- why', { scope: 'next', names: ['DL3008'], reason: 'why' }],
    ['# hadolint ignore=DL3008 // why', { scope: 'next', names: ['DL3008'], reason: 'why' }],
    ['# hadolint ignore=DL3008 #', { scope: 'next', names: ['DL3008'], reason: null }],
    ['# hadolint ignore=no-sudo', { scope: 'next', names: ['no-sudo'], reason: null }],
    ['# hadolint global ignore=DL3008', { scope: 'file', names: ['DL3008'], reason: null }],
    ['# hadolint stage ignore=DL3002', { scope: 'stage', names: ['DL3002'], reason: null }],
  ])('%s', (comment, expected) => {
    expect(read(comment)).toEqual({ dialect: 'hadolint', ...expected });
  });

  it.each(['# hadolint ignore=DL3008 why', '# hadolint ignore=', '# hadolint ignore=DL3008,', '# hadolint shell=powershell', '# hadolint ignored=DL3008'])(
    '%s means nothing, as there',
    (comment) => expect(read(comment)).toBeNull(),
  );
});

describe("BuildKit's comments", () => {
  it.each<[string, Omit<Read, 'dialect'>]>([
    ['# check=skip=UndefinedVar', { scope: 'next', names: ['UndefinedVar'], reason: null }],
    ['#CHECK = skip=UndefinedVar,MaintainerDeprecated for now', { scope: 'next', names: ['UndefinedVar', 'MaintainerDeprecated'], reason: 'for now' }],
    ['# check=skip=UndefinedVar, MaintainerDeprecated', { scope: 'next', names: ['UndefinedVar'], reason: 'MaintainerDeprecated' }],
    ['# check=error=true;skip=all', { scope: 'next', names: ['all'], reason: null }],
  ])('%s', (comment, expected) => {
    expect(read(comment)).toEqual({ dialect: 'buildkit', ...expected });
  });

  it.each(['# check=error=true', '# check=skip=', '# check the skip=all', '# check=SKIP=all'])('%s skips nothing', (comment) => {
    expect(read(comment)).toBeNull();
  });

  it('allow blanks in the head of the file', () => {
    const line = '# check = skip = UndefinedVar , StageNameCasing ; error=true';
    const value = 'skip = UndefinedVar , StageNameCasing ; error=true';
    const range = { start: 0, end: line.length };
    const found = readCheckDirective({
      kind: 'directive', name: 'check', range, nameRange: { start: 2, end: 7 }, value, valueRange: { start: line.indexOf('skip'), end: line.length },
    });
    expect(found).toMatchObject({ dialect: 'buildkit', scope: 'file', range, reason: null });
    expect(found?.names.map(({ range: name }) => line.slice(name.start, name.end))).toEqual(['UndefinedVar', 'StageNameCasing']);
  });

  it('skip nothing in the head without `skip`', () => {
    const range = { start: 0, end: 0 };
    expect(readCheckDirective({ kind: 'directive', name: 'check', range, nameRange: range, value: 'error=true', valueRange: range })).toBeNull();
  });
});

it.each(['#', '# a comment', '# plimsoll', '# plimsoll-disabled x', '# plimsoll-disable-next-lines x', '# see plimsoll-disable', '# shellcheck shell=sh'])(
  '%j is no suppression',
  (comment) => expect(read(comment)).toBeNull(),
);

it('reads any comment without an error, and gives names at their places', () => {
  const heads = fc.constantFrom('', ' plimsoll-disable ', ' plimsoll-disable-next-line', ' hadolint ignore=', ' check=skip=', 'check=');
  const pieces = fc.array(fc.constantFrom(' ', ',', '-- ', '#', ';', 'skip=', 'DL3008', 'é', '//', '\t'));
  fc.assert(fc.property(heads, pieces, (head, tail) => {
    read(`#${head}${tail.join('')}`);
  }));
});

describe('comments of ShellCheck', () => {
  it.each<[string, Omit<Read, 'dialect'>]>([
    ['# shellcheck disable=SC2046', { scope: 'next', names: ['SC2046'], reason: null }],
    ['#shellcheck disable=SC2046,SC2086 # meant', { scope: 'next', names: ['SC2046', 'SC2086'], reason: 'meant' }],
    ['# shellcheck shell=bash disable=SC2046 source=x', { scope: 'next', names: ['SC2046'], reason: 'source=x' }],
  ])('%s', (comment, expected) => {
    expect(read(comment)).toEqual({ dialect: 'shellcheck', ...expected });
  });

  it.each(['# shellcheck disable=all', '# shellcheck shell=bash', '# shellcheck says disable it', '# shellcheck', '# see shellcheck disable=SC2046'])('%s is none', (comment) => {
    expect(read(comment)).toBeNull();
  });
});
