import type { Edit } from './result';

export type AppliedEdits =
  | { readonly kind: 'applied'; readonly text: string }
  | EditConflict;

/** Why a list of edits cannot be applied; `edit` is the first at fault. */
export interface EditConflict {
  readonly kind: 'overlap' | 'outside';
  readonly edit: Edit;
}

/**
 * The text after all edits, in whatever order they are given. Several insertions at one place are kept in their order,
 * in front of a replacement that begins there. Edits that overlap, or reach outside the text, are refused as a whole.
 */
export function applyEdits(text: string, edits: readonly Edit[]): AppliedEdits {
  const conflict = findConflict(edits, text.length);
  if (conflict !== null) return conflict;
  const pieces: string[] = [];
  let done = 0;
  for (const edit of inOrder(edits)) {
    pieces.push(text.slice(done, edit.start), edit.text);
    done = edit.end;
  }
  pieces.push(text.slice(done));
  return { kind: 'applied', text: pieces.join('') };
}

/** What keeps the edits from being applied together to a text of that length; null when nothing does. */
export function findConflict(edits: readonly Edit[], length: number): EditConflict | null {
  const outside = edits.find((edit) => !isWithin(edit, length));
  if (outside !== undefined) return { kind: 'outside', edit: outside };
  let done = 0;
  for (const edit of inOrder(edits)) {
    if (edit.start < done) return { kind: 'overlap', edit };
    done = edit.end;
  }
  return null;
}

/** Whether the stretch lies in a text of that length and does not run backwards. */
export function isWithin(stretch: { readonly start: number; readonly end: number }, length: number): boolean {
  const { start, end } = stretch;
  return Number.isInteger(start) && Number.isInteger(end) && start >= 0 && start <= end && end <= length;
}

function inOrder(edits: readonly Edit[]): readonly Edit[] {
  return [...edits].sort((a, b) => a.start - b.start || a.end - b.end);
}
