import rule from '../../rules/runtime/prefer-exec-form';
import { problemsOf, remarked } from '../support/run-rule';

function verdict(line: string): string {
  const [problem] = problemsOf(rule, `FROM a:1\n${line}`);
  if (problem === undefined) return 'silent';
  return `${problem.severity} ${problem.fix?.edits[0]?.text ?? 'no fix'}`;
}

describe('prefer-exec-form', () => {
  it.each([
    ['CMD nginx -g "daemon off;"', 'warning ["nginx", "-g", "daemon off;"]'],
    ['ENTRYPOINT tini -- x', 'warning ["tini", "--", "x"]'],
    ['CMD env A=b nginx', 'warning ["env", "A=b", "nginx"]'],
    ['CMD sh -c "a && b"', 'warning ["sh", "-c", "a && b"]'],
    ['CMD a \\\n  b', 'warning ["a", "b"]'],
    ['CMD a \\\n  # why\n  b', 'warning no fix'],
    ["CMD echo '$x'", 'warning ["echo", "$x"]'],
    ['ONBUILD CMD nginx', 'warning ["nginx"]'],
  ])('writes %j as %s', (line, expected) => {
    expect(verdict(line)).toBe(expected);
  });

  it.each([
    'CMD $RUN', 'CMD "$RUN" x', 'CMD a && b', 'CMD a | b', 'CMD a; b', 'CMD a > /log', 'CMD A=b nginx', 'CMD cd /x', 'CMD . /x',
    'CMD a *.txt', 'CMD ~/run', 'CMD ( a )', 'CMD a &', 'CMD ! a', 'CMD [ -f x ] && y', 'CMD echo "open', 'CMD x {a,b}', 'CMD time x',
    'CMD x `y`', 'CMD bash -c "exec $X"', 'CMD if x; then y; fi', 'CMD # nothing',
  ])('sees that %s needs a shell', (line) => {
    expect(verdict(line)).toBe('info no fix');
  });

  it.each(['CMD ["a", "b"', "CMD ['a']", 'CMD [“a”]', 'CMD ["a"]; true'])('leaves broken JSON to its own rule: %s', (line) => {
    expect(verdict(line)).toBe('silent');
  });

  it.each([
    ['ENTRYPOINT ["app"]\nCMD a $X', 'silent'],
    ['ENTRYPOINT ["app"]\nCMD a', 'warning ["a"]'],
    ['ENTRYPOINT ["tini", "--"]\nCMD a $X', 'info no fix'],
    ['ENTRYPOINT a $X', 'silent'],
    ['ENTRYPOINT a $X "$@"', 'info no fix'],
    ['ENTRYPOINT cd /x && exec a', 'silent'],
    ['CMD export A=b; exec a', 'silent'],
    ['ONBUILD ENTRYPOINT a $X', 'info no fix'],
  ])('leaves to the rules on both together what they say better: %j', (lines, expected) => {
    expect(verdict(lines)).toBe(expected);
  });

  it('says what becomes of a CMD behind an ENTRYPOINT', () => {
    expect(problemsOf(rule, 'FROM a:1\nENTRYPOINT ["app"]\nCMD a b')[0]?.message).toContain('ENTRYPOINT gets this CMD');
  });

  it.each(['CMD', 'CMD []', 'CMD ["a"]', 'CMD exec $X', 'HEALTHCHECK CMD x', 'RUN x'])('is silent on %s', (line) => {
    expect(verdict(line)).toBe('silent');
  });

  it.each([
    'FROM mcr.microsoft.com/windows/servercore:ltsc2022\nCMD a b',
    'FROM a:1\nSHELL ["powershell", "-Command"]\nCMD a b',
    'FROM a:1 AS x\nSHELL ["bash", "-c"]\nFROM x\nCMD a b',
  ])('excuses a shell that was chosen, and those of Windows: %s', (text) => {
    expect(remarked(rule, text)).toBe(text);
  });

  it('looks at what counts in each stage, also if another stage follows', () => {
    const marked = 'FROM a:1 AS x\nCMD a\n«CMD» b\nFROM x\nENTRYPOINT a\n«ENTRYPOINT» b';
    expect(remarked(rule, marked)).toBe(marked);
  });
});
