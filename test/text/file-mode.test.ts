import { readFileMode } from '../../src/text/file-mode';

/** The letters of what the mode grants: `w` to everybody, setuid `u`, setgid `g`, sticky `t`. */
function granted(text: string): string | null {
  const mode = readFileMode(text);
  if (mode === null) return null;
  return `${mode.othersWrite ? 'w' : ''}${mode.setuid ? 'u' : ''}${mode.setgid ? 'g' : ''}${mode.sticky ? 't' : ''}`;
}

describe('readFileMode', () => {
  it.each([
    ['755', ''], ['777', 'w'], ['0666', 'w'], ['2', 'w'], ['1777', 'wt'], ['4755', 'u'], ['2775', 'g'], ['6755', 'ug'], ['00777', 'w'], ['0', ''],
    ['a+w', 'w'], ['o+rwx', 'w'], ['ugo=rw', 'w'], ['a=rwx,o+t', 'wt'], ['a+rwxt', 'wt'], ['a+w,o-w', ''], ['+w', ''], ['g+w', ''], ['u+x,o=w', 'w'], ['a-w', ''], ['o+x-w+w', 'w'],
    ['+x', ''], ['u+s', 'u'], ['g+s', 'g'], ['+s', 'ug'], ['ug+s', 'ug'], ['u-s', ''], ['a+rX', ''], ['g=u', ''], ['o=g', ''],
    ['a+s', 'ug'], ['', null], ['888', null], ['file', null], ['a', null], ['a+w,', null], ['77777', null],
  ])('reads %s', (text, expected) => expect(granted(text)).toBe(expected));
});
