/** Commands that create accounts and put them into groups: useradd, adduser of Debian and of BusyBox, usermod, gpasswd, addgroup. */
import type { DockerfileModel } from '../dockerfile/model-types';
import type { Instruction } from '../dockerfile/nodes';
import type { CommandLineShape, CommandOption } from './command-line';
import { readCommandLine } from './command-line';
import type { ShellCommand, ShellView, ShellWord } from './commands';
import { baseName } from './interpreter';
import { mentions } from './mentions';
import { variablesAt } from './package-commands';

export interface AccountCommand {
  readonly command: ShellCommand;
  readonly program: AccountProgram;
  /** `join`: an existing account gets more groups. */
  readonly action: 'create' | 'join';
  /** The name; variables whose value is not known are left as text. */
  readonly account: ShellWord;
  /** As given; null when none is. Variables whose value is not known are left as text. */
  readonly uid: string | null;
  /** Supplementary groups that it is put into. */
  readonly groups: readonly string[];
  /** Made for a service: `--system`, `-r`, and `-S` of BusyBox. */
  readonly isSystem: boolean;
  readonly options: readonly CommandOption[];
}

/** The programs of {@link accountCommands}; a file without one of these words has no such command. */
export const ACCOUNT_PROGRAMS = ['useradd', 'adduser', 'usermod', 'gpasswd', 'addgroup'] as const;

export type AccountProgram = (typeof ACCOUNT_PROGRAMS)[number];

/** Sources: the manual pages of shadow 4.17, adduser 3.152 (Debian), BusyBox 1.37. On Fedora and the like adduser is useradd. */
const SHAPES: ReadonlyMap<string, CommandLineShape> = new Map<AccountProgram, CommandLineShape>([
  ['useradd', {
    short: 'bcdefFgGkKpPRsuZ',
    long: [
      '--base-dir', '--comment', '--home-dir', '--home', '--expiredate', '--inactive', '--gid', '--groups', '--skel', '--key', '--password', '--prefix', '--root',
      '--shell', '--uid', '--selinux-user', '--selinux-range',
    ],
  }],
  ['adduser', {
    short: 'bcdefghGkKpPRsuZ',
    long: [
      '--home', '--shell', '--ingroup', '--conf', '--gecos', '--comment', '--uid', '--gid', '--firstuid', '--lastuid', '--firstgid', '--lastgid', '--skel',
      '--base-dir', '--home-dir', '--expiredate', '--inactive', '--groups', '--key', '--password', '--prefix', '--root', '--selinux-user', '--add-extra-groups',
    ],
  }],
  ['usermod', {
    short: 'cdefgGlpPRsuvVwWZ',
    long: [
      '--comment', '--home', '--expiredate', '--inactive', '--gid', '--groups', '--login', '--password', '--prefix', '--root', '--shell', '--uid', '--selinux-user',
      '--add-subuids', '--del-subuids', '--add-subgids', '--del-subgids',
    ],
  }],
  ['gpasswd', { short: 'adAMQ', long: ['--add', '--delete', '--administrators', '--members', '--root'] }],
  ['addgroup', { short: 'g', long: ['--gid', '--conf', '--firstgid', '--lastgid'] }],
]);

const PROGRAMS = /useradd|adduser|usermod|gpasswd|addgroup/;

/** Several rules ask about the same RUN. Nodes are immutable and belong to one model, so an answer never ages. */
const answers = new WeakMap<Instruction, readonly AccountCommand[]>();

/** In the order of the text; what only asks, removes or makes a group is left out. */
export function accountCommands(model: DockerfileModel, shell: ShellView, instruction: Instruction): readonly AccountCommand[] {
  const known = answers.get(instruction);
  if (known !== undefined) return known;
  const found: AccountCommand[] = [];
  answers.set(instruction, found);
  if (!mentions(model, instruction, PROGRAMS)) return found;
  for (const command of shell.commands(instruction)) {
    const asked = accountCommand(model, shell, instruction, command);
    if (asked !== null) found.push(asked);
  }
  return found;
}

function accountCommand(model: DockerfileModel, shell: ShellView, instruction: Instruction, command: ShellCommand): AccountCommand | null {
  const program = programOf(command.name);
  const shape = program === null ? undefined : SHAPES.get(program);
  if (program === null || shape === undefined) return null;
  const lookup = variablesAt(model, shell, instruction, command);
  const { options, operands } = readCommandLine(command, shape, lookup);
  const valueOf = (...names: readonly string[]): string | null => {
    const value = options.filter(({ name }) => names.includes(name)).at(-1)?.value ?? null;
    // `--uid="$ID"`: the word as a whole is more than a shell expands plainly.
    const variable = /^\$(?:(\w+)|\{(\w+)\})$/.exec(value ?? '');
    return variable === null ? value : lookup(variable[1] ?? variable[2] ?? '') ?? value;
  };
  const has = (...names: readonly string[]): boolean => options.some(({ name }) => names.includes(name));
  const [first, second] = operands;
  const base = { command, program, options, uid: null, isSystem: false };
  switch (program) {
    case 'useradd':
    case 'adduser':
      if (first === undefined || has('--group', '--help', '--version') || (program === 'useradd' && has('-D', '--defaults', '-h'))) return null;
      if (program === 'adduser' && second !== undefined) return { ...base, action: 'join', account: first, groups: [second.value] };
      return {
        ...base, action: 'create', account: first, uid: valueOf('-u', '--uid'),
        // For BusyBox -G names the group that comes with the account.
        groups: has('-D', '-S', '-H') ? [] : listOf(valueOf('-G', '--groups')),
        isSystem: has('-r', '--system', '-S'),
      };
    case 'usermod':
      return first === undefined ? null : { ...base, action: 'join', account: first, groups: listOf(valueOf('-G', '--groups')) };
    case 'gpasswd': {
      const word = options.find(({ name, value }) => (name === '-a' || name === '--add') && value !== null);
      return word?.value == null || first === undefined ? null : { ...base, action: 'join', account: { ...word.word, value: word.value }, groups: [first.value] };
    }
    case 'addgroup':
      return first === undefined || second === undefined ? null : { ...base, action: 'join', account: first, groups: [second.value] };
  }
}

function programOf(name: string | null): AccountProgram | null {
  switch (name === null ? '' : baseName(name)) {
    case 'useradd': return 'useradd';
    case 'adduser': return 'adduser';
    case 'usermod': return 'usermod';
    case 'gpasswd': return 'gpasswd';
    case 'addgroup': return 'addgroup';
    default: return null;
  }
}

function listOf(groups: string | null): readonly string[] {
  return groups === null ? [] : groups.split(',').filter((group) => group !== '');
}
