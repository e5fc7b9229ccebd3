// Pieces of Markdown.

/** Text as a table cell. */
export const cell = (text) => text.replaceAll('|', '\\|').replaceAll('\n', ' ');

export const code = (text) => (text.includes('`') ? `\`\` ${text} \`\`` : `\`${text}\``);

export function table(heads, rows) {
  const line = (cells) => `| ${cells.map(cell).join(' | ')} |`;
  return [line(heads), `|${heads.map(() => '---').join('|')}|`, ...rows.map(line)].join('\n');
}

/** A fenced block, in a fence longer than any inside. */
export function block(language, text) {
  const inside = Math.max(2, ...[...text.matchAll(/`+/g)].map(([run]) => run.length));
  const fence = '`'.repeat(inside + 1);
  return `${fence}${language}\n${text.replace(/\n$/, '')}\n${fence}`;
}
