import { spdxExceptions, spdxLicenses } from './spdx-identifiers';

const TOKEN = /\s*([()]|[^\s()]+)/y;

/** No real expression is longer; what is longer is not looked at and passes. */
const LONGEST = 2_000;

/**
 * Whether a text is an SPDX licence expression: `MIT`, `GPL-2.0-or-later WITH Classpath-exception-2.0`,
 * `(MIT OR Apache-2.0) AND BSD-3-Clause`, `LicenseRef-own`. Case does not matter. `NONE` and `NOASSERTION` are accepted.
 */
export function isSpdxExpression(text: string): boolean {
  if (text.length > LONGEST) return true;
  if (/^(?:NONE|NOASSERTION)$/.test(text)) return true;
  const tokens = tokensOf(text.trim());
  let depth = 0;
  let wantsOperand = true;
  for (let at = 0; at < tokens.length; at += 1) {
    const token = tokens[at] ?? '';
    if (wantsOperand) {
      if (token === '(') depth += 1;
      else if (isLicense(token)) wantsOperand = false;
      else return false;
    } else if (token === ')') {
      depth -= 1;
      if (depth < 0) return false;
    } else if (/^(?:and|or)$/i.test(token)) {
      wantsOperand = true;
    } else if (/^with$/i.test(token) && tokens[at - 1] !== ')' && isException(tokens[at + 1] ?? '')) {
      at += 1;
    } else {
      return false;
    }
  }
  return depth === 0 && !wantsOperand;
}

function tokensOf(text: string): readonly string[] {
  const tokens: string[] = [];
  TOKEN.lastIndex = 0;
  for (let match = TOKEN.exec(text); match !== null; match = TOKEN.exec(text)) tokens.push(match[1] ?? '');
  return tokens;
}

function isLicense(token: string): boolean {
  if (/^(?:DocumentRef-[\w.-]+:)?LicenseRef-[\w.-]+$/i.test(token)) return true;
  const name = token.toLowerCase();
  return spdxLicenses().has(name) || (name.endsWith('+') && spdxLicenses().has(name.slice(0, -1)));
}

function isException(token: string): boolean {
  return /^(?:DocumentRef-[\w.-]+:)?AdditionRef-[\w.-]+$/i.test(token) || spdxExceptions().has(token.toLowerCase());
}
