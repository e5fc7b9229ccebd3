import { defineRule, knownText, sliceOf, variableReferences, type EnvInstruction, type Pair, type ReportedFix } from '../../src/rule';

export default defineRule({
  summary: 'Use no ENV key in the instruction that sets it',
  why: `All pairs of an ENV see the values from before the instruction. In \`ENV HOME_DIR=/app BIN=$HOME_DIR/bin\` the second is
\`/bin\`, since HOME_DIR is not set yet. A pair that adds to its own old value, as in \`PATH=/app/bin:$PATH\`, is right.`,
  exceptions: 'Where the old value is meant and comes from a base image that is not known here, set the key in an instruction of its own.',
  severity: 'warning',
  presets: { strict: {}, hadolint: { severity: 'error' } },
  aliases: ['hadolint:DL3044', 'droast:DF062'],
  controls: [],
  mentions: ['env'],
  dockerfile: ({ model, report }) => {
    function isSetBefore(name: string, node: EnvInstruction): boolean {
      if (name === 'PATH' || model.settersOf(name, node).length > 0) return true;
      const value = model.variable(name, node);
      return value.kind === 'parts' && (knownText(value) ?? '') !== '';
    }

    /** Begins a new ENV at the pair, so that it sees what the pairs before it set. */
    function split(node: EnvInstruction, owner: Pair, pair: Pair): { readonly fix?: ReportedFix } {
      const index = node.pairs.indexOf(pair);
      const before = node.pairs[index - 1];
      if (before === undefined || node.pairs.indexOf(owner) > index || node.trigger) return {};
      const at = { start: before.range.end, end: pair.range.start };
      if (sliceOf(model.source, at).includes('#')) return {};
      return { fix: { kind: 'suggestion', changes: 'image', edits: [{ at, text: `\n${node.keywordText} ` }] } };
    }

    return { ENV: judge };

    function judge(node: EnvInstruction): void {
      if (node.pairs.length < 2 || !node.argumentText.includes('$')) return;
      const owners = new Map<string, Pair>();
      for (const pair of node.pairs) if (!owners.has(pair.key.value)) owners.set(pair.key.value, pair);
      for (const pair of node.pairs) {
        if (pair.value === null) continue;
        for (const { name, range } of variableReferences(pair.value, node, model.document.escape)) {
          const owner = owners.get(name);
          if (owner === undefined || owner === pair || isSetBefore(name, node)) continue;
          // A default is meant for the case that it is not set.
          if (/^\$\{\w+:?[-+]/.test(sliceOf(model.source, range))) continue;
          report({
            at: range,
            message: `This ENV sets ${name}, but ${sliceOf(model.source, range)} still has the value from before it; set ${name} in an ENV above`,
            ...split(node, owner, pair),
          });
        }
      }
    }
  },
  variants: { onbuild: { expect: 'skip', why: 'no fix is given inside ONBUILD, where the keyword alone would not do' } },
  examples: [
    { good: 'FROM alpine:3.20\nENV PATH=/app/bin:$PATH A=$PATH B=\\$C C=1' },
    { good: 'FROM alpine:3.20\nARG A=1\nENV B=2\nENV A=x B=y C=$A$B\nFROM alpine:3.20\nENV A=x:$A D=${E:-e} E=1' },
    {
      bad: 'FROM alpine:3.20\nENV A=/a B=«$A»/b \\\n    C=1',
      fixed: 'FROM alpine:3.20\nENV A=/a\nENV B=$A/b \\\n    C=1',
      message: 'the value from before it',
    },
    { bad: 'FROM alpine:3.20\nENV B="x«${A}»" A=1\nENV A=2\nFROM alpine:3.20\nENV A=1 B=«$A»' },
    { bad: 'ARG V=1\nFROM alpine:3.20\nENV V=2 W=«$V»', fixed: 'ARG V=1\nFROM alpine:3.20\nENV V=2\nENV W=$V' },
  ],
});
