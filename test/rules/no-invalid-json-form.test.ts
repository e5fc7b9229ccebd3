import rule from '../../rules/runtime/no-invalid-json-form';
import { problemsOf, remarked, saidOf } from '../support/run-rule';

function fixed(text: string): string {
  const edit = problemsOf(rule, text)[0]?.fix?.edits[0];
  return edit === undefined ? 'no fix' : text.slice(0, edit.start) + edit.text + text.slice(edit.end);
}

describe('no-invalid-json-form', () => {
  it.each([
    'FROM a\nRUN [ -f /x ] && y\nCMD [ "$a" = b ] || c',
    'FROM a\nSHELL ["powershell", "-Command"]\nRUN [Net.ServicePointManager]::SecurityProtocol = 1; [Console]',
    'FROM a\nCOPY [ab]*.txt /x/\nADD [a] /x/\nVOLUME /data[1]\nCMD []\nSHELL ["a"]',
    'FROM a\nCOPY --chown=1:1 --link [«\'a\'», "b"]\nADD --chmod=644 ["a", "b"«,»]\nVOLUME ["/a"«»',
    'FROM a\nRUN --mount=type=cache,target=/x [«\'a\'»]\nHEALTHCHECK --interval=5s CMD [«\'a\'»]\nONBUILD CMD [«\'a\'»]\nonbuild shell [«\'a\'»]',
    'FROM a\nCMD ["a" \\\n  # why\n  «»"b"]',
    'FROM a\nRUN <<EOF\n[\'a\']\nEOF\nENTRYPOINT ["a"] «# note»',
    'FROM a\nSHELL bash -c\nVOLUME x [\'a\']',
  ])('judges %s', (marked) => {
    expect(remarked(rule, marked)).toBe(marked);
  });

  it.each([
    ["FROM a\nCMD ['a',\\\n  'b']", 'FROM a\nCMD ["a", "b"]'],
    ["FROM a\nCMD ['a', \\\n  # why\n  'b']", 'no fix'],
    ["FROM a\nHEALTHCHECK --interval=5s CMD ['a']", 'FROM a\nHEALTHCHECK --interval=5s CMD ["a"]'],
    ["FROM a\nCOPY --link ['a', 'b']", 'FROM a\nCOPY --link ["a", "b"]'],
    ['FROM a\nCMD ["a", $X]', 'no fix'],
  ])('repairs %j as %j', (text, expected) => {
    expect(fixed(text)).toBe(expected);
  });

  it.each([
    ['CMD ["a", 1]', 'put everything in quotes'], ['CMD ["a",, "b"]', 'no string in front'], ['CMD ["a', 'no closing quote'], ['CMD [nginx]', 'write "nginx"'],
    ['CMD ["a", $X]', 'expands no variables'], ['SHELL ["a"', 'the builder stops'], ["VOLUME ['/a']", 'become paths'],
  ])('says of %s: %s', (line, expected) => {
    expect(saidOf(rule, `FROM a\n${line}`).join()).toContain(expected);
  });

  it('gives each instruction its message', () => {
    const lines = ['CMD', 'ENTRYPOINT', 'RUN', 'SHELL', 'VOLUME', 'COPY', 'ADD', 'HEALTHCHECK CMD'].map((keyword) => `${keyword} ["a",]`);
    expect(problemsOf(rule, `FROM a\n${lines.join('\n')}`).map(({ messageId }) => messageId)).toEqual([
      'command', 'command', 'run', 'shell', 'volume', 'copy', 'copy', 'healthcheck',
    ]);
  });
});
