/** The page of a rule, for a terminal. */
import { PRESET_NAMES, type OptionSchema, type RegisteredRule, type RuleDefinition } from '../engine/rule-definition';
import { readMarks } from '../engine/example-marks';
import { presetRules } from '../config/presets';
import { SEVERITIES } from '../report/totals';
import { aliasesOf, ruleUrl } from './rule-summaries';

type Paint = (text: string) => string;

/**
 * @param asked ids of the messages that were asked for by an alias of theirs; empty when the whole rule was
 */
export function rulePage(registered: RegisteredRule, asked: readonly string[], color: boolean): string {
  const bold: Paint = color ? (text) => `\u001b[1m${text}\u001b[0m` : (text) => text;
  const { id, category, rule } = registered;
  const sections: readonly (readonly [title: string, lines: readonly string[]])[] = [
    ['When not to follow it', paragraph(rule.exceptions ?? '')],
    ['Severity', severities(registered)],
    ['Findings', messages(rule, asked)],
    ['Options', Object.entries(rule.options ?? {}).flatMap(([name, schema]) => option(name, schema))],
    ['Examples', rule.examples.flatMap(example).slice(0, -1)],
    ['Known elsewhere as', wrapped(aliasesOf(rule).join(', '))],
    ['Controls', wrapped(rule.controls.join(', '))],
    ['To suppress it', [`# plimsoll-disable-next-line ${id} -- reason`]],
  ];
  const body = sections.flatMap(([title, lines]) =>
    lines.length === 0 ? [] : ['', bold(title), ...lines.map((line) => (line === '' ? '' : `  ${line}`))],
  );
  return [`${bold(id)} (${category})`, rule.summary, '', ...paragraph(rule.why), ...body, '', ruleUrl(id), ''].join('\n');
}

/** Wider lines are hard to read. */
const COLUMNS = 96;

function wrapped(text: string): readonly string[] {
  const lines: string[] = [];
  for (const word of text.split(/\s+/).filter((part) => part !== '')) {
    const last = lines.at(-1);
    if (last === undefined || last.length + 1 + word.length > COLUMNS) lines.push(word);
    else lines[lines.length - 1] = `${last} ${word}`;
  }
  return lines;
}

/** Markdown as it is, but for the line breaks inside of paragraphs. */
function paragraph(markdown: string): readonly string[] {
  return markdown
    .trim()
    .split(/\n\s*\n/)
    .flatMap((block, index) => [...(index === 0 ? [] : ['']), ...(/^\s*(?:[-*|#]|```)/.test(block) ? block.split('\n') : wrapped(block))]);
}

/** `error in gc; warning in recommended, strict`. */
function severities(registered: RegisteredRule): readonly string[] {
  const levels = SEVERITIES.flatMap((severity) => {
    const names = PRESET_NAMES.filter((name) => presetRules(name, [registered]).get(registered.id)?.severity === severity);
    return names.length === 0 ? [] : [`${severity} in ${names.join(', ')}`];
  });
  return wrapped(levels.length === 0 ? 'off in every preset' : levels.join('; '));
}

function messages({ messages: kinds = {} }: RuleDefinition, asked: readonly string[]): readonly string[] {
  const shown = Object.entries(kinds).filter(([messageId]) => asked.length === 0 || asked.includes(messageId));
  return shown.map(([messageId, { description, aliases }]) => `${messageId}: ${description}${aliases.length > 0 ? ` (${aliases.join(', ')})` : ''}`);
}

function option(name: string, schema: OptionSchema): readonly string[] {
  return [`${name}: ${typeText(schema)}; default ${JSON.stringify(schema.default)}`, ...wrapped(schema.description).map((line) => `  ${line}`)];
}

function typeText(schema: OptionSchema): string {
  switch (schema.type) {
    case 'string':
      return schema.enum?.map((value) => JSON.stringify(value)).join(' or ') ?? 'a text';
    case 'boolean':
      return 'true or false';
    case 'integer':
      return `a whole number${schema.minimum === undefined ? '' : ` from ${schema.minimum}`}${schema.maximum === undefined ? '' : ` to ${schema.maximum}`}`;
    case 'array':
      return schema.items.enum === undefined ? 'a list of texts' : `a list of ${schema.items.enum.map((value) => JSON.stringify(value)).join(', ')}`;
  }
}

/** Ends with an empty line. */
function example(shown: RuleDefinition['examples'][number]): readonly string[] {
  const conditions = { ...shown.options, ...shown.build, ...(shown.context === undefined ? {} : { context: shown.context }) };
  const under = Object.keys(conditions).length === 0 ? '' : ` (with ${JSON.stringify(conditions)})`;
  if ('good' in shown) return [`Good${under}:`, ...indented(shown.good.split('\n')), ''];
  const fixed = shown.fixed === undefined ? [] : ['Repaired:', ...indented(shown.fixed.split('\n')), ''];
  return [`Bad${under}:`, ...indented(underlined(shown.bad)), '', ...fixed];
}

function indented(lines: readonly string[]): readonly string[] {
  return lines.map((line) => `  ${line}`);
}

/** The lines of a marked text, each with `^~~~` under what its marks hold. */
function underlined(marked: string): readonly string[] {
  const { text, ranges } = readMarks(marked) ?? { text: marked, ranges: [] };
  let start = 0;
  return text.split('\n').flatMap((line) => {
    const from = start;
    start += line.length + 1;
    const marks = [...line].map(() => ' ');
    for (const range of ranges) {
      const first = range.start - from;
      if (first < 0 || first > line.length) continue;
      for (let at = first; at < Math.max(first + 1, Math.min(range.end - from, line.length)); at += 1) marks[at] = at === first ? '^' : '~';
    }
    const under = marks.join('').trimEnd();
    return under === '' ? [line] : [line, under];
  });
}
