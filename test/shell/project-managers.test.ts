import { PROJECT_MANAGERS } from '../../src/shell/project-managers';

const shapes = new Map(PROJECT_MANAGERS);

test('each program stands in the table once', () => expect(shapes.size).toBe(PROJECT_MANAGERS.length));

test.each([
  ['cargo', 'build', 'build'], ['cargo', 'install', 'install'], ['composer', 'install', 'install'], ['bundle', 'install', 'install'], ['go', 'build', 'build'], ['poetry', 'install', 'install'],
  ['conda', 'install', 'install'], ['conda', 'clean', 'clean'],
])('%s %s is %s', (program, subcommand, action) => expect(shapes.get(program)?.actions[subcommand]).toBe(action));
