import { defineRule, unpinnedInstalls } from '../../src/rule';

export default defineRule({
  summary: 'Give the version of what npm installs by name',
  why: `Without a version, or with a tag such as \`latest\`, npm takes the newest release on the day of the build, so that two builds of one
file give two images. A release that breaks yours, or one that was taken over, comes in without a change of the file.`,
  severity: 'off',
  presets: { strict: {}, hadolint: { severity: 'warning' } },
  aliases: ['hadolint:DL3016', 'kics:e36d8880', 'dockerfile-doctor:DD029'],
  controls: [],
  mentions: { RUN: ['npm'] },
  dockerfile: ({ model, shell, report }) => ({
    RUN(node) {
      for (const { asked, first, names } of unpinnedInstalls(model, shell, node, ['npm'])) {
        report({ at: first.range, message: `npm ${asked.subcommandText} takes whatever version of ${names} is current; name it as in ${example(first.value)}` });
      }
    },
  }),
  examples: [
    { bad: 'FROM node:22\nRUN npm install -g npm@10.8.2 «typescript» @angular/cli', message: 'of typescript and @angular/cli' },
    { good: 'FROM node:22\nRUN npm install && npm ci && npm run install all && npm install -g npm@10.8.2 @angular/cli@^18 typescript@5' },
    { bad: 'FROM node:22\nRUN npm i -g «npm@latest» && npm add «@angular/cli@next»', message: 'npm@VERSION' },
    { good: 'FROM node:22\nRUN npm install . ./a /b/c a.tgz https://example.org/a.tar.gz github:a/b#v1 git+https://example.org/a.git#1f2e3d && npm i file:../x' },
    { bad: 'FROM node:22\nRUN npm install «github:a/b»', message: 'github:a/b#COMMIT' },
    { good: 'FROM node:22\nARG NPM\nRUN npm --prefix /app install -g npm@$NPM $NPM npm$NPM --unsafe-perm true' },
  ],
});

function example(text: string): string {
  const at = text.indexOf('@', 1);
  if (/^(?:[^@]*:|[^@/]+\/)/.test(text)) return `${text}#COMMIT`;
  return `${at === -1 ? text : text.slice(0, at)}@VERSION`;
}
