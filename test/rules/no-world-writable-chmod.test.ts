import rule from '../../rules/user/no-world-writable-chmod';
import { problemsOf, remarked } from '../support/run-rule';

describe('no-world-writable-chmod', () => {
  it.each([
    'FROM debian:12\nRUN chmod «777» /a && chmod «o+w» b && sudo chmod -R «a=rwx» c && sh -c "chmod «666» d"',
    'FROM debian:12\nRUN chmod 755 /a; chmod +w b; chmod 1777 c; chmod a+rwx,o-w d; chmod $M e; echo chmod 777 f',
    'FROM debian:12\nRUN chmod 777 /tmp/a && rm /tmp/a\nRUN chmod 777 /src/a && rm -rf /src\nRUN chmod 777 b && ./b && rm b',
    'FROM debian:12\nRUN rm /a && chmod «777» /a',
    'FROM debian:12\nRUN chmod «777» /a /b && rm /a',
    'FROM debian:12\nRUN --mount=type=cache,target=/cache chmod 777 /cache && chmod 666 /dev/kvm',
    'FROM debian:12 AS a\nRUN chmod «777» /a\nFROM a AS b\nRUN x\nFROM debian:12 AS c\nRUN chmod 777 /c\nCOPY --chmod=777 x /\nFROM b\nCOPY --from=c /c /c',
    'FROM debian:12\nADD --chmod=«0777» https://example.org/x /y\nCOPY --chmod=755 a b\nCOPY --chmod=$M a b\nCOPY --chmod=«a+w» a b',
  ])('judges %s', (marked) => expect(remarked(rule, marked)).toBe(marked));

  it.each([
    ['777', '775'], ['0666', '0664'], ['662', '660'], ['763', '761'], ['a+w', 'ug+w'], ['a+rwX', 'ug+rwX,o+rX'], ['o+w', null], ['a=rwx', null],
  ])('narrows %s to %s', (mode, expected) => {
    expect(problemsOf(rule, `FROM debian:12\nRUN chmod ${mode} /a`).map(({ fix }) => fix?.edits[0]?.text ?? null)).toEqual([expected]);
  });
});
