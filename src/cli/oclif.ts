/** The way through oclif: help, and arguments that the plain scanner does not know. Load it by `import()`. */
import { join } from 'node:path';
import { run as runOclif, settings, type Interfaces } from '@oclif/core';
import { Explain } from './commands/explain';
import { Lint } from './commands/lint';
import { Rules } from './commands/rules';
import { parseMistake } from './parse-mistake';
import { TOOL } from './tool';

/** By id; package.json names this export. */
export const COMMANDS = { lint: Lint, explain: Explain, rules: Rules };

/** What oclif would read from package.json, so that it need not look for it. */
const PACKAGE: Interfaces.PJSON = {
  name: TOOL.name,
  version: TOOL.version,
  description: `A linter for Dockerfiles.
${TOOL.name} Dockerfile lints a file, ${TOOL.name} alone every Dockerfile below this folder.
${TOOL.name} lint --help lists the flags for that.`,
  oclif: {
    bin: TOOL.name,
    additionalHelpFlags: ['-h'],
    additionalVersionFlags: ['-V'],
    exitCodes: { default: 2 },
    topicSeparator: ' ',
    commands: { strategy: 'explicit', target: __filename, identifier: 'COMMANDS' },
  },
};

/** Runs a command line whose first word is a command or asks for help; sets `process.exitCode`. */
export async function run(argv: readonly string[]): Promise<void> {
  // Under NODE_ENV=test it would look for TypeScript to load.
  settings.enableAutoTranspile = false;
  const [first, ...rest] = argv;
  try {
    await runOclif(first === 'help' ? [...rest, '--help'] : [...argv], { root: join(__dirname, '..'), pjson: PACKAGE });
  } catch (error) {
    const mistake = parseMistake(error);
    if (mistake === null) throw error;
    process.exitCode = 2;
    process.stderr.write(`plimsoll: ${mistake}\n`);
  }
}
