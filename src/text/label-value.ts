/** Whether texts are what the value of a typed label must be. */

/** An address with a scheme and a host: `https://example.org/x`, `git+ssh://git@host/x`. */
export function isAddress(text: string): boolean {
  return /^[a-z][a-z0-9+.-]*:\/\/[^\s/?#]+[^\s]*$/i.test(text) || /^(?:mailto|urn):\S+$/i.test(text);
}

const TIME = /^(\d{4})-(\d\d)-(\d\d)[Tt ](\d\d):(\d\d):(\d\d)(?:\.\d+)?(?:[Zz]|[+-](\d\d):(\d\d))$/;

/** A date and time as in RFC 3339: `2026-11-23T10:00:00Z`. */
export function isTimestamp(text: string): boolean {
  const match = TIME.exec(text);
  if (match === null) return false;
  const [year = 0, month = 0, day = 0, hour = 0, minute = 0, second = 0, zoneHour = 0, zoneMinute = 0] = match.slice(1).map((part: string | undefined) => Number(part ?? 0));
  if (month < 1 || month > 12 || day < 1 || day > daysIn(year, month)) return false;
  // A leap second is the sixtieth.
  return hour <= 23 && minute <= 59 && second <= 60 && zoneHour <= 23 && zoneMinute <= 59;
}

function daysIn(year: number, month: number): number {
  if (month === 2) return year % 4 === 0 && (year % 100 !== 0 || year % 400 === 0) ? 29 : 28;
  return [4, 6, 9, 11].includes(month) ? 30 : 31;
}

/**
 * The name of a git commit.
 *
 * @param lengths numbers of hex digits that are accepted, each one number or a range such as `7-40`
 */
export function isCommitHash(text: string, lengths: readonly string[]): boolean {
  if (!/^[0-9a-f]+$/i.test(text)) return false;
  return lengths.some((length) => {
    const [least = Number.NaN, most = least] = length.split('-').map(Number);
    return text.length >= least && text.length <= most;
  });
}

/** One plain e-mail address, without a name around it. */
export function isEmailAddress(text: string): boolean {
  return /^[^\s@<>(),;:"]+@[^\s@<>(),;:"]+$/.test(text) && !/@(?:\.|.*\.\.|.*\.$)/.test(text);
}
