import {
  contextPath, defineRule, dependencyInstalls, knownText, mountsOf, positionAt, type AddInstruction, type CopyInstruction, type DependencyTool,
  type RunInstruction, type Stage, type Word,
} from '../../src/rule';

export default defineRule({
  summary: 'Install dependencies before the whole source is copied',
  why: `A layer is built again when what was copied before it has changed. After \`COPY . .\` that is with every edit, so that every build fetches
all dependencies anew. Copy the files that declare them, install, and copy the rest then.`,
  exceptions: 'Where the install needs the sources (a workspace of many packages, scripts that build), a cache mount keeps the downloads; that is not reported.',
  severity: 'info',
  presets: { strict: {} },
  aliases: ['droast:DF070', 'dockerfile-doctor:DD006'],
  controls: [],
  mentions: ['npm', 'yarn', 'pnpm', 'bun', 'pip', 'poetry', 'bundle', 'bundler', 'composer', 'go', 'dotnet'],
  dockerfile: ({ model, shell, report }) => {
    const installed = new Map<Stage, Set<DependencyTool>>();
    let earlier = new Set<DependencyTool>();
    let copied: { readonly source: Word; readonly trigger: boolean } | null = null;

    function noteCopy(node: AddInstruction | CopyInstruction): void {
      if (copied !== null || node.flags.some(({ name }) => name === 'from')) return;
      const source = node.sources.find((word) => {
        const text = knownText(model.resolve(word, node));
        return text !== null && text !== '' && contextPath(text) === '';
      });
      if (source !== undefined) copied = { source, trigger: node.trigger };
    }

    function judge(node: RunInstruction): void {
      for (const { tool, subcommand, command } of dependencyInstalls(model, shell, node)) {
        if (!Object.hasOwn(MANIFESTS, tool)) continue;
        const isFirst = !earlier.has(tool);
        earlier.add(tool);
        if (!isFirst || copied === null || copied.trigger !== node.trigger || mountsOf(node).some(({ type }) => type !== 'secret' && type !== 'ssh')) continue;
        const line = positionAt(model.source, command.range.start).line + 1;
        const name = tool === 'go' ? 'go mod download' : [tool, subcommand?.value].join(' ').trim();
        report({
          at: copied.source.range,
          message: `All is copied before ${name} on line ${line}, which every edit thus runs again; copy ${MANIFESTS[tool] ?? ''} first, and the rest behind it`,
        });
        copied = null;
        return;
      }
    }

    return {
      stage(stage) {
        const { base } = stage;
        earlier = new Set(base.kind === 'stage' ? installed.get(base.stage) : []);
        installed.set(stage, earlier);
        copied = null;
      },
      ADD: noteCopy,
      COPY: noteCopy,
      RUN: judge,
    };
  },
  examples: [
    { good: 'FROM node:22\nWORKDIR /app\nCOPY package.json package-lock.json ./\nRUN npm ci\nCOPY . .\nRUN npm run build && npm ci --omit=dev' },
    { bad: 'FROM node:22\nWORKDIR /app\nCOPY «.» .\nRUN npm ci && npm run build', message: 'before npm ci on line 4' },
    { bad: 'FROM python:3.12\nADD «.» /app\nRUN cd /app && pip install --no-cache-dir -r requirements.txt', message: 'copy requirements.txt first' },
    { good: 'FROM node:22\nCOPY . .\nRUN --mount=type=cache,target=/root/.npm npm ci\nRUN npm install -g pm2\nRUN npm run build' },
    { good: 'FROM node:22 AS base\nCOPY package.json ./\nRUN yarn install\nFROM base\nCOPY . .\nRUN yarn install --production' },
    { good: 'FROM python:3.12\nCOPY src /src\nCOPY --from=node:22 . /x\nRUN pip install -r /src/requirements.txt\nRUN pip install .' },
  ],
});

/** What each install reads. Where it needs the sources as well (cargo) there is nothing to advise. */
const MANIFESTS: Readonly<Partial<Record<DependencyTool, string>>> = {
  npm: 'package.json and package-lock.json',
  yarn: 'package.json and yarn.lock',
  pnpm: 'package.json and pnpm-lock.yaml',
  bun: 'package.json and bun.lock',
  pip: 'requirements.txt',
  poetry: 'pyproject.toml and poetry.lock',
  bundle: 'Gemfile and Gemfile.lock',
  composer: 'composer.json and composer.lock',
  go: 'go.mod and go.sum',
  dotnet: 'the project files',
};
