/**
 * A double-quoted LABEL or ENV value that the builder expands to exactly `text`: quotes, `$` and the escape
 * character are escaped with the file's active escape character.
 */
export function quoteLabelValue(text: string, escape: '\\' | '`' = '\\'): string {
  let quoted = '';
  for (const character of text) {
    quoted += character === '"' || character === '$' || character === escape ? escape + character : character;
  }
  return `"${quoted}"`;
}
