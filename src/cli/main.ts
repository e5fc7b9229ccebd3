/**
 * The way into the program. Linting with plain arguments goes straight on; everything else is loaded when it is
 * asked for.
 */
import { runLint } from './run-lint';
import { scanLintArguments } from './scan-arguments';
import { processSurroundings } from './surroundings';

// For the command of oclif, which thereby uses what is loaded already.
export { runLint };

/** First words that are not paths to lint. A file of such a name is given as `./rules`. */
const COMMANDS: ReadonlySet<string> = new Set(['explain', 'rules', 'help', '--help', '-h', '--version', '-V']);

/** Runs the program: sets `process.exitCode`, writes to stdout and stderr. */
export async function main(argv: readonly string[]): Promise<void> {
  const [first = ''] = argv;
  if (COMMANDS.has(first)) return viaOclif(argv);
  const rest = first === 'lint' ? argv.slice(1) : argv;
  const scanned = scanLintArguments(rest);
  if (scanned === null) return viaOclif(['lint', ...rest]);
  process.exitCode = await runLint(scanned, processSurroundings());
}

async function viaOclif(argv: readonly string[]): Promise<void> {
  // oclif asks for both though it needs neither here, and the system fails to answer for a user that it does not know,
  // such as one that a container is run as by number.
  for (const [name, value] of [['HOME', '/'], ['SHELL', 'sh']] as const) {
    if ((process.env[name] ?? '') === '') process.env[name] = value;
  }
  const { run } = await import('./oclif');
  await run(argv);
}
