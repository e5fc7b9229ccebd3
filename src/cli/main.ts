/** Runs the program: sets `process.exitCode`, writes to stdout and stderr. */
export async function main(argv: readonly string[]): Promise<void> {
  await Promise.resolve();
  process.stderr.write(`plimsoll: not built yet: ${argv.join(' ')}\n`);
  process.exitCode = 2;
}
