import { Args, Command } from '@oclif/core';
import { processSurroundings } from '../surroundings';

export class Explain extends Command {
  static override readonly summary = 'Show the page of a rule.';

  static override readonly description = 'Why the rule is there, its options, examples, and what other tools call it. Needs no network.';

  static override readonly examples = [
    { description: 'By id:', command: '<%= config.bin %> explain no-latest-tag' },
    { description: 'By the id that another tool has for it:', command: '<%= config.bin %> explain DL3007' },
  ];

  static override readonly args = {
    rule: Args.string({ required: true, ignoreStdin: true, description: 'Id of a rule, or of the same concern in another tool.' }),
  };

  async run(): Promise<void> {
    const { args } = await this.parse(Explain);
    const { runExplain } = await import('../run-explain');
    process.exitCode = runExplain(args.rule, processSurroundings());
  }
}
