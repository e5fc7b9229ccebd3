import {
  defineRule, frontendOf, mayKnowMore, placesOf, shorten, substitutionFault, type AddInstruction, type CopyInstruction, type Instruction, type Pair,
  type Range, type SubstitutionFault, type Word,
} from '../../src/rule';

export default defineRule({
  summary: 'Use only substitutions that the builder knows, and close quotes',
  why: `The builder expands variables itself, and knows fewer forms than a shell: defaults (\`:-\`, \`-\`), alternatives (\`:+\`, \`+\`),
errors (\`:?\`, \`?\`), trimming (\`#\`, \`%\`) and replacement (\`/\`). At any other form, at a brace or quote that is never closed, it stops
the build. The text of RUN, CMD and ENTRYPOINT goes to a shell and is not meant here.`,
  exceptions:
    'A custom frontend named by `# syntax=` may know more forms; there the rule gives no more than an info. `${templateOption:…}` of dev container templates is left alone.',
  severity: 'error',
  presets: { strict: {} },
  aliases: ['dockerfile-utils:UNSUPPORTED_MODIFIER', 'dockerfile-utils:INVALID_SYNTAX', 'dockerfile-utils:SYNTAX_MISSING_*'],
  controls: [],
  dockerfile: ({ model, report }) => {
    const { escape } = model.document;

    function give(at: Range, text: string, fault: SubstitutionFault): void {
      report({ at, message: textOf(fault, shorten(text.slice(fault.start, fault.end), 60)), ...(mayKnowMore(frontendOf(model.syntax)) ? { severity: 'info' } : {}) });
    }

    /** Stops at the first word with a mistake: an open quote makes nonsense of those behind it. */
    function judge(node: Instruction, words: readonly (Word | null)[]): void {
      for (const word of words) {
        if (word === null || isPlain(word.raw)) continue;
        const fault = substitutionFault(word.raw, { escape, quotes: true });
        // What the tools for dev container templates fill in before anything is built.
        if (fault === null || word.raw.startsWith('${templateOption:', fault.start)) continue;
        give(placesOf(word, node.logical)(fault.start, fault.end), word.raw, fault);
        return;
      }
    }

    function judgePairs(node: Instruction & { readonly pairs: readonly Pair[] }): void {
      if (mayFail(node)) judge(node, node.pairs.flatMap(({ key, value }) => [key, value]));
    }

    function judgeFiles(node: CopyInstruction | AddInstruction): void {
      if (mayFail(node)) {
        const expanded = node.flags.filter(({ name }) => name !== 'from').map(({ value }) => value);
        judge(node, [...expanded, ...(node.form === 'json' ? [] : [...node.sources, node.destination])]);
      }
      for (const { quoted, bodyRange } of node.heredocs) {
        if (quoted) continue;
        const body = model.source.text.slice(bodyRange.start, bodyRange.end);
        const fault = substitutionFault(body, { escape: '\\', quotes: false });
        if (fault !== null) give({ start: bodyRange.start + fault.start, end: bodyRange.start + fault.end }, body, fault);
      }
    }

    return {
      FROM: (node) => (mayFail(node) ? judge(node, [...node.flags.map(({ value }) => value), node.image]) : undefined),
      ARG: judgePairs,
      ENV: judgePairs,
      LABEL: judgePairs,
      COPY: judgeFiles,
      ADD: judgeFiles,
      EXPOSE: (node) => judge(node, node.ports),
      STOPSIGNAL: (node) => judge(node, [node.signal]),
      USER: (node) => judge(node, [node.user]),
      VOLUME: (node) => judge(node, node.form === 'json' ? [] : node.paths),
      WORKDIR: (node) => judge(node, [node.path]),
    };
  },
  examples: [
    { good: `FROM alpine:3.20\nARG A\nENV B=\${A:-x}\${A:?no}\${A%/*}\${A//a/b} C='\${A^^}' D=\\\${A^^}\nRUN echo \${A^^} "it's \${!A}"` },
    { good: 'FROM alpine:3.20\nCOPY <<"EOF" /a\n${A^^}\nEOF\nCOPY <<EOF /b\nit\'s ${A:-b} \\${C^^}\nEOF\nCOPY ["it\'s", "/c"]' },
    { good: 'ARG VARIANT=${templateOption:imageVariant}\nFROM python:$VARIANT' },
    { bad: 'FROM alpine:3.20\nARG A\nENV B=x«${A^»^} C=1\nWORKDIR /«${A@»L}', message: '${A^' },
    { bad: `FROM alpine:3.20\nENV A=it«'»s B=1\nLABEL a="b c" d=«"»e`, message: 'never closed' },
    { bad: 'ARG V=1\nFROM alpine:«${»V\nUSER «${}»' },
    { bad: 'FROM alpine:3.20\nCOPY --chown=«${A[»0]} a /b\nCOPY <<EOF /c\n#!/bin/bash\necho «${A^»^}\nEOF' },
    { bad: '# syntax=example.org/own/frontend:1\nFROM alpine:3.20\nENV A=«${B@»Q}', severity: 'info' },
  ],
});

function mayFail({ argumentText }: Instruction): boolean {
  return /[$'"]/.test(argumentText);
}

/** Without escapes and braces, and each quote closed: most words are settled by this. No two of its branches begin alike. */
const PLAIN = /^(?:[^$'"\\`]|\$(?=\w)|"(?:[^$"\\`]|\$(?=\w))*"|'[^']*')*$/;
/** What matches remembers each of its characters. */
const LONGEST_PLAIN = 1000;

function isPlain(raw: string): boolean {
  return raw.length <= LONGEST_PLAIN && PLAIN.test(raw);
}

function textOf({ kind }: SubstitutionFault, written: string): string {
  switch (kind) {
    case 'open-quote':
      return `This quote ${written} is never closed, so the builder stops; close it or escape it`;
    case 'open-brace':
      return 'This ${ is never closed, so the builder stops; add the brace or escape the dollar sign';
    case 'no-name':
      return `${written} names no variable, so the builder stops; name one or escape the dollar sign`;
    case 'modifier':
      return `The builder knows no substitution that begins ${written}; use one of its own or do this in RUN`;
  }
}
