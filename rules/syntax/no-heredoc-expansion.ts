import { defineRule, sliceOf, type AddInstruction, type CopyInstruction, type DockerfileModel, type Heredoc, type ReportedFix } from '../../src/rule';

export default defineRule({
  summary: 'Quote the delimiter of a heredoc that is a script',
  why: `The builder expands variables in the body of a COPY or ADD heredoc. In a script this happens too early: \`$1\` and \`$@\` become
nothing, \`$PATH\` becomes the one of the build, and a variable that the script sets itself has the value of the ARG of that name. In
quotes (\`<<"EOF"\`) the body stays as it is written.`,
  exceptions: `A body in which every variable is an ARG or ENV is a template that the builder is meant to fill in. Variables that nothing sets are
what no-undefined-var tells.`,
  severity: 'info',
  presets: { strict: {} },
  aliases: [],
  controls: [],
  dockerfile: ({ model, report }) => {
    function judge(node: CopyInstruction | AddInstruction): void {
      for (const heredoc of node.heredocs) {
        if (heredoc.quoted) continue;
        const body = sliceOf(model.source, heredoc.bodyRange);
        if (!body.includes('$') || !isScript(body, node.destination?.value ?? '')) continue;
        const uses = usesIn(body);
        const own = uses.filter(({ name }) => isOfScript(name, body));
        const filledIn = uses.filter((use) => !own.includes(use));
        const [first] = own;
        if (first === undefined || !filledIn.every(({ name }) => isSet(model, node, name))) continue;
        report({
          at: heredoc.range,
          message: `The builder expands ${first.written} in this script; ${filledIn.length === 0 ? `quote ${heredoc.name}` : `escape the dollar sign, or quote ${heredoc.name}`} to leave it to the shell`,
          ...(filledIn.length === 0 ? quoting(model, heredoc) : {}),
        });
      }
    }

    return { COPY: judge, ADD: judge };
  },
  variants: { onbuild: { expect: 'skip', why: 'what one trigger sets for another is not known' } },
  examples: [
    { good: 'FROM alpine:3.20\nARG PORT=1\nCOPY <<EOF /run.sh\n#!/bin/sh\nexec app --port $PORT \\$1 $(date)\nEOF\nCOPY <<"EOF" /a.sh\necho $1\nEOF' },
    { good: 'FROM alpine:3.20\nRUN <<EOF\necho $1 $PATH\nEOF\nCOPY <<EOF /prices.txt\n$1 and $2\nEOF' },
    {
      bad: 'FROM alpine:3.20\nCOPY --chmod=755 «<<EOF» /run.sh\n#!/bin/sh\nexec "$@"\nEOF',
      fixed: 'FROM alpine:3.20\nCOPY --chmod=755 <<"EOF" /run.sh\n#!/bin/sh\nexec "$@"\nEOF',
      message: '$@',
    },
    { bad: 'FROM alpine:3.20\nARG PORT=1\nCOPY «<<EOF» /usr/bin/start\n#!/bin/sh\nexport PATH=/app:$PATH\nexec app $PORT\nEOF', message: 'escape the dollar sign' },
    { bad: 'FROM alpine:3.20\nENV NAME=x\nADD «<<-EOF» /a.bash\n\tNAME=$(hostname)\n\techo ${NAME}\n\tEOF', fixed: 'FROM alpine:3.20\nENV NAME=x\nADD <<-"EOF" /a.bash\n\tNAME=$(hostname)\n\techo ${NAME}\n\tEOF' },
  ],
});

interface Use {
  readonly name: string;
  readonly written: string;
}

const USE = /\\[\s\S]|\$(?:([A-Za-z_]\w*|[0-9@*#?!$-])|\{([A-Za-z_]\w*|[0-9@*#?!$-])[^}]{0,200}\})/g;

function usesIn(body: string): readonly Use[] {
  return Array.from(body.matchAll(USE), (match) => ({ name: match[1] ?? match[2] ?? '', written: match[0] })).filter(({ name }) => name !== '');
}

function isScript(body: string, destination: string): boolean {
  return body.trimStart().startsWith('#!') || /\.(?:ba|z|k)?sh$/.test(destination);
}

/** What only the shell knows when the script runs. */
function isOfScript(name: string, body: string): boolean {
  if (!/^[A-Za-z_]/.test(name) || name === 'PATH') return true;
  return new RegExp(`(?:^|[\\n;&|(]|\\b(?:export|local|readonly|declare))[ \\t]*${name}=|\\b(?:for|read(?: -\\w+)*)[ \\t]+${name}\\b`).test(body);
}

function isSet(model: DockerfileModel, node: CopyInstruction | AddInstruction, name: string): boolean {
  return model.settersOf(name, node).length > 0;
}

function quoting({ source }: DockerfileModel, { range, name }: Heredoc): { readonly fix?: ReportedFix } {
  const start = range.end - name.length;
  if (!/^\d*<<-?[ \t]*\w+$/.test(sliceOf(source, range)) || !source.text.startsWith(name, start)) return {};
  return { fix: { kind: 'suggestion', changes: 'image', edits: [{ at: { start, end: range.end }, text: `"${name}"` }] } };
}
