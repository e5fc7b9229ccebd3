const CUT = '…';

/** At most `units` UTF-16 units of a text, with `…` for what is missing; a surrogate pair is never split. */
export function shorten(text: string, units: number): string {
  if (text.length <= units) return text;
  const end = units - CUT.length;
  const code = text.charCodeAt(end - 1);
  const splitsPair = code >= 0xd800 && code <= 0xdbff;
  return `${text.slice(0, splitsPair ? end - 1 : end)}${CUT}`;
}
