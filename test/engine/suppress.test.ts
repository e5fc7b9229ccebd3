import { namesOf } from '../../src/engine/aliases';
import { describeSuppressions, suppress, type WhatRan } from '../../src/engine/suppress';
import { hidden, markedProblems, placementOf, RULES, suppressed } from '../support/suppressions';

const lines = (...text: readonly string[]): string => text.join('\n');

describe('a comment for the next instruction', () => {
  it.each<[string, string, readonly string[]]>([
    ['hides the named rule there and nowhere else', lines('FROM !a', '# plimsoll-disable-next-line a', 'RUN !a !b', 'RUN !a'), ['!a@3']],
    ['names several rules', lines('# plimsoll-disable-next-line a, b', 'FROM !a !b !c'), ['!a@2', '!b@2']],
    ['hides everything when it names no rule', lines('# plimsoll-disable-next-line', 'FROM !a !c/one', 'RUN !a'), ['!a@2', '!c/one@2']],
    ['hides nothing when its only name is unknown', lines('# plimsoll-disable-next-line nothing', 'FROM !a'), []],
    ['goes on behind other comments and blank lines', lines('# plimsoll-disable-next-line a', '# why', '', '', 'FROM !a'), ['!a@5']],
    ['adds up with others', lines('# plimsoll-disable-next-line a', '# hadolint ignore=DL3002', '# check=skip=all', 'FROM !a !b !c'), ['!a@4', '!b@4']],
    ['covers all lines of the instruction', lines('# plimsoll-disable-next-line a', 'FROM x \\', '  # comment', '  AS !a', 'RUN !a'), ['!a@4']],
    ['covers heredocs', lines('FROM x', '# hadolint ignore=DL3001', 'RUN <<E', 'echo !a', 'E', 'RUN !a'), ['!a@4']],
    ['counts for the instruction it stands in', lines('FROM x', 'RUN !a \\', '  # plimsoll-disable-next-line a', '  && !a', 'RUN !a'), ['!a@2', '!a@4']],
    ['counts inside ONBUILD', lines('FROM x', 'ONBUILD RUN x \\', '  # hadolint ignore=DL3001', '  && !a'), ['!a@4']],
    ['is no comment in a heredoc', lines('FROM x', 'RUN <<E', '# plimsoll-disable-next-line a', 'E', 'RUN !a'), []],
    ['may have no instruction below it', lines('FROM !a', '# plimsoll-disable-next-line a'), []],
  ])('%s', (_, text, expected) => expect(hidden(text)).toEqual(expected));
});

describe('a name in a comment', () => {
  it.each<[string, string, readonly string[]]>([
    ['is a rule id in any dialect', lines('# hadolint ignore=a', '# check=skip=b', 'FROM !a !b'), ['!a@3', '!b@3']],
    ['is an alias in any dialect', lines('# plimsoll-disable-next-line DL3001, UndefinedVar', 'FROM !a !b'), ['!a@2', '!b@2']],
    ['is one message, if its alias is', lines('# hadolint ignore=DL4003', 'FROM !c/one !c/two'), ['!c/one@2']],
    ['is all messages of a rule by its id', lines('# plimsoll-disable-next-line c', 'FROM !c/one !c/two'), ['!c/one@2', '!c/two@2']],
    ["is spelt exactly in BuildKit's dialect", lines('# check=skip=undefinedvar', 'FROM !b'), []],
    ["`all` is BuildKit's own checks in BuildKit's dialect", lines('FROM x', '# check=skip=all', 'RUN !a !b !c/one'), ['!a@3', '!b@3']],
    ['`all` is nothing in another dialect', lines('FROM x', '# hadolint ignore=all', 'RUN !a'), []],
  ])('%s', (_, text, expected) => expect(hidden(text)).toEqual(expected));
});

describe('a comment for the file', () => {
  it.each<[string, string, readonly string[]]>([
    ['covers what stands above it too', lines('FROM !a', 'RUN !a', '# plimsoll-disable-file a'), ['!a@1', '!a@2']],
    ["may be hadolint's", lines('FROM !a', '# hadolint global ignore=DL3001,DL3002', 'RUN !b'), ['!a@1', '!b@3']],
    ["may be BuildKit's head directive", lines('# check=skip=MaintainerDeprecated;error=true', 'FROM !a !b', 'RUN !a'), ['!a@2', '!a@3']],
    ['is not made by the same words further down', lines('FROM !a', '# check=skip=MaintainerDeprecated', 'RUN !a', 'RUN !a'), ['!a@3']],
    ['hides everything without a name', lines('FROM !a !b', '# plimsoll-disable-file -- generated'), ['!a@1', '!b@1']],
  ])('%s', (_, text, expected) => expect(hidden(text)).toEqual(expected));
});

