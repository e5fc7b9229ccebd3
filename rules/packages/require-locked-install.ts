import {
  contextPath, defineRule, dependencyInstalls, knownText, matchesWildcard, mentions, mountsOf, type AddInstruction, type ContextFacts, type CopyInstruction,
  type DependencyInstall, type DependencyTool, type ReportedFix, type RunInstruction, type Stage,
} from '../../src/rule';

/** `maybe`: a wildcard would take it, if it is there. */
type Presence = 'sure' | 'maybe';

export default defineRule({
  summary: 'Install the versions of the lock file',
  why: `\`npm install\` and its like may write a new lock file inside the image, so that it holds versions that nobody has tested or committed.
The strict form installs what the lock file says, and stops the build when that does not fit the manifest.

Reported where the lock file is copied, or is known to be in the context (\`plimsoll lint --context DIR\`) that is copied whole.`,
  exceptions: 'An image that shall follow the newest versions at each build.',
  severity: 'off',
  presets: { strict: {} },
  aliases: ['droast:DF031', 'dockerfile-doctor:DD010'],
  controls: [],
  mentions: ['npm', 'yarn', 'pnpm', 'bun', 'uv', 'bundle', 'bundler', 'composer', 'cargo'],
  dockerfile: ({ model, shell, facts, report }) => {
    const copied = new Map<Stage, Map<string, Presence>>();
    let here = new Map<string, Presence>();

    function noteCopy(node: AddInstruction | CopyInstruction): void {
      // A trigger copies from the context of another build.
      const context = node.trigger || node.flags.some(({ name }) => name === 'from') ? 'other' : (facts.context ?? null);
      for (const word of node.sources) {
        const text = knownText(model.resolve(word, node));
        if (text !== null && text !== '') noteSource(text, context);
      }
    }

    function noteSource(source: string, context: ContextFacts | 'other' | null): void {
      const path = contextPath(source);
      const name = path.slice(path.lastIndexOf('/') + 1);
      // Only a folder or a wildcard brings a file that it does not name.
      if (path !== '' && !name.includes('*') && !LOCK_FILES.includes(name)) return;
      for (const lock of LOCK_FILES) {
        if (name === lock) here.set(lock, 'sure');
        if (name === lock || (path !== '' && !matchesWildcard(lock, name))) continue;
        const place = path.slice(0, path.length - name.length) + lock;
        if (context !== null && context !== 'other') {
          if (context.holds(place) === true && !context.isIgnored(place)) here.set(lock, 'sure');
        } else if (path !== '' && name !== '*' && !here.has(lock)) {
          // Who writes package*.json means the lock file, but perhaps there is none.
          here.set(lock, 'maybe');
        }
      }
    }

    function judge(node: RunInstruction): void {
      for (const install of dependencyInstalls(model, shell, node)) {
        const lock = install.locked === false ? LOCKS[install.tool] : undefined;
        if (lock === undefined || isSettled(install, node)) continue;
        const found = lock.files.map((file) => ({ file, presence: bound(node, file) ?? here.get(file) })).find(({ presence }) => presence !== undefined);
        if (found === undefined) continue;
        const { subcommand, tool, command } = install;
        const written = [tool, subcommand?.value].join(' ').trim();
        const fix = fixOf(install, lock);
        report({
          at: subcommand?.range ?? command.nameRange ?? command.range,
          message: `${written} may install other versions than ${found.file} names; use ${lock.instead}`,
          ...(found.presence === 'sure' ? {} : { severity: 'info' }),
          ...(fix === null ? {} : { fix }),
        });
      }
    }

    /** A mount that brings in the very file. */
    function bound(node: RunInstruction, file: string): Presence | undefined {
      return mountsOf(node).some(({ type, target }) => type === 'bind' && target?.endsWith(`/${file}`) === true) ? 'sure' : undefined;
    }

    /** A variable, or a setting of the tool, asks for the strict form. */
    function isSettled({ tool, command }: DependencyInstall, node: RunInstruction): boolean {
      const names = LOCKS[tool]?.variables ?? [];
      if (names.some((name) => model.settersOf(name, node).length > 0 || command.assignments.some((each) => each.name === name))) return true;
      if (node.trigger && names.some((name) => setsInTrigger(model.stageOf(node), name))) return true;
      const text = LOCKS[tool]?.setting;
      return text !== undefined && model.stageOf(node)?.chain.some(({ instructions }) => instructions.some((each) => each.keyword === 'RUN' && mentions(model, each, text))) === true;
    }

    return {
      stage(stage) {
        const { base } = stage;
        here = new Map(base.kind === 'stage' ? copied.get(base.stage) : []);
        copied.set(stage, here);
      },
      ADD: noteCopy,
      COPY: noteCopy,
      RUN: judge,
    };
  },
  examples: [
    { good: 'FROM node:22\nCOPY package.json package-lock.json ./\nRUN npm ci\nRUN npm install -g pm2' },
    { bad: 'FROM node:22\nCOPY package.json package-lock.json ./\nRUN npm «install» --omit=dev && npm run build', fixed: 'FROM node:22\nCOPY package.json package-lock.json ./\nRUN npm ci --omit=dev && npm run build', message: 'use npm ci' },
    { good: 'FROM node:22\nCOPY package.json ./\nRUN npm install\nCOPY . .\nRUN yarn install' },
    { bad: 'FROM node:22\nCOPY package*.json ./\nRUN npm «i»', severity: 'info', fixed: 'FROM node:22\nCOPY package*.json ./\nRUN npm ci' },
    { bad: 'FROM node:22\nCOPY package.json yarn.lock ./\nRUN «yarn» && yarn «install» --production\nRUN yarn install --frozen-lockfile', message: 'yarn.lock' },
    { bad: 'FROM rust:1.88\nCOPY Cargo.toml Cargo.lock ./\nRUN cargo «build» --release\nRUN cargo build --locked', fixed: 'FROM rust:1.88\nCOPY Cargo.toml Cargo.lock ./\nRUN cargo build --locked --release\nRUN cargo build --locked' },
    { good: 'FROM ruby:3.3\nENV BUNDLE_DEPLOYMENT=1\nCOPY Gemfile Gemfile.lock ./\nRUN bundle install\nCOPY poetry.lock composer.lock ./\nRUN poetry install && composer install' },
  ],
});

