import { contextPath, defineRule, isRemoteSource, knownText, secretFile, shorten, type AddInstruction, type CopyInstruction } from '../../src/rule';

export default defineRule({
  summary: 'Copy no file of credentials into the image',
  why: `A file that was copied can be read out of its layer by everyone who can pull the image, also when a later instruction deletes it. What
a build needs for a moment comes from \`RUN --mount=type=secret\`; what the program needs is given to the container when it starts.

Judged by the name of the source. What the ignore file leaves out is not copied and not reported; that takes a known context:
\`plimsoll lint --context DIR\`.`,
  exceptions: 'A file of that name that holds nothing secret, such as defaults in `.env` or a certificate called `x.pem`, may be suppressed with that reason.',
  severity: 'warning',
  presets: { strict: {}, cis: {}, nist: {}, gc: {} },
  aliases: [
    'trivy:DS-0031', 'dockle:CIS-DI-0010', 'dockle:DKL-LI-0003', 'dockerfile-doctor:DD052', 'dockerfile-doctor:DD053',
  ],
  controls: ['cis-docker:4.10', 'nist-800-190:4.1.4', 'gc:no-secrets'],
  dockerfile: ({ model, facts, report }) => {
    function judge(node: AddInstruction | CopyInstruction): void {
      if (node.flags.some(({ name }) => name === 'from')) return;
      for (const source of node.sources) {
        const text = knownText(model.resolve(source, node));
        if (text === null || isRemoteSource(text)) continue;
        const path = contextPath(text);
        const found = secretFile(path);
        if (found === null) continue;
        const { grade, what } = found;
        if (facts.context?.isWhollyIgnored(path) === true) continue;
        const shipped = node.trigger || model.stageOf(node)?.isShipped === true;
        // A build stage may well ask git for a version.
        if (!shipped && path.endsWith('.git')) continue;
        report({
          at: source.range,
          message: shipped
            ? `${shorten(text, 60)} is ${what}, and everyone who can pull the image can read it; give it by a secret mount, or when the container starts`
            : `${shorten(text, 60)} is ${what}, and stays in the build cache; give it by a secret mount`,
          ...(grade === 'sure' && shipped ? {} : { severity: 'info' }),
        });
      }
    }
    return { ADD: judge, COPY: judge };
  },
  examples: [
    { good: 'FROM alpine:3.20\nCOPY .env.example /app/.env\nCOPY id_rsa.pub ssh_config /root/.ssh/\nADD https://example.org/server.key /k\nCOPY ca.pem server-cert.pem /tls/' },
    { bad: 'FROM alpine:3.20\nCOPY «.env» package.json /app/\nADD «keys/id_rsa» /root/.ssh/id_rsa\nCOPY [«"./.git"», "/app/.git"]', message: '.env is the settings' },
    { context: { ignore: '.env' }, good: 'FROM alpine:3.20\nCOPY .env /app/' },
    { context: { ignore: '.env\n!.env' }, bad: 'FROM alpine:3.20\nCOPY «.env» /app/' },
    { bad: 'FROM alpine:3.20\nCOPY «.npmrc» /app/\nCOPY «.env.production» /app/', severity: 'info', message: 'may hold' },
    { bad: 'FROM golang:1.24 AS build\nCOPY .git .git\nCOPY «tls/server.key» /tls/\nFROM scratch\nCOPY --from=build /tls/server.key /k', severity: 'info', message: 'build cache' },
    { good: 'FROM alpine:3.20\nARG FILE\nCOPY $FILE /app/.env\nCOPY apt/repo.key /etc/apt/keyrings/' },
  ],
});
