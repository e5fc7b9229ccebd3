import {
  defineRule, hasMount, mentions, mountsOf, removedPaths, type Range, type RunInstruction, type ShellCommand, type ShellScript, type ShellWord,
} from '../../src/rule';

export default defineRule({
  summary: 'Keep a mounted secret out of files and logs',
  why: `A secret mount is gone when its RUN ends, but what the RUN copied from it is not: a secret in a file or a configuration of the
layer can be read by everybody who has the image. What is echoed, or run under \`set -x\`, stands in the log of the build.`,
  exceptions: `A file that the same RUN removes again, or that lies in a mount, passes; so does what a single command is given in its
environment.`,
  severity: 'warning',
  presets: { strict: {}, cis: {}, nist: {}, gc: {} },
  aliases: [],
  controls: ['cis-docker:4.10', 'nist-800-190:4.1.4', 'gc:no-secrets'],
  mentions: { RUN: ['secret'] },
  dockerfile: ({ model, shell, report }) => {
    function judge(node: RunInstruction, script: ShellScript, mounted: Mounted): void {
      const secret = createSecret(script, mounted);
      const removed = script.commands.flatMap(removedPaths).map(({ value }) => value);
      const lowered = model.stageOf(node)?.isShipped === false ? { severity: 'info' as const } : {};

      /** Whether the file stays in the layer; what is not known does not count. */
      function stays({ value, literal }: ShellWord): boolean {
        if (!literal && !value.startsWith('~')) return false;
        const name = value.slice(value.lastIndexOf('/') + 1);
        return !value.startsWith('/dev/') && !hasMount(node, value) && !removed.some((path) => path === value || path.endsWith(`/${name}`) || path === name);
      }

      function give(at: Range, message: string): void {
        report({ at, message, ...lowered });
      }

      for (const command of script.commands) {
        const words = command.words.slice(1);
        const told = words.find((word) => secret.isIn(word));
        const written = command.redirects.find(({ operator, target }) => /^&?>/.test(operator) && operator !== '>&' && target !== null)?.target ?? null;
        const name = command.name?.split('/').pop() ?? '';
        if (COPYING.has(name)) {
          const last = words[words.length - 1];
          if (told !== undefined && last !== undefined && last !== told && stays(last)) give(last.range, `${name} leaves the secret in ${last.value}; mount it there with target=, or remove the file in this RUN`);
        } else if (written !== null && (told !== undefined || secret.isPipedTo(command))) {
          if (PRINTING.has(name) && stays(written)) give(written.range, `This leaves the secret in ${written.value}; mount the file there with target=, or remove it in this RUN`);
        } else if (name === 'tee' && secret.isPipedTo(command)) {
          const file = words.find(({ value }) => !value.startsWith('-'));
          if (file !== undefined && stays(file)) give(file.range, `tee leaves the secret in ${file.value}; mount the file there with target=, or remove it in this RUN`);
        } else if (told !== undefined && PRINTING.has(name) && isShown(command)) {
          give(told.range, `${name} prints the secret into the log of the build; leave it out`);
        } else if (told !== undefined && isConfiguring(name, words) && !isUndone(script, name, removed)) {
          give(told.range, `${name} writes the secret into its configuration, which stays in the layer; mount the configuration itself as a secret`);
        } else if (told !== undefined && told.variables.length > 0 && isTraced(script, command)) {
          give(told.range, 'Under set -x this stands in the log of the build with its value; switch the trace off before it');
        }
      }
    }

    return {
      RUN(node) {
        if (node.flags.length === 0) return;
        const mounted = mountedSecrets(node);
        if (mounted.paths.length === 0 && mounted.variables.length === 0) return;
        if (![...mounted.paths, ...mounted.variables].some((name) => mentions(model, node, name))) return;
        for (const script of shell.scripts(node)) judge(node, script, mounted);
      },
    };
  },
  examples: [
    { good: 'FROM node:22\nRUN --mount=type=secret,id=npmrc,target=/root/.npmrc npm ci\nRUN --mount=type=secret,id=t T=$(cat /run/secrets/t) npm ci && docker login -u a --password-stdin < /run/secrets/t' },
    { good: 'FROM node:22\nRUN --mount=type=secret,id=t cp /run/secrets/t /root/.npmrc && npm ci && rm /root/.npmrc\nRUN --mount=type=secret,id=t --mount=type=tmpfs,target=/x cp /run/secrets/t /x/y' },
    { bad: 'FROM node:22\nRUN --mount=type=secret,id=npmrc cp /run/secrets/npmrc «/root/.npmrc» && npm ci', message: 'cp leaves the secret in /root/.npmrc' },
    { bad: 'FROM node:22\nRUN --mount=type=secret,id=t,env=T echo "//r.io/:_authToken=$T" > «.npmrc» && npm ci\nRUN --mount=type=secret,id=t cat /run/secrets/t | tee -a «/etc/t»' },
    { bad: 'FROM node:22\nRUN --mount=type=secret,id=t T=$(cat /run/secrets/t) && git config --global «url."https://$T@github.com/".insteadOf» https://github.com/', message: 'configuration' },
    { bad: 'FROM node:22\nRUN --mount=type=secret,id=t,env=T set -x && curl -H «"X: $T"» https://a.io && echo «$T»', message: 'set -x' },
  ],
});

