/** What a step leaves in the file that `$GITHUB_OUTPUT` names. */

/**
 * One block per output, so that a value may be anything, line ends included.
 *
 * @param delimiter the line that ends a block: at least 16 random characters, so that no value holds it
 */
export function outputBlocks(outputs: Readonly<Record<string, string>>, delimiter: string): string {
  return Object.entries(outputs)
    .map(([name, value]) => `${name}<<${delimiter}\n${value}\n${delimiter}\n`)
    .join('');
}
