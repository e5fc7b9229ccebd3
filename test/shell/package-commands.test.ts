import { DEFAULT_BUILD } from '../../src/config/settings';
import { createModel } from '../../src/dockerfile/model';
import { parseDocument } from '../../src/dockerfile/parse';
import { createSource } from '../../src/dockerfile/source';
import { environmentOf, packageCommands, variablesAt } from '../../src/shell/package-commands';
import { createShellView } from '../../src/shell/view';
import { lastInstruction, modelOf } from '../support/small-model';

function commandsOf(lines: string) {
  const source = createSource('Dockerfile', `FROM debian:12\n${lines}`);
  const model = createModel(source, parseDocument(source), DEFAULT_BUILD, { baseImage: () => null });
  const last = model.document.instructions.at(-1);
  if (last === undefined) throw new Error('no instruction');
  const shell = createShellView(model);
  expect(packageCommands(model, shell, last)).toBe(packageCommands(model, shell, last));
  return packageCommands(model, shell, last).map(({ manager, action, packages, opaque, assumeYes }) => ({
    manager, action, packages: packages.map(({ value }) => value), opaque: opaque.length, assumeYes,
  }));
}

test.each([
  ['written out', 'RUN apt-get update && apt-get install -y git', [{ action: 'refresh' }, { action: 'install', packages: ['git'], assumeYes: true }]],
  ['held by an ARG', 'ARG OPTIONS="-y git"\nRUN apt-get install $OPTIONS', [{ packages: ['git'], assumeYes: true, opaque: 0 }]],
  ['held by a variable of the RUN', 'ENV P=curl\nRUN P="git jq"; apt-get install $P', [{ packages: ['git', 'jq'], assumeYes: false }]],
  ['held by a build argument without a default', 'ARG OPTIONS\nRUN apt-get install $OPTIONS', [{ packages: [], opaque: 1, assumeYes: 'unknown' }]],
  ['held by a variable with two values', 'RUN P=git; if a; then P=jq; fi; apt-get install $P', [{ packages: [], opaque: 1, assumeYes: false }]],
  ['held by a variable that may hold options', 'RUN P=git; if a; then P="-y git"; fi; apt-get install $P', [{ opaque: 1, assumeYes: 'unknown' }]],
  ['read by the script', 'RUN read P; apt-get install $P', [{ opaque: 1 }]],
  ['in exec form', 'RUN ["apt-get", "install", "git"]', [{ packages: ['git'], assumeYes: false }]],
  ['none', 'RUN make', []],
])('package commands %s', (_, lines, expected) => {
  expect(commandsOf(lines)).toEqual(expected.map((entry) => expect.objectContaining(entry)));
});

test('a command of any program sees the variables of its script, and ENV and ARG behind them', () => {
  const model = modelOf('FROM debian\nARG A=one\nENV B=two\nRUN B=three; program $A $B $C');
  const shell = createShellView(model);
  const last = lastInstruction(model);
  const command = shell.commands(last).find(({ name }) => name === 'program');
  if (command === undefined) throw new Error('no command');
  expect(['A', 'B', 'C'].map(variablesAt(model, shell, last, command))).toEqual(['one', 'three', null]);
});

describe('what a command finds in its environment', () => {
  test.each([
    ['RUN pip install a', ''],
    ['ENV V=1\nRUN pip install a', '1'],
    ['ARG V=2\nRUN pip install a', '2'],
    ['ARG V\nRUN pip install a', null],
    ['RUN V=3 pip install a', '3'],
    ['ENV W=4\nRUN V=$W pip install a', '4'],
    ['RUN V=$(x) pip install a', null],
    ['RUN export V=5; pip install a', '5'],
    ['RUN if x; then export V=6; fi; pip install a', null],
    ['RUN . ./x; pip install a', ''],
    ['RUN . ./V; pip install a', null],
    ['ONBUILD ENV V=7\nONBUILD RUN pip install a', null],
    ['ONBUILD RUN pip install a', ''],
  ])('%j: %j', (lines, expected) => {
    const source = createSource('Dockerfile', `FROM debian:12\n${lines}`);
    const model = createModel(source, parseDocument(source), DEFAULT_BUILD, { baseImage: () => null });
    const last = model.document.instructions.at(-1);
    const node = last?.keyword === 'ONBUILD' ? last.instruction : last;
    const shell = createShellView(model);
    const [asked] = node == null ? [] : packageCommands(model, shell, node);
    if (node == null || asked === undefined) throw new Error('no command');
    expect(environmentOf(model, shell, node, asked.command, 'V')).toBe(expected);
  });
});