interface Mounted {
  readonly paths: readonly string[];
  readonly variables: readonly string[];
}

/** Where the secrets of a RUN are: files, and variables with the option `env`. */
function mountedSecrets(node: RunInstruction): Mounted {
  const paths: string[] = [];
  const variables: string[] = [];
  for (const { flag, type, target } of mountsOf(node)) {
    if (type !== 'secret') continue;
    const option = (name: string): string | null => flag.options.find(({ key }) => key === name)?.value?.value ?? null;
    const variable = option('env');
    const id = option('id') ?? target?.split('/').pop() ?? null;
    if (variable !== null) variables.push(variable);
    if (target !== null && !target.includes('$')) paths.push(target);
    else if (variable === null && target === null && id !== null) paths.push(`/run/secrets/${id}`);
  }
  return { paths, variables };
}

/** Follows the secret through the variables of a script. */
function createSecret(script: ShellScript, { paths, variables }: Mounted) {
  const names = new Set(variables);
  const isIn = (word: ShellWord): boolean =>
    word.variables.some((name) => names.has(name)) || paths.some((path) => holdsPath(word.value, path));
  for (const command of script.commands) {
    const declared = command.name !== null && /^(?:export|local|readonly|declare)$/.test(command.name) ? command.words.slice(1) : [];
    for (const word of declared) if (isIn(word)) names.add(word.value.slice(0, Math.max(0, word.value.indexOf('='))));
    // In front of a program they are for that one alone, but a name once tainted does no harm.
    for (const { name, value } of command.assignments) if (value !== null && /\$[({]|\$\w|`/.test(value.raw) && isIn(value)) names.add(name);
  }
  names.delete('');
  return {
    isIn,
    /** What a `cat` or `echo` of the secret is piped to. */
    isPipedTo: ({ pipeline, redirects }: ShellCommand): boolean =>
      redirects.some(({ operator, target }) => operator === '<' && target !== null && isIn(target)) ||
      (pipeline.commands.length > 1 && pipeline.commands[0] !== undefined && PRINTING.has(pipeline.commands[0].name ?? '') && pipeline.commands[0].words.some(isIn)),
  };
}

function holdsPath(text: string, path: string): boolean {
  const at = text.indexOf(path);
  return at !== -1 && !/[\w.-]/.test(text.charAt(at + path.length));
}

const COPYING: ReadonlySet<string> = new Set(['cp', 'install', 'mv']);
const PRINTING: ReadonlySet<string> = new Set(['cat', 'echo', 'printf', 'envsubst', 'sed', 'base64']);

/** Alone, so that what it prints goes to the log. */
function isShown({ pipeline, nesting, redirects }: ShellCommand): boolean {
  return pipeline.commands.length === 1 && !nesting.includes('substitution') && redirects.length === 0;
}

/** Programs that keep settings in files, with the word that makes them write. */
const CONFIGURING: Readonly<Record<string, RegExp>> = {
  git: /^config$/, npm: /^config$/, pnpm: /^config$/, yarn: /^config$/, pip: /^config$/, pip3: /^config$/, composer: /^config$/, bundle: /^config$/, poetry: /^config$/, aws: /^configure$/,
};

function isConfiguring(name: string, words: readonly ShellWord[]): boolean {
  return words.some(({ value }) => CONFIGURING[name]?.test(value) === true);
}

/** A later command takes the setting back, or its file is removed. */
function isUndone(script: ShellScript, name: string, removed: readonly string[]): boolean {
  if (removed.some((path) => /\/?\.(?:gitconfig|npmrc|yarnrc(?:\.yml)?|config|bundle|composer|aws|git|pypirc)(?:\/|$)|pip\.conf$|auth\.(?:json|toml)$/.test(path))) return true;
  return script.commands.some((command) => command.name === name && command.words.some(({ value }) => /^(?:--unset(?:-all)?|--remove-section|unset|delete|rm|--delete)$/.test(value)));
}

function isTraced(script: ShellScript, command: ShellCommand): boolean {
  let traced = false;
  for (const { name, words, range } of script.commands) {
    if (range.start >= command.range.start) break;
    if (name !== 'set') continue;
    for (const { value } of words.slice(1)) {
      if (/^-[a-zA-Z]*x|^xtrace$/.test(value)) traced = true;
      else if (/^\+[a-zA-Z]*x/.test(value)) traced = false;
    }
  }
  return traced;
}
