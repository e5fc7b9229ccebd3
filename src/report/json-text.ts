/** All that a report in plain ASCII consists of. */
const HARMLESS = /^[\n -~]*$/;
const ACTING = /(?!\n)[\p{Cc}\p{Cf}\p{Zl}\p{Zp}]/gu;

/**
 * JSON for people and programs: indented, with a line end, and without a character that acts on a terminal.
 * Control and format characters stand only inside strings, where `\u` says the same.
 */
export function jsonText(value: unknown): string {
  const text = JSON.stringify(value, null, 2);
  return `${HARMLESS.test(text) ? text : text.replace(ACTING, escaped)}\n`;
}

function escaped(character: string): string {
  let result = '';
  for (let at = 0; at < character.length; at += 1) {
    result += `\\u${character.charCodeAt(at).toString(16).padStart(4, '0')}`;
  }
  return result;
}
