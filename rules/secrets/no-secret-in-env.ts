import {
  defineRule, excusesSecretName, findRandomSecrets, findSecrets, knownText, namesSecret, namesSecretForBuildkit, namesSecretForHadolint,
  type ArgInstruction, type EnvInstruction, type Pair, type Range, type Stage,
} from '../../src/rule';

export default defineRule({
  summary: 'Keep credentials out of ARG and ENV',
  why: `Everything in ENV is in the image for whoever can pull it, and what is passed to an ARG is in its history. A secret mount
(\`RUN --mount=type=secret\`) gives a credential to one command and leaves nothing behind; the running container gets its own from
the orchestrator.`,
  exceptions: 'A name that only looks like a credential is best suppressed on its line with the reason.',
  severity: 'warning',
  presets: {
    strict: {},
    hadolint: { severity: 'warning', options: { names: 'hadolint' } },
    buildkit: { severity: 'warning', options: { names: 'buildkit' } },
    cis: {},
    nist: {},
    gc: {},
  },
  aliases: [
    'hadolint:DL3064', 'buildkit:SecretsUsedInArgOrEnv', 'trivy:DS-0031', 'dockle:CIS-DI-0010', 'droast:DF013', 'dockerfile-doctor:DD020',
    'tally:ruby/secrets-in-arg-or-env',
  ],
  controls: ['cis-docker:4.10', 'nist-800-190:4.1.4', 'gc:no-secrets'],
  options: {
    names: {
      type: 'string',
      enum: ['own', 'buildkit', 'hadolint'],
      default: 'own',
      description: '`own` judges whole words of the name and the value; `buildkit` and `hadolint` the name alone, by the lists of those programs.',
    },
  },
  dockerfile: ({ model, options, report }) => {
    function judge(node: ArgInstruction | EnvInstruction, pair: Pair): void {
      const name = pair.key.value;
      const stage = model.stageOf(node);
      if (options.names === 'hadolint') {
        if (namesSecretForHadolint(name)) reportSecret(node, pair);
      } else if (options.names === 'buildkit') {
        if (stage !== null && namesSecretForBuildkit(name)) reportSecret(node, pair);
      } else if (namesSecret(name)) {
        judgeValue(node, pair, stage);
      }
    }

    function judgeValue(node: ArgInstruction | EnvInstruction, pair: Pair, stage: Stage | null): void {
      const { key, value } = pair;
      if (value === null) {
        // Above the first FROM it reaches no layer; in a stage its value stays in the history of the image.
        if (stage !== null && !isSecretMountId(key.value)) reportSecret(node, pair, 'info');
        return;
      }
      const text = knownText(model.resolve(value, node));
      if (text === null) {
        if (stage !== null) reportSecret(node, pair, 'info');
      } else if (!excusesSecretName(text) && !isToldByValue(key.value, value.raw, text)) {
        reportSecret(node, pair, stage === null || stage.isShipped ? undefined : 'info', value.range);
      }
    }

    /** What no-secret-value says of it is graver. */
    function isToldByValue(name: string, raw: string, text: string): boolean {
      return findSecrets(text).length > 0 || findRandomSecrets(`${name}=${raw}`).length > 0;
    }

    function reportSecret(node: ArgInstruction | EnvInstruction, { key }: Pair, severity?: 'info', secret?: Range): void {
      report({
        at: key.range,
        ...(severity === undefined ? {} : { severity }),
        ...(secret === undefined ? {} : { secret }),
        message: `${node.keyword} ${key.value} looks like a credential, ${fateOf(node)}`,
      });
    }

    /** What becomes of the value, and what to do instead. */
    function fateOf(node: ArgInstruction | EnvInstruction): string {
      const stage = model.stageOf(node);
      if (stage?.isShipped === false) return 'which stays in the build cache; use RUN --mount=type=secret';
      if (node.keyword === 'ENV') return 'which everybody who has the image can read; set it when the container starts, or use RUN --mount=type=secret';
      if (stage === null) return 'which everybody who has this file can read; use RUN --mount=type=secret';
      return 'which stays in the history of the image; use RUN --mount=type=secret';
    }

    let mountIds: ReadonlySet<string> | null = null;

    /** A name that a mount of the file also has is most likely documentation of that secret mount. */
    function isSecretMountId(name: string): boolean {
      mountIds ??= new Set(
        model.stages
          .flatMap(({ instructions }) => instructions.flatMap((node) => (node.keyword === 'ONBUILD' ? (node.instruction?.flags ?? []) : node.flags)))
          .flatMap((flag) => (flag.name === 'mount' ? flag.options : []))
          .flatMap(({ key, value }) => ((key === 'id' || key === 'env') && value !== null ? [value.value] : [])),
      );
      return mountIds.has(name);
    }

    return {
      ARG: (node) => node.pairs.forEach((pair) => judge(node, pair)),
      ENV: (node) => node.pairs.forEach((pair) => judge(node, pair)),
    };
  },
  examples: [
    { good: 'FROM debian:12\nENV DB_PASSWORD_FILE=/run/secrets/db TOKENIZER_PATH=/opt ALLOW_EMPTY_PASSWORD=yes SECRET_KEY=' },
    { bad: 'FROM debian:12\nENV «DB_PASSWORD»=hunter2 DB_USER=app', message: 'set it when the container starts' },
    { bad: 'FROM debian:12\nARG «API_TOKEN»=abcdef', message: 'history' },
    { bad: 'FROM debian:12\nARG «NPM_TOKEN»\nRUN npm ci', severity: 'info' },
    { good: 'FROM debian:12\nENV GPG_KEY=0D96DF4D4110E5C43FBFB17F2D347EA6AA65421D\nARG NPM_TOKEN\nRUN --mount=type=secret,id=NPM_TOKEN make' },
    { bad: 'FROM debian:12 AS build\nENV «ADMIN_PASSWORD»=admin\nFROM debian:12\nCOPY --from=build /a /a', severity: 'info', message: 'build cache' },
    { options: { names: 'buildkit' }, bad: 'FROM debian:12\nENV «GPG_KEY»=0D96DF4D4110E5C43FBFB17F2D347EA6AA65421D' },
    { options: { names: 'hadolint' }, bad: 'ARG «USERNAME»=app\nFROM debian:12\nENV «PASSWORD»=' },
  ],
});