/** What one trigger sets, the model does not tell the next one. */
function setsInTrigger(stage: Stage | null, name: string): boolean {
  return stage?.instructions.some((each) => each.keyword === 'ONBUILD' && (each.instruction?.keyword === 'ENV' || each.instruction?.keyword === 'ARG')
    && each.instruction.pairs.some(({ key }) => key.value === name)) === true;
}

interface Lock {
  readonly files: readonly string[];
  readonly instead: string;
  /** What the fix writes behind the subcommand. */
  readonly option?: string;
  /** The fix writes another subcommand. */
  readonly subcommand?: string;
  /** With any of these set, the tool is strict by itself. */
  readonly variables?: readonly string[];
  /** Text of a command that makes it strict. */
  readonly setting?: RegExp;
}

const LOCKS: Readonly<Partial<Record<DependencyTool, Lock>>> = {
  npm: { files: ['package-lock.json', 'npm-shrinkwrap.json'], instead: 'npm ci', subcommand: 'ci' },
  // Which of its options is right depends on its version, so there is no fix.
  yarn: { files: ['yarn.lock'], instead: 'yarn install --immutable (or --frozen-lockfile, with yarn 1)', variables: ['CI', 'YARN_ENABLE_IMMUTABLE_INSTALLS'] },
  pnpm: { files: ['pnpm-lock.yaml'], instead: 'pnpm install --frozen-lockfile', option: '--frozen-lockfile', variables: ['CI'] },
  bun: { files: ['bun.lock', 'bun.lockb'], instead: 'bun install --frozen-lockfile', option: '--frozen-lockfile' },
  uv: { files: ['uv.lock'], instead: 'uv sync --locked', option: '--locked', variables: ['UV_LOCKED', 'UV_FROZEN'] },
  bundle: {
    files: ['Gemfile.lock'], instead: 'BUNDLE_FROZEN=true or bundle config set frozen true', variables: ['BUNDLE_FROZEN', 'BUNDLE_DEPLOYMENT'],
    setting: /bundler?\s+config\b[^\n;&|]*\b(?:frozen|deployment)\b/,
  },
  composer: { files: ['composer.lock'], instead: 'composer install', subcommand: 'install' },
  cargo: { files: ['Cargo.lock'], instead: 'cargo with --locked', option: '--locked' },
};

const LOCK_FILES: readonly string[] = Object.values(LOCKS).flatMap(({ files }) => files);

function fixOf({ subcommand }: DependencyInstall, lock: Lock): ReportedFix | null {
  if (subcommand === null || subcommand.raw !== subcommand.value) return null;
  const { range } = subcommand;
  const end = { start: range.end, end: range.end };
  if (lock.subcommand !== undefined) return { kind: 'suggestion', changes: 'image', edits: [{ at: range, text: lock.subcommand }] };
  return lock.option === undefined ? null : { kind: 'suggestion', changes: 'image', edits: [{ at: end, text: ` ${lock.option}` }] };
}