describe('a comment for a stage', () => {
  it.each<[string, string, readonly string[]]>([
    ['covers its FROM and all its instructions', lines('FROM !a', '# hadolint stage ignore=DL3001', 'FROM !a', 'RUN !a', 'FROM !a'), ['!a@3', '!a@4']],
    ['covers a stage of one instruction', lines('# hadolint stage ignore=DL3001', 'FROM !a', 'FROM !a'), ['!a@2']],
    ['covers nothing unless it stands above a FROM', lines('FROM !a', '# hadolint stage ignore=DL3001', 'RUN !a'), []],
    ['covers nothing above a global ARG', lines('# hadolint stage ignore=DL3001', 'ARG x=!a', 'FROM !a'), []],
    ['covers nothing at the end', lines('FROM !a', '# hadolint stage ignore=DL3001'), []],
  ])('%s', (_, text, expected) => expect(hidden(text)).toEqual(expected));
});

describe('disable and enable', () => {
  it.each<[string, string, readonly string[]]>([
    ['hide what stands between them', lines('FROM !a', '# plimsoll-disable a', 'RUN !a !b', '# plimsoll-enable a', 'RUN !a'), ['!a@3']],
    ['hide up to the end without an enable', lines('FROM !a', '# plimsoll-disable a', 'RUN !a', 'RUN !a'), ['!a@3', '!a@4']],
    ['mean all rules without a name', lines('FROM !a', '# plimsoll-disable', 'RUN !a !b', '# plimsoll-enable', 'RUN !a'), ['!a@3', '!b@3']],
    ['can enable one of all', lines('FROM x', '# plimsoll-disable', 'RUN !a !b', '# plimsoll-enable b', 'RUN !a !b'), ['!a@3', '!b@3', '!a@5']],
    ['can enable several of all, one by one', lines('# plimsoll-disable', 'FROM !a !b !c', '# plimsoll-enable b', '# plimsoll-enable a', 'RUN !a !b !c'), ['!a@2', '!b@2', '!c@2', '!c@5']],
    ['can enable one of several', lines('FROM x', '# plimsoll-disable a, b', 'RUN !a !b', '# plimsoll-enable b', 'RUN !a !b'), ['!a@3', '!b@3', '!a@5']],
    ['can enable one message of a rule', lines('FROM x', '# plimsoll-disable c', '# plimsoll-enable DL4003', 'RUN !c/one !c/two'), ['!c/two@4']],
    ['can enable a rule of which one message was disabled', lines('FROM x', '# plimsoll-disable DL4003', '# plimsoll-enable c', 'RUN !c/one'), []],
    ['can enable one message of all', lines('FROM x', '# plimsoll-disable', '# plimsoll-enable DL4003', 'RUN !a !c/one !c/two'), ['!a@4', '!c/two@4']],
    ['can disable again', lines('FROM x', '# plimsoll-disable', '# plimsoll-enable a', '# plimsoll-disable a', 'RUN !a'), ['!a@5']],
    ['can disable all again', lines('FROM x', '# plimsoll-disable', '# plimsoll-enable a', '# plimsoll-disable', 'RUN !a'), ['!a@5']],
    ['ignore an enable of what is not disabled', lines('FROM x', '# plimsoll-disable a', '# plimsoll-enable b', 'RUN !a !b'), ['!a@4']],
    ['ignore an enable of an unknown name', lines('FROM x', '# plimsoll-disable a', '# plimsoll-enable nothing', 'RUN !a'), ['!a@4']],
    ['end all with a bare enable, whatever was named', lines('FROM x', '# plimsoll-disable a, b', '# plimsoll-enable', 'RUN !a !b'), []],
    ['leave other comments alone', lines('FROM x', '# plimsoll-disable a', '# plimsoll-enable', '# plimsoll-disable-next-line a', 'RUN !a', '# plimsoll-disable-file b', 'RUN !a !b'), ['!a@5', '!b@7']],
    ['hold across stages', lines('FROM x', '# plimsoll-disable a', 'RUN !a', 'FROM !a'), ['!a@3', '!a@4']],
  ])('%s', (_, text, expected) => expect(hidden(text)).toEqual(expected));

  it('begin inside an instruction where they stand', () => {
    expect(hidden(lines('FROM x', 'RUN !a \\', '  # plimsoll-disable a', '  !a', 'RUN !a'))).toEqual(['!a@4', '!a@5']);
  });
});

describe('a hidden problem', () => {
  const reasons = (text: string): readonly (string | null)[] => suppressed(text).suppressed.map(({ reason }) => reason);

  it('keeps what it is, and says by what it is hidden and why', () => {
    const text = lines('# plimsoll-disable-next-line a -- on purpose', 'FROM !a');
    expect(suppressed(text)).toMatchObject({ problems: [], suppressed: [{ ...markedProblems(text)[0], by: 'comment', reason: 'on purpose' }] });
  });

  it('has no reason when none is given', () => expect(reasons(lines('# plimsoll-disable-next-line a', 'FROM !a'))).toEqual([null]));

  it('has the reason of the comment that begins last', () => {
    const text = lines('# plimsoll-disable-file a -- file', '# plimsoll-disable -- range', '# plimsoll-disable-next-line a -- line', 'FROM !a !a', 'RUN !a', '# plimsoll-enable', 'RUN !a');
    expect(reasons(text)).toEqual(['line', 'line', 'range', 'file']);
  });
});

