/** Dockerfiles with marks in them, so that expected places are written down beside the text and not computed. */

export interface MarkedInstruction {
  readonly start: number;
  readonly end: number;
  readonly keyword: { readonly start: number; readonly end: number };
}

/** `⟦…⟧` stands around an instruction, `«…»` around its keyword. In order of their starts. */
export function markedInstructions(marked: string): { readonly text: string; readonly instructions: readonly MarkedInstruction[] } {
  const instructions: { start: number; end: number; keyword: { start: number; end: number } }[] = [];
  const open: typeof instructions = [];
  let text = '';
  for (const character of marked) {
    const current = open[open.length - 1];
    if (character === '⟦') {
      const instruction = { start: text.length, end: -1, keyword: { start: -1, end: -1 } };
      instructions.push(instruction);
      open.push(instruction);
    } else if (character === '⟧') {
      if (current === undefined) throw new Error(`⟧ without ⟦ in ${marked}`);
      current.end = text.length;
      open.pop();
    } else if (character === '«' || character === '»') {
      if (current === undefined) throw new Error(`${character} outside an instruction in ${marked}`);
      current.keyword[character === '«' ? 'start' : 'end'] = text.length;
    } else {
      text += character;
    }
  }
  if (open.length > 0) throw new Error(`⟦ without ⟧ in ${marked}`);
  return { text, instructions };
}

/** The text without its `«…»`, and what stood between them, in order. */
export function markedRanges(marked: string): { readonly text: string; readonly ranges: readonly { readonly start: number; readonly end: number }[] } {
  const ranges: { start: number; end: number }[] = [];
  let text = '';
  for (const character of marked) {
    const last = ranges[ranges.length - 1];
    if (character === '«') ranges.push({ start: text.length, end: -1 });
    else if (character !== '»') text += character;
    else if (last !== undefined) last.end = text.length;
  }
  return { text, ranges };
}
