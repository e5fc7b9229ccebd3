import type { Range, Source } from '../dockerfile/source';
import type { ShellScript } from './commands';

/** The edit that makes a script run a statement before all else: in front of its text, or as the first line of a heredoc behind any `#!`. Line ends are LF, as in all edits. */
export function firstStatement(source: Source, script: ShellScript, statement: string): { readonly at: Range; readonly text: string } {
  const { start, end } = script.range;
  if (script.origin !== 'heredoc') return { at: { start, end: start }, text: `${statement}; ` };
  const { text } = source;
  const lineFeed = text.indexOf('\n', start);
  const firstLineEnd = lineFeed === -1 || lineFeed >= end ? end : lineFeed + 1;
  const place = text.startsWith('#!', start) ? firstLineEnd : start;
  return { at: { start: place, end: place }, text: `${statement}\n` };
}