describe('suppressions as rules about them see them', () => {
  const everythingRan: WhatRan = { all: true, includes: () => true };
  function described(text: string, ran = everythingRan): ReturnType<typeof describeSuppressions> {
    const placement = placementOf(text);
    if (placement === null) return [];
    const { used } = suppress(markedProblems(text), placement);
    return describeSuppressions(placement, used, namesOf(RULES), ran);
  }
  const usedNames = (text: string): readonly string[] => described(text).flatMap(({ targets }) => targets.filter(({ used }) => used).map(({ name }) => name));

  it('tell what each comment says, where it stands and what it covers', () => {
    const text = lines('FROM x', '# hadolint ignore=DL4003 # why', 'RUN y');
    expect(described(text)).toEqual([
      {
        dialect: 'hadolint', range: { start: 7, end: 37 }, covers: { start: 38, end: 43 }, all: false, reason: 'why', used: false, certain: true,
        targets: [
          { name: 'DL4003', range: { start: 25, end: 31 }, rules: [{ rule: 'c', messageId: 'one' }], foreign: false, nearest: null, used: false, certain: true },
        ],
      },
    ]);
  });

  it.each<[string, string, readonly string[]]>([
    ['each name for itself', lines('# plimsoll-disable-next-line a, b', 'FROM !b'), ['b']],
    ['every comment that would have hidden a problem', lines('# plimsoll-disable-file a', '# hadolint ignore=DL3001', 'FROM !a'), ['a', 'DL3001']],
    ['no comment elsewhere', lines('# hadolint ignore=DL3001', 'FROM !a', '# hadolint ignore=a', 'RUN x'), ['DL3001']],
    ['both ranges in turn', lines('FROM x', '# plimsoll-disable a', 'RUN !a', '# plimsoll-disable DL3001', 'RUN !a'), ['a', 'DL3001']],
    ['no range that another took over before anything was found', lines('FROM x', '# plimsoll-disable a', '# plimsoll-disable DL3001', 'RUN !a'), ['DL3001']],
    ['a rule whose messages are hidden', lines('# plimsoll-disable-file c', 'FROM !c/two'), ['c']],
  ])('used are: %s', (_, text, expected) => expect(usedNames(text)).toEqual(expected));

  it('a comment that means all is used as a whole', () => {
    const [first, second] = described(lines('# plimsoll-disable-next-line', 'FROM !a', '# plimsoll-disable-next-line', 'RUN x'));
    expect(first).toMatchObject({ all: true, used: true, certain: true, targets: [] });
    expect(second).toMatchObject({ all: true, used: false, certain: true });
  });

  it('a comment that means all is certain only if every rule ran', () => {
    const [comment] = described(lines('# plimsoll-disable-next-line', 'FROM x'), { all: false, includes: () => true });
    expect(comment?.certain).toBe(false);
  });

  it('a name is certain only if all that it stands for ran', () => {
    const [comment] = described(lines('# plimsoll-disable-next-line a, b', 'FROM x'), { all: false, includes: ({ rule }) => rule === 'a' });
    expect(comment?.targets.map(({ certain }) => certain)).toEqual([true, false]);
    expect(comment?.certain).toBe(false);
  });

  it.each(['DL3999', 'nothing', 'hadolint:DL3999'])('%s is never certain to be unused', (name) => {
    expect(described(lines(`# plimsoll-disable-next-line ${name}`, 'FROM x'))[0]).toMatchObject({ certain: false, targets: [{ certain: false, rules: [] }] });
  });

  it("BuildKit's `all` is uncertain while some of its checks have no rule", () => {
    expect(described(lines('FROM x', '# check=skip=all', 'RUN x'))[0]?.targets).toMatchObject([{ name: 'all', foreign: true, certain: false }]);
  });

  it('an unknown name has the nearest one, a foreign one none', () => {
    const [comment] = described(lines('# plimsoll-disable-next-line DL3999, undefinedvr', 'FROM x'));
    expect(comment?.targets).toMatchObject([{ foreign: true, nearest: null }, { foreign: false, nearest: 'UndefinedVar' }]);
  });

  it('an enable is never unused', () => {
    const found = described(lines('FROM x', '# plimsoll-enable a', '# plimsoll-enable'));
    expect(found.map(({ certain }) => certain)).toEqual([false, false]);
    expect(found[0]?.covers).toEqual({ start: 26, end: 26 });
  });

  it('a range covers from its comment to the last of its ends', () => {
    const text = lines('FROM x', '# plimsoll-disable a, b', 'RUN x', '# plimsoll-enable a', 'RUN x');
    expect(described(text)[0]?.covers).toEqual({ start: text.indexOf('\nRUN'), end: text.length });
  });
});

it('never hides what is reported on the comment itself', () => {
  expect(hidden(lines('# plimsoll-disable-file a -- !a', 'FROM !a'))).toEqual(['!a@2']);
  expect(hidden(lines('# plimsoll-disable-file a', '# plimsoll-disable-file -- !a', 'FROM x'))).toEqual(['!a@2']);
});

it('finds no suppression, and asks for no names, in a file without one', () => {
  expect(placementOf(lines('# escape=`', 'FROM x', '# a comment', 'RUN y'))).toBeNull();
});
