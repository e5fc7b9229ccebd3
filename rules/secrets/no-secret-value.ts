import { defineRule, findRandomSecrets, findSecrets } from '../../src/rule';

/** In parts, so that no scanner takes this file for a leak. */
const RANDOM = 'q7RkPzL9vXwTbY8mNcWd5JfHsGtKyMuQ3eZr';

export default defineRule({
  summary: 'Write no credential into the file',
  why: `A token or private key in a Dockerfile is known to all who can read the repository or its history, and nearly always is in the
image as well. Programs search public images for these shapes within minutes. Taking it out is not enough: it must be revoked.
Hand it to the one command that needs it with \`RUN --mount=type=secret\`.`,
  exceptions: `Examples from documentation and rows of the same few characters pass. A value that is public on purpose is best suppressed on
its line with the reason. The middle of what is found is hidden in every report.`,
  severity: 'error',
  presets: { strict: {}, cis: {}, nist: {}, gc: {} },
  aliases: ['tally:secrets-in-code', 'droast:DF014', 'dockerfile-doctor:DD058', 'kics:c3e1b6ae'],
  controls: ['cis-docker:4.10', 'nist-800-190:4.1.4', 'gc:no-secrets'],
  dockerfile: ({ model, report }) => ({
    end() {
      const { text } = model.source;
      const shaped = findSecrets(text);
      const random = findRandomSecrets(text).filter(({ start, end }) => !shaped.some((each) => each.start < end && start < each.end));
      for (const { kind, start, end } of shaped) {
        const at = { start, end };
        report({ at, secret: at, message: `This looks like ${kind}; revoke it, and pass its successor with RUN --mount=type=secret` });
      }
      for (const { kind, start, end } of random) {
        const at = { start, end };
        report({ at, secret: at, message: `${capital(kind)} looks like a real credential; revoke it, and pass its successor with RUN --mount=type=secret` });
      }
    },
  }),
  examples: [
    { good: 'FROM debian:12\nENV AWS_ACCESS_KEY_ID=AKIAIOSFODNN7EXAMPLE DB_PASSWORD=hunter2 GPG_KEY=0D96DF4D4110E5C43FBFB17F2D347EA6AA65421D' },
    { good: "FROM debian:12\nRUN grep -q -- '-----BEGIN RSA PRIVATE KEY-----' /a && sha256sum -c <<< 9f3ac07be5d1824f6a3b0c9e7d518f26" },
    { bad: `FROM debian:12\nENV GH=«ghp_${RANDOM}»`, message: 'a GitHub token' },
    { bad: `FROM debian:12\n# token: «npm_${RANDOM}»\nRUN curl -H "Authorization: Bearer «ghp_${RANDOM}»" https://a/` },
    { bad: `FROM debian:12\nARG API_TOKEN=«${RANDOM}»\nRUN login --client-secret=«${RANDOM.slice(4)}»`, message: 'The value of API_TOKEN' },
    { bad: `FROM debian:12\nRUN echo "«-----BEGIN PRIVATE KEY-----\\n${RANDOM}${RANDOM}»" > /key`, message: 'a private key' },
  ],
});

function capital(text: string): string {
  return text.charAt(0).toUpperCase() + text.slice(1);
}
