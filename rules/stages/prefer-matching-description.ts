import { defineRule, positionAt, type ArgInstruction, type Comment, type FromInstruction } from '../../src/rule';

export default defineRule({
  summary: 'Begin the comment above an ARG or a named FROM with the name that it describes',
  why: `\`docker build --call=outline\` shows the comment above an ARG or stage as its description, if the comment begins with the name.
Otherwise it is left out, or the comment belongs to something else.`,
  exceptions: 'A blank line or an empty comment below sets a comment apart that is no description.',
  severity: 'off',
  presets: {},
  aliases: ['buildkit:InvalidDefinitionDescription'],
  controls: [],
  mentions: ['arg', 'as'],
  dockerfile: ({ model, report }) => {
    const hasComments = model.document.comments.length > 0;
    let byLine: ReadonlyMap<number, Comment> | null = null;

    function lineOf(offset: number): number {
      return positionAt(model.source, offset).line;
    }

    function commentAbove(node: ArgInstruction | FromInstruction): Comment | null {
      byLine ??= new Map(model.document.comments.map((comment) => [lineOf(comment.range.start), comment]));
      return byLine.get(lineOf(node.range.start) - 1) ?? null;
    }

    function judge(node: ArgInstruction | FromInstruction, names: readonly string[]): void {
      const [first, ...others] = names;
      if (first === undefined) return;
      const comment = commentAbove(node);
      // Lines of signs are ornament, and some comments are for other programs.
      if (comment === null || !/[\p{L}\p{N}]/u.test(comment.text) || FOR_PROGRAMS.test(comment.text)) return;
      const word = comment.text.split(/\s/, 1)[0] ?? '';
      if (names.includes(word) || names.includes(word.replace(/[:,.]$/, ''))) return;
      const wanted = others.length === 0 ? first : 'one of its names';
      report({ at: comment.range, message: `The comment above ${node.keyword} describes nothing until it begins with ${wanted}; if it is no description, leave a blank line below` });
    }

    return {
      ARG(node) {
        if (!node.trigger && hasComments) judge(node, node.pairs.map(({ key }) => key.value));
      },
      FROM(node) {
        const name = node.as?.name?.value ?? null;
        if (name !== null && hasComments) judge(node, [name, name.toLowerCase()].slice(0, name === name.toLowerCase() ? 1 : 2));
      },
    };
  },
  variants: { onbuild: { expect: 'skip', why: 'the arguments of a trigger belong to another build' } },
  examples: [
    { good: '# VERSION of the program\nARG VERSION=1\n# base has the tools\nFROM alpine:3.20 AS base\n# anything\nRUN true\n# anything\nFROM alpine:3.20' },
    { good: '# Two words.\n\nARG A\n# Two words.\n#\nARG B\n# hadolint ignore=DL3006\nFROM alpine AS c\n# B: the second\nARG A B' },
    { bad: '«# the version»\nARG VERSION=1\n# the tools\n«# for the build»\nFROM alpine:3.20 AS base', message: 'begins with VERSION' },
    { bad: 'FROM alpine:3.20\n«# versions»\nARG A=1 B=2', message: 'one of its names' },
  ],
});

const FOR_PROGRAMS = /^(?:hadolint|plimsoll|check|syntax|escape|renovate|tally|trivy|checkov|kics|kics-scan|shellcheck|dockerfile_lint|droast|nosemgrep|snyk|datasource)\b/i;
