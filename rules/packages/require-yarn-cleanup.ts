import { commandsThatLeaveCache, defineRule, endOfChain } from '../../src/rule';

export default defineRule({
  summary: 'Clean up behind yarn in the same RUN',
  why: `yarn keeps a copy of every package that it fetched, often hundreds of megabytes beside the ones that it installed. A later RUN that
deletes them does not make the image smaller: they stay in the earlier layer.`,
  exceptions: 'A cache mount on its folder is as good, and makes the next build quicker.',
  severity: 'info',
  presets: { strict: {}, hadolint: { severity: 'info' } },
  aliases: ['hadolint:DL3060', 'droast:DF055'],
  controls: [],
  mentions: { RUN: ['yarn'] },
  dockerfile: ({ model, shell, report }) => ({
    RUN(node) {
      if (model.stageOf(node)?.isShipped !== true) return;
      const last = commandsThatLeaveCache(model, shell, node, ['yarn'], ['install']).at(-1);
      // Without a subcommand it installs.
      const at = last?.subcommand?.range ?? last?.command.nameRange ?? null;
      if (last === undefined || at === null) return;
      const place = last.command.wrapper === null ? endOfChain(shell, node) : null;
      report({
        at,
        message: `yarn ${last.subcommandText || 'install'} leaves its cache in this layer; end the RUN with yarn cache clean, or mount a cache on its folder`,
        ...(place === null ? {} : { fix: { kind: 'suggestion', changes: 'image', edits: [{ at: place, text: ' && yarn cache clean' }] } }),
      });
    },
  }),
  examples: [
    {
      bad: 'FROM node:22\nRUN yarn «install» --frozen-lockfile && yarn build',
      fixed: 'FROM node:22\nRUN yarn install --frozen-lockfile && yarn build && yarn cache clean',
      message: 'end the RUN with yarn cache clean',
    },
    { good: 'FROM node:22\nRUN yarn install && yarn cache clean\nRUN yarn install; rm -rf /usr/local/share/.cache ~/.cache\nRUN yarn build && yarn run install' },
    { bad: 'FROM node:22\nRUN «yarn»; yarn build' },
    { bad: 'FROM node:22\nRUN yarn cache clean && yarn «global» add serve@14; true\nRUN yarn cache clean' },
    { good: 'FROM node:22\nRUN --mount=type=cache,target=/root/.cache/yarn yarn install\nRUN --mount=type=cache,target=/cache yarn install --cache-folder /cache' },
    { good: 'FROM node:22\nENV YARN_CACHE_FOLDER=/cache\nRUN --mount=type=cache,target=/cache yarn install\nRUN yarn install && rm -rf /cache' },
    { good: 'FROM node:22 AS build\nRUN yarn install\nFROM scratch\nCOPY --from=build /a /a' },
  ],
});
