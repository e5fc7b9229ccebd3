import { chmodCommand } from '../../src/shell/chmod';
import { createShellView } from '../../src/shell/view';
import { lastInstruction, modelOf } from '../support/small-model';

/** `mode: targets` of each chmod. */
function chmods(script: string): readonly string[] {
  const model = modelOf(`FROM debian\nRUN ${script}`);
  return createShellView(model).commands(lastInstruction(model)).flatMap((command) => {
    const asked = chmodCommand(command);
    return asked === null ? [] : [`${asked.word.value}: ${asked.targets.map(({ value }) => value).join(' ')}`];
  });
}

describe('chmodCommand', () => {
  it.each([
    ['chmod 777 /a b', ['777: /a b']],
    ['chmod -R -v a+w /a', ['a+w: /a']],
    ['chmod /a -R', []],
    ['chmod 755 /a -R', ['755: /a']],
    ['chmod -x /a', ['-x: /a']],
    ['sudo /bin/chmod --recursive u+s /a', ['u+s: /a']],
    ['find / -exec chmod 666 {} +', ['666: {}']],
    ['chmod $MODE /a && chmod --reference=/a /b && echo chmod 777 /a && chown 777 /a', []],
    ['chmod', []],
  ])('reads %s', (script, expected) => expect(chmods(script)).toEqual(expected));
});
