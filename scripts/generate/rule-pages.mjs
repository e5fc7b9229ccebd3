// The table of rules and a page for each, from what the rules say of themselves.
import { block, code, table } from './markdown.mjs';

const NOTE = (source) => `<!-- Generated from ${source} by \`npm run generate\`. -->`;

/** Longer examples are about their length; the page shows their start. */
const LONGEST_LINE = 160;

const sentence = (text) => (/[.!?]$/.test(text) ? text : `${text}.`);

/** `peer:id` → `peer id`. */
const alias = (text) => text.replace(':', ' ');

const allAliases = ({ rule }) => [...new Set([...rule.aliases, ...Object.values(rule.messages ?? {}).flatMap(({ aliases }) => aliases)])];

/** `[preset, { severity, options, messages? }]` of each preset but `recommended` that holds the rule. */
function otherPresets(id, presets) {
  return [...presets].filter(([name, rules]) => name !== 'recommended' && rules.has(id)).map(([name, rules]) => [name, rules.get(id)]);
}

const level = (id, presets) => presets.get('recommended').get(id)?.severity ?? 'off';

const unmark = (marked) => marked.replace(/[«»]/g, '');

/** Visible on a page: control characters written out, endless lines cut. */
function visible(text) {
  return text
    .split('\n')
    .map((line) => (line.length > LONGEST_LINE ? `${line.slice(0, LONGEST_LINE)}… (${line.length} characters)` : line))
    .join('\n')
    .replace(/[\p{Cc}\p{Cf}\p{Cs}\p{Co}]/gu, (character) => (/[\n\t]/.test(character) ? character : `\\u{${character.codePointAt(0).toString(16)}}`));
}

const dockerfile = (text) => block('dockerfile', visible(text));

const asConfig = (id, severity, options) => block('yaml', `rules:\n  ${id}: [${severity}, ${JSON.stringify(options)}]`);

/** As the text format prints it, without the excerpt: the text stands above. */
function outputText(problems) {
  const lines = problems.map(({ rule, severity, message, span }) => `Dockerfile:${span.line + 1}:${span.column + 1}: ${severity}: ${message} [${rule}]`);
  return block('', visible(lines.join('\n')));
}

function contextText({ ignore, files }) {
  const held = files === undefined ? '' : ` that holds ${files.map(code).join(', ')}`;
  if (ignore === undefined) return `In a build context${held} without an ignore file`;
  return `In a build context${held} with this ignore file:\n\n${block('', ignore)}`;
}

function exampleText(example, id, severity, problems) {
  const parts = [];
  if (example.options !== undefined) parts.push(`With`, asConfig(id, severity, example.options));
  if (example.build !== undefined) parts.push(`With the build inputs ${code(JSON.stringify(example.build))}`);
  if (example.context !== undefined) parts.push(contextText(example.context));
  const lead = parts.length > 0 ? 'this' : 'This';
  parts.push(example.bad === undefined ? `${lead} is clean:` : `${lead} is reported:`, dockerfile(unmark(example.bad ?? example.good)));
  if (problems.length > 0) parts.push(outputText(problems));
  if (example.fixed !== undefined) parts.push('and becomes, with its fix:', dockerfile(example.fixed));
  return parts.join('\n\n');
}

function optionRow([name, schema]) {
  const choices = schema.enum ?? schema.items?.enum;
  const type = schema.type === 'array' ? 'list of strings' : schema.type;
  const range = [schema.minimum, schema.maximum].some((bound) => bound !== undefined) ? ` (${schema.minimum ?? '…'} to ${schema.maximum ?? '…'})` : '';
  return [code(name), choices ? choices.map(code).join(', ') : `${type}${range}`, code(JSON.stringify(schema.default)), schema.description];
}

/** `presets`: name → (rule id → `{ severity, options, messages? }`); `problemsOf` gives what the rule says of one of its examples. */
export function rulePage({ id, category, rule }, presets, problemsOf) {
  const recommended = level(id, presets);
  const section = (title, text) => (text === undefined || text === '' ? [] : [`## ${title}`, text]);
  const options = Object.entries(rule.options ?? {});
  const messages = Object.entries(rule.messages ?? {});
  const other = otherPresets(id, presets).map(([name, { severity, options: given, messages: levels = {} }]) => [
    code(name),
    [severity, ...Object.entries(levels).map(([message, each]) => `${each} (${code(message)})`)].join(', '),
    Object.keys(given).length > 0 ? code(JSON.stringify(given)) : '',
  ]);
  const presetRows = [[code('recommended'), recommended, ''], ...other];
  const shownSeverity = recommended === 'off' ? 'warning' : recommended;
  return `${[
    NOTE(`rules/${category}/${id}.ts`),
    `# ${id}`,
    sentence(rule.summary),
    ...section('Why', rule.why.trim()),
    ...section('When not to use it', rule.exceptions?.trim()),
    ...section('Levels', table(['preset', 'level', 'options'], presetRows)),
    ...section('Options', options.length > 0 ? table(['option', 'values', 'default', ''], options.map(optionRow)) : ''),
    ...section(
      'Messages',
      messages.length > 0
        ? table(['message', '', 'elsewhere'], messages.map(([name, kind]) => [code(name), kind.description, kind.aliases.map(alias).join(', ')]))
        : '',
    ),
    ...section('Examples', rule.examples.map((example) => exampleText(example, id, shownSeverity, problemsOf(rule, id, example))).join('\n\n')),
    ...section('Elsewhere', allAliases({ rule }).map((name) => `- ${alias(name)}`).join('\n')),
    ...section('Controls', rule.controls.map((name) => `- ${alias(name)}`).join('\n')),
  ].join('\n\n')}\n`;
}

export function rulesTable(rules, presets) {
  const categories = [...new Set(rules.map(({ category }) => category))].sort();
  const sections = categories.flatMap((name) => {
    const rows = rules
      .filter(({ category }) => category === name)
      .map((entry) => [
        `[${entry.id}](../docs/rules/${entry.id}.md)`,
        entry.rule.summary,
        level(entry.id, presets),
        otherPresets(entry.id, presets)
          .map(([preset]) => preset)
          .join(', '),
        allAliases(entry).map(alias).join(', '),
      ]);
    return [`## ${name}`, table(['rule', 'what it asks', 'level', 'other presets', 'elsewhere'], rows)];
  });
  return `${[
    NOTE('the rules'),
    '# Rules',
    'The level is the one in `recommended`, the preset that is used when none is named; `off` means that the rule is in other presets only.',
    ...sections,
  ].join('\n\n')}\n`;
}
