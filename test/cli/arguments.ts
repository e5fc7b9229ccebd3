/** The arguments of `lint` as oclif reads them, or the message of what it throws. */
import './oclif-in-jest';
import { Config } from '@oclif/core';
import { Lint } from '../../src/cli/commands/lint';
import type { LintArguments } from '../../src/cli/lint-flags';

let config: Promise<Config> | undefined;

export async function readByOclif(argv: readonly string[]): Promise<LintArguments | string> {
  config ??= Config.load({ root: __dirname, pjson: { name: 'plimsoll', version: '0.0.0', oclif: { bin: 'plimsoll' } } });
  try {
    return await new Lint([...argv], await config).readArguments();
  } catch (error) {
    return error instanceof Error ? error.message : String(error);
  }
}
