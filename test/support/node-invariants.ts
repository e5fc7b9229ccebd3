/** What must hold of the nodes of every text whatever: order, no overlap, and nothing but gaps between them. */
import type { DockerfileDocument, Instruction, Range } from '../../src/dockerfile/nodes';
import type { Source } from '../../src/dockerfile/source';

/** One sentence for each broken promise; empty when all is well. */
export function brokenInvariants(source: Source, document: DockerfileDocument): readonly string[] {
  const broken: string[] = [];
  const topLevel = [
    ...document.directives, ...document.refusedDirectives.map((refused) => refused.directive), ...document.comments, ...document.instructions,
  ].map((node) => node.range).sort((a, b) => a.start - b.start);
  checkTiles(source, { start: 0, end: source.text.length }, topLevel, /^[\s\uFEFF\x85]*$/, 'file', broken);
  for (const instruction of document.instructions) checkInstruction(source, document.escape, instruction, broken);
  return broken;
}

function checkInstruction(source: Source, escape: string, instruction: Instruction, broken: string[]): void {
  const { text } = source;
  const name = `${instruction.keyword} at ${instruction.range.start}`;
  const continuation = escape === '`' ? '`[ \\t]*(?=\\r*(?:\\n|$))' : '\\\\[ \\t]*(?=\\r*(?:\\n|$))';
  const punctuation = isJson(instruction) ? '|[[\\],]' : '';
  const gap = new RegExp(`^(?:[\\s\\x85]|--|${continuation}${punctuation})*$`);
  const parts = childrenOf(instruction);
  const children = [...parts, ...instruction.comments.map((comment) => comment.range).filter((comment) => !parts.some((part) => contains(part, comment)))]
    .sort((a, b) => a.start - b.start || a.end - b.end);
  checkTiles(source, instruction.range, children, gap, name, broken);
  for (const comment of instruction.comments) {
    if (text[comment.range.start] !== '#') broken.push(`${name}: a comment that does not begin with #`);
    if (!contains(instruction.range, comment.range)) broken.push(`${name}: a comment outside it`);
  }
  for (const word of instruction.words) {
    const slice = text.slice(word.range.start, word.range.end);
    if (!slice.includes('\n') && slice !== word.raw) broken.push(`${name}: word ${word.raw} stands at ${slice}`);
  }
  if ('pairs' in instruction) {
    for (const pair of instruction.pairs) {
      const parts = pair.value === null ? [pair.key.range] : [pair.key.range, pair.value.range];
      checkTiles(source, pair.range, parts, new RegExp(`^(?:[\\s\\x85=]|#.*\\n|${continuation})*$`), `${name}, pair ${pair.key.raw}`, broken);
    }
  }
  for (const flag of instruction.flags) {
    if (!contains(flag.range, flag.nameRange)) broken.push(`${name}: the name of --${flag.name} is outside it`);
    if (flag.value !== null && !contains(flag.range, flag.value.range)) broken.push(`${name}: the value of --${flag.name} is outside it`);
    for (const option of flag.options) {
      if (!contains(flag.value?.range ?? flag.range, option.range)) broken.push(`${name}: option ${option.key} is outside its flag`);
      if (!contains(option.range, option.keyRange)) broken.push(`${name}: key ${option.key} is outside its option`);
      if (option.value !== null && !contains(option.range, option.value.range)) broken.push(`${name}: value of ${option.key} is outside its option`);
    }
  }
  if (instruction.keyword === 'ONBUILD' && instruction.instruction !== null) checkInstruction(source, escape, instruction.instruction, broken);
}

function isJson(instruction: Instruction): boolean {
  return ('command' in instruction && instruction.command?.form === 'json') || ('form' in instruction && instruction.form === 'json');
}

function childrenOf(instruction: Instruction): Range[] {
  const heredocs = instruction.heredocs.flatMap(({ range, bodyRange, endRange }) => [range, bodyRange, ...(endRange === null ? [] : [endRange])]);
  return [instruction.keywordRange, ...instruction.flags.map((flag) => flag.range), ...argumentsOf(instruction), ...heredocs];
}

function argumentsOf(instruction: Instruction): readonly Range[] {
  const words = instruction.words.map((word) => word.range);
  switch (instruction.keyword) {
    case 'RUN': case 'CMD': case 'ENTRYPOINT': case 'SHELL':
      return instruction.command?.form === 'json' ? instruction.command.elements.map((element) => element.range) : words;
    case 'HEALTHCHECK':
      if (instruction.command?.form !== 'json') return words;
      return [...(instruction.type === null ? [] : [instruction.type.range]), ...instruction.command.elements.map((element) => element.range)];
    case 'COPY': case 'ADD':
      return [...instruction.sources, ...(instruction.destination === null ? [] : [instruction.destination])].map((word) => word.range);
    case 'VOLUME':
      return instruction.paths.map((path) => path.range);
    case 'EXPOSE':
      return instruction.ports.map((port) => port.range);
    case 'ENV': case 'LABEL': case 'ARG':
      return instruction.pairs.map((pair) => pair.range);
    case 'ONBUILD':
      return instruction.instruction === null ? words : [instruction.instruction.range];
    default:
      return words;
  }
}

function checkTiles(source: Source, parent: Range, children: readonly Range[], gap: RegExp, name: string, broken: string[]): void {
  let at = parent.start;
  for (const { start, end } of [...children, { start: parent.end, end: parent.end }]) {
    const between = source.text.slice(at, start);
    if (start < at) broken.push(`${name}: ${start}–${end} begins before ${at}`);
    else if (!gap.test(between)) broken.push(`${name}: ${JSON.stringify(between)} between its parts belongs to none`);
    if (end < start) broken.push(`${name}: ${start}–${end} is no range`);
    at = Math.max(at, end);
  }
  if (at > parent.end) broken.push(`${name}: a part ends at ${at}, behind ${parent.end}`);
}

function contains(outer: Range, inner: Range): boolean {
  return outer.start <= inner.start && inner.end <= outer.end;
}
