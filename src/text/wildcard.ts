/** Whether the whole text fits a pattern in which `*` stands for any text, also none. Case counts. Time: text times pattern at most. */
export function matchesWildcard(text: string, pattern: string): boolean {
  let at = 0;
  let inPattern = 0;
  let star = -1;
  let starAt = 0;
  while (at < text.length) {
    if (inPattern < pattern.length && pattern.charAt(inPattern) === '*') {
      star = inPattern;
      starAt = at;
      inPattern += 1;
    } else if (inPattern < pattern.length && pattern.charAt(inPattern) === text.charAt(at)) {
      at += 1;
      inPattern += 1;
    } else if (star !== -1) {
      // The last star takes one character more.
      starAt += 1;
      at = starAt;
      inPattern = star + 1;
    } else {
      return false;
    }
  }
  while (pattern.charAt(inPattern) === '*') inPattern += 1;
  return inPattern === pattern.length;
}
