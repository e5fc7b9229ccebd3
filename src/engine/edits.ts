import type { Edit } from './result';

export type AppliedEdits =
  | { readonly kind: 'applied'; readonly text: string }
  /** Nothing was applied; `edit` is the first that cannot be. */
  | { readonly kind: 'overlap' | 'outside'; readonly edit: Edit };

/**
 * The text after all edits, in whatever order they are given. Several insertions at one place are kept in their order,
 * in front of a replacement that begins there. Edits that overlap, or reach outside the text, are refused as a whole.
 */
export function applyEdits(text: string, edits: readonly Edit[]): AppliedEdits {
  const outside = edits.find((edit) => !isWithin(edit, text.length));
  if (outside !== undefined) return { kind: 'outside', edit: outside };
  const ordered = [...edits].sort((a, b) => a.start - b.start || a.end - b.end);
  const pieces: string[] = [];
  let done = 0;
  for (const edit of ordered) {
    if (edit.start < done) return { kind: 'overlap', edit };
    pieces.push(text.slice(done, edit.start), edit.text);
    done = edit.end;
  }
  pieces.push(text.slice(done));
  return { kind: 'applied', text: pieces.join('') };
}

/** Whether the stretch lies in a text of that length and does not run backwards. */
export function isWithin(stretch: { readonly start: number; readonly end: number }, length: number): boolean {
  const { start, end } = stretch;
  return Number.isInteger(start) && Number.isInteger(end) && start >= 0 && start <= end && end <= length;
}
