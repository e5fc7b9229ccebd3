import { PRESET_NAMES, type RegisteredRule } from '../../src/engine/rule-definition';
import { defineRule } from '../../src/rule';

/** What the compiler must refuse is marked as expected to fail, so `tsc` fails when it does not. */
const typed = defineRule({
  summary: '', why: '', severity: 'warning', presets: { strict: { options: { depth: 2 } } }, aliases: [], controls: [],
  options: {
    mode: { type: 'string', enum: ['all', 'from'], default: 'all', description: '' },
    depth: { type: 'integer', default: 1, description: '' },
    names: { type: 'array', items: { type: 'string' }, default: [], description: '' },
  },
  messages: { cmd: { aliases: [], description: '' }, shell: { aliases: [], description: '' } },
  dockerfile: ({ options, report }) => ({
    CMD({ range: at }) {
      // @ts-expect-error a mode that the schema does not list
      if (options.mode === 'form') return;
      // @ts-expect-error an option that the schema does not have
      if (options.dept === 1) return;
      // @ts-expect-error a message that the rule does not have
      report({ at, messageId: 'comand', message: 'a' });
      // @ts-expect-error a rule with messages says which one it is
      report({ at, message: 'b' });
      const names: readonly string[] = options.names;
      report({ at, messageId: 'cmd', message: `${names.length} of ${options.depth.toFixed()}` });
    },
  }),
  examples: [
    { options: { mode: 'from' }, good: 'FROM x' },
    // @ts-expect-error an option that the schema does not have
    { options: { modes: 'from' }, good: 'FROM x' },
  ],
});

it('the registry holds rules of every option and message type', () => {
  const registry: readonly RegisteredRule[] = [{ id: 'typed', category: 'test', rule: typed }];
  expect(registry[0]?.rule.options?.['mode']?.default).toBe('all');
});

it('the presets are those of the design', () => {
  expect(PRESET_NAMES).toEqual(['recommended', 'strict', 'hadolint', 'buildkit', 'cis', 'nist', 'gc']);
});
