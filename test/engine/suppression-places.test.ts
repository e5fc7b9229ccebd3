import { placementOf } from '../support/suppressions';

/** The stretches that are hidden, by key, as the text they cover. */
function covered(text: string): Readonly<Record<string, readonly string[]>> {
  const hides = placementOf(text)?.hides ?? new Map();
  return Object.fromEntries([...hides].map(([key, list]) => [key, list.map(({ start, end }: { start: number; end: number }) => text.slice(start, end))]));
}

describe('placeSuppressions', () => {
  it('lists stretches by rule, in order of their start', () => {
    const text = 'FROM x\n# hadolint ignore=DL3001\nRUN y\n# plimsoll-disable-file a\n# hadolint ignore=DL3001,DL4003\nRUN z';
    expect(covered(text)).toEqual({ a: [text, 'RUN y', 'RUN z'], 'c/one': ['RUN z'] });
  });

  it('covers an instruction with its heredocs', () => {
    expect(covered('FROM x\n# plimsoll-disable-next-line\nRUN <<E\nbody\nE\nRUN z')).toEqual({ '*': ['RUN <<E\nbody\nE'] });
  });

  it('takes a comment inside ONBUILD once', () => {
    expect(covered('FROM x\nONBUILD RUN x \\\n # hadolint ignore=DL3001\n y')['a']).toHaveLength(1);
  });

  it('finds what is said to ShellCheck above a RUN, in it, and in its heredocs', () => {
    const text = 'FROM x\n# shellcheck disable=SC2046\nRUN a\nRUN b \\\n # shellcheck disable=SC2046\n c\nRUN <<E\n  # shellcheck disable=SC2046\r\nd\n# hadolint ignore=DL3001\nE\nRUN e';
    const { suppressions = [] } = placementOf(text) ?? {};
    expect(suppressions.map(({ comment: { dialect, range } }) => [dialect, text.slice(range.start, range.end)])).toEqual(Array(3).fill(['shellcheck', '# shellcheck disable=SC2046']));
  });

  it('numbers targets and suppressions', () => {
    const placement = placementOf('# hadolint ignore=DL3001,nothing\n# plimsoll-disable-file\nFROM x');
    const owners = placement?.suppressions.flatMap(({ owner, targets }) => [...targets.map((target) => target.owner), owner]) ?? [];
    expect(owners).toHaveLength(4);
    expect(new Set(owners).size).toBe(4);
  });

  it('gives an empty stretch behind the comment where there is nothing to cover', () => {
    const text = 'FROM x\n# hadolint ignore=DL3001';
    expect(placementOf(text)?.suppressions[0]?.covers).toEqual({ start: text.length, end: text.length });
  });

  it('is null without suppressions', () => expect(placementOf('FROM x')).toBeNull());
});
