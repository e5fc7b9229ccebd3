import { contextPath, defineRule, isRemoteSource, knownText, type AddInstruction, type CopyInstruction, type Range } from '../../src/rule';

export default defineRule({
  summary: 'Have an ignore file that leaves something out',
  why: `Without one all of the folder can be copied into the image: the history in \`.git\`, local settings, dependencies of the developer's
machine. And each change to any of it spoils the cache of a COPY that takes whole folders.

It takes a known context: \`plimsoll lint --context DIR\`.`,
  exceptions: 'A folder that holds nothing but what the image needs, or a file that copies single files only.',
  severity: 'off',
  presets: { strict: {} },
  aliases: ['droast:DF033'],
  controls: [],
  dockerfile: ({ model, facts, report }) => {
    const { context } = facts;
    if (context?.ignoresNothing !== true) return {};
    let first: Range | null = null;

    function judge(node: AddInstruction | CopyInstruction): void {
      // A trigger copies from the context of another build.
      if (first !== null || node.trigger || node.flags.some(({ name }) => name === 'from')) return;
      const folder = node.sources.find((source) => {
        const text = knownText(model.resolve(source, node));
        return text !== null && text !== '' && !isRemoteSource(text) && isFolder(text);
      });
      first = folder?.range ?? null;
    }

    /** A single file brings in nothing else, so that nothing need be left out for it. */
    function isFolder(source: string): boolean {
      const path = contextPath(source);
      return path === '' || source.endsWith('/') || context?.holdsFolder(path) === true;
    }

    return {
      ADD: judge,
      COPY: judge,
      end() {
        if (first === null) return;
        const message = context.ignoreFile === null
          ? 'Folders are copied from a build context without an ignore file; add a .dockerignore with at least .git in it'
          : `${context.ignoreFile} leaves nothing out of the build context; add at least .git to it`;
        report({ at: first, message });
      },
    };
  },
  variants: { onbuild: { expect: 'silent', why: 'a trigger copies from the context of another build' } },
  examples: [
    { context: { ignore: '.git\n' }, good: 'FROM alpine:3.20\nCOPY . /app' },
    { context: { files: ['package.json', 'src/a.js'] }, bad: 'FROM alpine:3.20\nCOPY package.json /app/\nCOPY «src» /app/src\nCOPY . /app', message: 'without an ignore file' },
    { context: { ignore: '# later\n\n!src\n' }, bad: 'FROM alpine:3.20\nADD «.» /app', message: '.dockerignore leaves nothing out' },
    { context: {}, good: 'FROM alpine:3.20\nCOPY package.json Makefile /app/\nCOPY --from=node:22 /usr /usr\nADD https://example.org/a /a' },
    { good: 'FROM alpine:3.20\nCOPY . /app' },
  ],
});
