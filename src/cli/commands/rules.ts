import { Command, Flags } from '@oclif/core';
import { processSurroundings } from '../surroundings';

export class Rules extends Command {
  static override readonly summary = 'List all rules.';

  static override readonly examples = [
    { description: 'With summaries:', command: '<%= config.bin %> rules' },
    { description: 'For programs, with options, presets and the ids of other tools:', command: '<%= config.bin %> rules --format json' },
    { description: 'Which rule stands for the rule of another tool:', command: '<%= config.bin %> rules --aliases' },
  ];

  static override readonly flags = {
    format: Flags.string({ char: 'f', options: ['text', 'json'], default: 'text', summary: 'How the list is written.' }),
    aliases: Flags.boolean({ summary: 'List the ids of other tools, and the rule that each stands for.', exclusive: ['format'] }),
  };

  async run(): Promise<void> {
    const { flags } = await this.parse(Rules);
    const { runRules } = await import('../run-rules');
    process.exitCode = runRules(flags.aliases ? 'aliases' : flags.format === 'json' ? 'json' : 'text', processSurroundings());
  }
}
