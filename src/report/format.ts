/** The report formats by name. Each is loaded when it is asked for; `text`, the usual one, is always at hand. */
import type { Report } from '../engine/result';
import { textReport } from './text';

export const FORMAT_NAMES = ['text', 'json', 'sarif', 'github'] as const;
export type FormatName = (typeof FORMAT_NAMES)[number];

/** What a caller knows that a report does not. A format takes of it what it needs. */
export interface FormatOptions {
  /** The output is a terminal or the user asked for colour; only `text` uses it. */
  readonly color: boolean;
  /** The terminal knows links (OSC 8); only `text` uses it. */
  readonly links: boolean;
  /** The working folder, absolute: `sarif` makes absolute paths below it relative; null leaves them. */
  readonly root: string | null;
  /** A random word for `github`; see its options. */
  readonly token: string;
}

/** A report as text, with its last line end; empty when there is nothing to say. */
export type Format = (report: Report, options: FormatOptions) => string;

export async function loadFormat(name: FormatName): Promise<Format> {
  switch (name) {
    case 'text':
      return textReport;
    case 'json':
      return (await import('./json')).jsonReport;
    case 'sarif':
      return (await import('./sarif')).sarifReport;
    case 'github':
      return (await import('./github')).githubReport;
  }
}
