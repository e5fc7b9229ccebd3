import { LANGUAGE_MANAGERS } from '../../src/shell/language-managers';

const shapes = new Map(LANGUAGE_MANAGERS);

test('each program stands in the table once', () => expect(shapes.size).toBe(LANGUAGE_MANAGERS.length));

test.each([
  ['pip', 'install', 'install'], ['npm', 'ci', 'install'], ['npm', 'i', 'install'], ['yarn', 'add', 'install'], ['pnpm', 'install', 'install'], ['gem', 'install', 'install'],
])('%s %s is %s', (program, subcommand, action) => expect(shapes.get(program)?.actions[subcommand]).toBe(action));
