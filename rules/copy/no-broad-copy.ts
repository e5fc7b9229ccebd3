import { contextPath, defineRule, knownText, type AddInstruction, type CopyInstruction, type Word } from '../../src/rule';

export default defineRule({
  summary: 'Copy what the image needs, or let the ignore file leave out what it must not have',
  why: `\`COPY . .\` takes whatever lies in the folder on the day of the build: the history in \`.git\` with every secret that was ever committed,
the \`.env\` of the developer, keys. All of it can be read out of the image, also after a later RUN deletes it.

With a known context (\`plimsoll lint --context DIR\`) the ignore file decides. Without one this is reported in \`strict\` alone.`,
  exceptions: 'A build from a context that is made for it, such as an artifact folder or a clean export, holds nothing to leave out.',
  severity: 'info',
  presets: { strict: { options: { unknownContext: 'report' } }, nist: {} },
  aliases: ['droast:DF007', 'droast:DF026', 'dockerfile-doctor:DD070'],
  controls: ['nist-800-190:4.1.4', 'gc:no-secrets'],
  options: {
    unknownContext: {
      type: 'string',
      enum: ['silent', 'report'],
      default: 'silent',
      description: 'What to do when the build context and its ignore file are not known.',
    },
  },
  dockerfile: ({ model, options, facts, report }) => {
    const { context } = facts;
    if (context == null && options.unknownContext === 'silent') return {};

    function judge(node: AddInstruction | CopyInstruction): void {
      if (node.trigger || node.flags.some(({ name }) => name === 'from') || model.stageOf(node)?.isShipped !== true) return;
      const source = node.sources.find((word) => isWholeContext(word, node));
      if (source === undefined) return;
      const excluded = node.flags.filter(({ name }) => name === 'exclude').map(({ value }) => value?.value.replace(/^\*\*\//, '').replace(/\/+$/, ''));
      const open = DANGERS.filter((danger) => !excluded.includes(danger) && mayBeCopied(danger));
      if (open.length === 0) return;
      const names = open.slice(0, 3).join(', ');
      report({
        at: source.range,
        message: context == null
          ? `The whole build context goes into the image; name what the image needs, unless an ignore file leaves out ${names} and the like`
          : `The whole build context goes into the image with ${names}; leave that out in ${context.ignoreFile ?? 'a .dockerignore'}, or name what the image needs`,
      });
    }

    /** What the folder surely does not hold is no danger, and keys have too many names to be asked for in an ignore file. */
    function mayBeCopied(danger: string): boolean {
      if (context == null) return COMMON.includes(danger);
      if (context.isIgnored(danger)) return false;
      const held = context.holds(danger);
      return held ?? COMMON.includes(danger);
    }

    function isWholeContext(word: Word, node: AddInstruction | CopyInstruction): boolean {
      const text = knownText(model.resolve(word, node));
      return text !== null && text !== '' && /^(?:\*{0,2})$/.test(contextPath(text));
    }

    return { ADD: judge, COPY: judge };
  },
  variants: { onbuild: { expect: 'silent', why: 'a trigger copies from the context of another build' } },
  examples: [
    { context: { ignore: '.git\n.env\n', files: ['.git/HEAD', '.env', 'app.js'] }, good: 'FROM node:22\nCOPY . /app' },
    { context: { ignore: 'node_modules\n' }, bad: 'FROM node:22\nCOPY «.» /app', message: 'with .git, .env; leave that out in .dockerignore' },
    { context: { files: ['.git/HEAD', 'id_rsa', 'app.js'] }, bad: 'FROM node:22\nWORKDIR /app\nADD «./» ./', message: 'with .git, id_rsa; leave that out in a .dockerignore' },
    { context: { ignore: '*\n!src\n' }, good: 'FROM node:22\nCOPY . /app' },
    { context: { files: ['app.js'] }, good: 'FROM node:22\nCOPY . /app' },
    { context: {}, good: 'FROM node:22 AS build\nCOPY . /app\nFROM node:22\nCOPY --from=build . /app\nCOPY src /src\nCOPY --exclude=.git --exclude=**/.env . /all' },
    { good: 'FROM node:22\nCOPY . /app' },
    { options: { unknownContext: 'report' }, bad: 'FROM node:22\nCOPY «.» /app\nCOPY --chown=node package.json «*» /app/\nCOPY src /src' },
  ],
});

/** What most projects have and no image wants. */
const COMMON: readonly string[] = ['.git', '.env'];

const DANGERS: readonly string[] = [...COMMON, 'id_rsa', 'id_ed25519', 'id_ecdsa', 'server.key', 'private.key', 'key.pem', '.npmrc', '.aws', '.ssh', '.netrc'];
