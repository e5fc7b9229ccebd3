import { plainWords } from '../../src/shell/plain-command';
import { createShellView } from '../../src/shell/view';
import { lastInstruction, modelOf } from '../support/small-model';

function wordsOf(line: string): readonly string[] | null {
  const model = modelOf(`FROM debian\nCMD ${line}`);
  const node = lastInstruction(model);
  if (node.keyword !== 'CMD' || node.command?.form !== 'shell') throw new Error('this is no CMD in shell form');
  return plainWords(createShellView(model).scripts(node), node.command);
}

describe('plainWords', () => {
  it.each([
    ['nginx -g "daemon off;"', ['nginx', '-g', 'daemon off;']],
    ['env A=b x', ['env', 'A=b', 'x']],
    ["echo '$x' \\\n b", ['echo', '$x', 'b']],
  ])('takes %s apart', (line, expected) => {
    expect(wordsOf(line)).toEqual(expected);
  });

  it.each(['a && b', 'a | b', 'a $X', 'cd /x', 'exec a', 'A=b c', 'a > b', '! a', '( a )', 'a &', 'a *', '~/a', '. a', 'a {b,c}', '"open'])('leaves %s to a shell', (line) => {
    expect(wordsOf(line)).toBeNull();
  });
});
