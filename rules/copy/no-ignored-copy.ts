import { contextPath, defineRule, isRemoteSource, knownText, shorten, type AddInstruction, type CopyInstruction } from '../../src/rule';

export default defineRule({
  summary: 'Copy nothing that the ignore file leaves out',
  why: `What the ignore file of the context leaves out is never sent to the builder. A COPY of it stops the build with "not found", or
copies nothing when wildcards are in it, and the message does not say that the file is there but ignored.

The patterns are read as the builder does, lines with \`!\` included. It takes a known context: \`plimsoll lint --context DIR\`.`,
  severity: 'warning',
  presets: { strict: {}, buildkit: {} },
  aliases: ['buildkit:CopyIgnoredFile', 'droast:DF077'],
  controls: [],
  dockerfile: ({ model, facts, report }) => {
    const { context } = facts;
    if (context == null || context.ignoresNothing) return {};

    function judge(node: AddInstruction | CopyInstruction): void {
      // A trigger copies from the context of another build.
      if (context == null || node.trigger || node.flags.some(({ name }) => name === 'from')) return;
      for (const source of node.sources) {
        const text = knownText(model.resolve(source, node));
        if (text === null || text === '' || isRemoteSource(text) || !context.isWhollyIgnored(contextPath(text))) continue;
        report({
          at: source.range,
          message: `${context.ignoreFile ?? 'The ignore file'} leaves out ${shorten(text, 60)}, so that it cannot be copied; take it back there with a line that begins with !`,
        });
      }
    }
    return { ADD: judge, COPY: judge };
  },
  variants: { onbuild: { expect: 'silent', why: 'a trigger copies from the context of another build' } },
  examples: [
    { context: { ignore: 'docs\n*.log' }, good: 'FROM alpine:3.20\nCOPY src /src\nCOPY sub/docs /docs\nCOPY . /app\nCOPY --from=node:22 docs /docs\nADD https://example.org/docs /docs' },
    { context: { ignore: 'docs\n*.log' }, bad: 'FROM alpine:3.20\nCOPY «docs/a.md» /a.md\nADD src «./x.log» /logs/', message: '.dockerignore leaves out docs/a.md' },
    { context: { ignore: '*\n!src/**' }, bad: 'FROM alpine:3.20\nCOPY src /src\nCOPY src/a «package.json» /app/' },
    { context: { ignore: 'docs\n!docs/README.md' }, good: 'FROM alpine:3.20\nCOPY docs /docs\nCOPY docs/README.md /' },
    { context: { ignore: '.*\n**/*.pyc' }, bad: 'FROM alpine:3.20\nCOPY . /app\nCOPY «.env» /app/\nCOPY «app/*.pyc» /app/' },
    { context: { ignore: '*' }, bad: 'FROM alpine:3.20\nARG FILE\nCOPY $FILE /\nCOPY «.» /app' },
    { good: 'FROM alpine:3.20\nCOPY docs /docs' },
  ],
});
