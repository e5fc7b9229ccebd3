/** What a mode as chmod takes it (`4755`, `u+s,a+w`) lets a file have. */
export interface FileMode {
  /** Everybody may write. */
  readonly othersWrite: boolean;
  readonly setuid: boolean;
  readonly setgid: boolean;
  /** In a folder, only the owner of a file may delete it. */
  readonly sticky: boolean;
}

const CLAUSE = /^([ugoa]*)((?:[-+=][rwxXstugo]*)+)$/;

/**
 * Null when the text is no mode. A symbolic mode is read for what it grants; without a letter in front (`+w`) the
 * umask decides on writing, which by habit keeps others out.
 */
export function readFileMode(text: string): FileMode | null {
  if (/^0*[0-7]{1,4}$/.test(text)) {
    const bits = Number.parseInt(text, 8);
    return { othersWrite: (bits & 0o2) !== 0, setuid: (bits & 0o4000) !== 0, setgid: (bits & 0o2000) !== 0, sticky: (bits & 0o1000) !== 0 };
  }
  const mode = { othersWrite: false, setuid: false, setgid: false, sticky: false };
  for (const clause of text.split(',')) {
    const [, who = '', changes = ''] = CLAUSE.exec(clause) ?? [];
    if (changes === '') return null;
    for (const change of changes.match(/[-+=][a-zA-Z]*/g) ?? []) apply(mode, who, change);
  }
  return mode;
}

function apply(mode: { -readonly [Key in keyof FileMode]: boolean }, who: string, change: string): void {
  const on = !change.startsWith('-');
  const everybody = who.includes('a');
  if (change.includes('w') && (everybody || who.includes('o'))) mode.othersWrite = on;
  if (change.includes('s') && (everybody || who === '' || who.includes('u'))) mode.setuid = on;
  if (change.includes('s') && (everybody || who === '' || who.includes('g'))) mode.setgid = on;
  if (change.includes('t')) mode.sticky = on;
}
