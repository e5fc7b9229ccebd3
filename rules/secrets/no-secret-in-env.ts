import { defineRule, excusesSecretName, knownText, namesSecret, namesSecretForBuildkit, type ArgInstruction, type EnvInstruction, type Pair } from '../../src/rule';

export default defineRule({
  summary: 'Keep credentials out of ARG and ENV',
  why: `Everything in ENV is in the image for whoever can pull it, and what is passed to an ARG is in its history. A secret mount
(\`RUN --mount=type=secret\`) gives a credential to one command and leaves nothing behind; the running container gets its own from
the orchestrator.`,
  exceptions: 'A name that only looks like a credential is best suppressed on its line with the reason.',
  severity: 'warning',
  presets: {
    strict: {},
    hadolint: { severity: 'warning' },
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
      enum: ['own', 'buildkit'],
      default: 'own',
      description: '`own` judges whole words of the name and the value; `buildkit` the name alone, by the word list of `docker build --check`.',
    },
  },
  dockerfile: ({ model, options, report }) => {
    function judge(node: ArgInstruction | EnvInstruction, { key, value }: Pair): void {
      const stage = model.stageOf(node);
      if (options.names === 'buildkit') {
        if (stage !== null && namesSecretForBuildkit(key.value)) reportSecret(node, key.range, key.value);
        return;
      }
      if (!namesSecret(key.value)) return;
      if (value === null) {
        // Above the first FROM it reaches no layer; in a stage its value stays in the history of the image.
        if (stage !== null && !isSecretMountId(key.value)) reportSecret(node, key.range, key.value, 'info');
        return;
      }
      const text = knownText(model.resolve(value, node));
      if (text === null) return stage === null ? undefined : reportSecret(node, key.range, key.value, 'info');
      if (excusesSecretName(text)) return;
      reportSecret(node, key.range, key.value, stage === null || stage.isShipped ? undefined : 'info');
    }

    function reportSecret({ keyword }: ArgInstruction | EnvInstruction, at: Pair['range'], name: string, severity?: 'info'): void {
      const where = keyword === 'ENV' ? 'is stored in the image' : 'stays in the history of the image';
      report({
        at,
        ...(severity === undefined ? {} : { severity }),
        message: `${keyword} ${name} looks like a credential and ${where}; use RUN --mount=type=secret, or set it when the container starts`,
      });
    }

    /** A name that a secret mount of the file also has is most likely documentation of that mount. */
    function isSecretMountId(name: string): boolean {
      return model.stages.some(({ instructions }) =>
        instructions.some(({ flags }) =>
          flags.some((flag) => flag.name === 'mount' && flag.options.some(({ key, value }) => (key === 'id' || key === 'env') && value?.value === name)),
        ),
      );
    }

    return {
      ARG: (node) => node.pairs.forEach((pair) => judge(node, pair)),
      ENV: (node) => node.pairs.forEach((pair) => judge(node, pair)),
    };
  },
  examples: [
    { good: 'FROM debian:12\nENV DB_PASSWORD_FILE=/run/secrets/db TOKENIZER_PATH=/opt ALLOW_EMPTY_PASSWORD=yes SECRET_KEY=' },
    { bad: 'FROM debian:12\nENV «DB_PASSWORD»=hunter2 DB_USER=app', message: 'ENV DB_PASSWORD' },
    { bad: 'FROM debian:12\nARG «API_TOKEN»=abcdef', message: 'history' },
    { bad: 'FROM debian:12\nARG «NPM_TOKEN»\nRUN npm ci', severity: 'info' },
    { good: 'FROM debian:12\nENV GPG_KEY=0D96DF4D4110E5C43FBFB17F2D347EA6AA65421D\nRUN --mount=type=secret,id=token make' },
    { bad: 'FROM debian:12 AS build\nENV «ADMIN_PASSWORD»=admin\nFROM debian:12\nCOPY --from=build /a /a', severity: 'info' },
    { options: { names: 'buildkit' }, bad: 'FROM debian:12\nENV «GPG_KEY»=0D96DF4D4110E5C43FBFB17F2D347EA6AA65421D' },
  ],
});
