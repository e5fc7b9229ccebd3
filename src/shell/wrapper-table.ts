/** Programs that run the command written behind them, and what may stand in between. */
export interface WrapperShape {
  /** Letters of short options whose value follows, attached or as the next word. */
  readonly short?: string;
  /** Long options whose value is the next word unless written with `=`. */
  readonly long?: readonly string[];
  /** Words before the command that are no options: the duration of `timeout`, the directory of `chroot`. */
  readonly operands?: number;
  /** `A=b` words before the command set its environment. */
  readonly assignments?: true;
  /** A word that must come first: `run` of `conda run`. */
  readonly subcommand?: string;
  /** With one of these nothing is run: `command -v`. */
  readonly queries?: readonly string[];
  /** Runs a command only with one of these; without, see `shell-starters`. */
  readonly requires?: readonly string[];
  /** Options are not skipped: if the first word is one, no command is run (`ccache -M 5G`). */
  readonly noOptions?: true;
}

const SIMPLE: WrapperShape = {};
const ONE_OPERAND: WrapperShape = { operands: 1 };
const ENVIRONMENT_RUNNER: WrapperShape = { subcommand: 'run', short: 'np', long: ['--name', '--prefix', '--cwd'] };

export const WRAPPERS: ReadonlyMap<string, WrapperShape> = new Map<string, WrapperShape>([
  ['env', { short: 'uC', long: ['--unset', '--chdir'], assignments: true }],
  ['sudo', {
    short: 'CDghpRrtTuU', assignments: true, queries: ['-l', '-v', '-k', '-K', '-V', '-e', '--list', '--validate', '--version', '--edit'],
    long: ['--user', '--group', '--host', '--prompt', '--close-from', '--role', '--type', '--command-timeout', '--other-user', '--chroot', '--chdir'],
  }],
  ['doas', { short: 'uC' }],
  ['exec', { short: 'a' }],
  ['command', { queries: ['-v', '-V'] }],
  ['builtin', SIMPLE],
  ['time', { short: 'fo', long: ['--format', '--output'] }],
  ['nice', { short: 'n', long: ['--adjustment'] }],
  ['ionice', { short: 'cn', long: ['--class', '--classdata'], queries: ['-p', '--pid'] }],
  ['chrt', { short: 'TPD', operands: 1, queries: ['-m', '-p', '--max', '--pid'] }],
  ['taskset', { operands: 1, queries: ['-p', '--pid'] }],
  ['nohup', SIMPLE],
  ['setsid', SIMPLE],
  ['eatmydata', SIMPLE],
  ['catchsegv', SIMPLE],
  ['noglob', SIMPLE],
  ['fakeroot', { short: 'lsib', long: ['--lib', '--faked'] }],
  ['stdbuf', { short: 'ioe', long: ['--input', '--output', '--error'] }],
  ['timeout', { short: 'ks', long: ['--kill-after', '--signal'], operands: 1 }],
  ['chroot', { long: ['--groups', '--userspec'], operands: 1 }],
  ['proot', { short: 'rbmwq', long: ['--rootfs', '--bind', '--mount', '--pwd', '--cwd', '--qemu'] }],
  ['gosu', ONE_OPERAND],
  ['su-exec', ONE_OPERAND],
  ['setuidgid', ONE_OPERAND],
  ['s6-setuidgid', ONE_OPERAND],
  ['with-contenv', SIMPLE],
  ['setpriv', {
    long: [
      '--reuid', '--regid', '--ruid', '--rgid', '--euid', '--egid', '--groups', '--inh-caps', '--ambient-caps', '--bounding-set', '--securebits',
      '--selinux-label', '--apparmor-profile', '--pdeathsig',
    ],
  }],
  ['runuser', { short: 'ugG', long: ['--user', '--group', '--supp-group'], requires: ['-u', '--user'] }],
  ['setarch', ONE_OPERAND],
  ['linux32', SIMPLE],
  ['linux64', SIMPLE],
  ['i386', SIMPLE],
  ['unshare', SIMPLE],
  ['busybox', { noOptions: true }],
  ['toybox', { noOptions: true }],
  ['tini', { short: 'ep' }],
  ['dumb-init', { short: 'r', long: ['--rewrite'] }],
  ['catatonit', SIMPLE],
  ['strace', { short: 'eopsaEIOPSuX' }],
  ['xvfb-run', { short: 'efnpsw', long: ['--error-file', '--auth-file', '--server-num', '--xauth-protocol', '--server-args', '--wait'] }],
  ['dbus-run-session', SIMPLE],
  ['ccache', { noOptions: true }],
  ['sccache', { noOptions: true }],
  ['distcc', { noOptions: true }],
  ['icecc', { noOptions: true }],
  ['emmake', { noOptions: true }],
  ['emconfigure', { noOptions: true }],
  ['scan-build', { short: 'oV' }],
  ['bear', SIMPLE],
  ['proxychains', { short: 'f' }],
  ['proxychains4', { short: 'f' }],
  ['torsocks', SIMPLE],
  ['torify', SIMPLE],
  ['flock', { short: 'wE', long: ['--timeout', '--wait', '--conflict-exit-code'], operands: 1, queries: ['-c', '--command'] }],
  ['travis_retry', SIMPLE],
  ['conda', ENVIRONMENT_RUNNER],
  ['mamba', ENVIRONMENT_RUNNER],
  ['micromamba', ENVIRONMENT_RUNNER],
  ['bundle', { subcommand: 'exec' }],
  ['poetry', { subcommand: 'run' }],
  ['pipenv', { subcommand: 'run' }],
  ['pdm', { subcommand: 'run' }],
  ['opam', { subcommand: 'exec', long: ['--switch', '--root'] }],
  ['rustup', { subcommand: 'run', operands: 1 }],
  ['xargs', {
    short: 'nPILsdEa',
    long: ['--max-args', '--max-procs', '--replace', '--max-lines', '--max-chars', '--delimiter', '--eof', '--arg-file', '--process-slot-var'],
  }],
]);
