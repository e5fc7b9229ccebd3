import { defineRule, findSecrets, type Instruction, type Range } from '../../src/rule';

export default defineRule({
  summary: 'Write no user name and password into a URL',
  why: `A password in a URL stays in the history of the image, in build logs, in the lists and lock files of package managers, and in
\`.git/config\` of what was cloned. Programs read it from a secret mount instead: a \`.netrc\`, a git credential helper, or a variable
that is set from \`/run/secrets\` for the one command.`,
  exceptions: `A password that is a variable is not judged here. On a host without a dot or on this machine (\`postgres://app:app@db\`), and where the
password is a word such as \`password\`, the finding is an info: most likely it is a default for development.`,
  severity: 'error',
  presets: { strict: {}, cis: {}, nist: {}, gc: {} },
  aliases: ['dockerfile-doctor:DD057'],
  controls: ['cis-docker:4.10', 'nist-800-190:4.1.4', 'gc:no-secrets'],
  dockerfile: ({ model, report }) => {
    if (!MAY_HOLD_PASSWORD.test(model.source.text)) return {};

    function judge(node: Instruction): void {
      const start = node.argumentRange?.start ?? node.range.end;
      const text = model.source.text.slice(start, node.range.end);
      if (!text.includes('://') || !text.includes('@')) return;
      for (const match of text.matchAll(URL_WITH_PASSWORD)) {
        const [whole, scheme = '', user = '', password = '', host = ''] = match;
        const from = start + match.index + scheme.length + user.length + 1;
        const at = { start: from, end: from + password.length };
        if (isInComment(node, at) || isDocumentation(user, password, host) || findSecrets(`${user} ${password}`).length > 0) continue;
        const placeholder = WEAK.test(password) || password === user;
        report({
          at,
          secret: at,
          message: `This URL carries the password of ${user} on ${host}; take it out and read it from a secret mount${whole.startsWith('http') ? ', for example as a .netrc' : ''}`,
          ...(placeholder || isLocal(host) ? { severity: 'info' } : {}),
        });
      }
    }

    return { RUN: judge, ADD: judge, ENV: judge, ARG: judge };
  },
  examples: [
    { good: 'FROM debian:12\nENV A=https://user@host.org/ B=git@github.com:a/b C=https://x.org/a:b@c D=http://$U:$P@x.org E=http://x.org:80/@a' },
    { good: 'FROM debian:12\nRUN pip install -i https://${USER}:${PASS}@pypi.acme.io/ a && curl http://user:password@example.com\n# http://ann:s3cr3t@acme.io' },
    { bad: 'FROM debian:12\nRUN git clone https://ann:«s3cr3t-9»@git.acme.io/a.git', message: 'the password of ann on git.acme.io' },
    { bad: 'FROM debian:12\nENV DATABASE_URL="postgres://app:«Zx81.9!k»@db.acme.io:5432/app"\nADD https://u:«p4ss9!»@acme.io/a.tar /a' },
    { bad: 'FROM debian:12\nENV DATABASE_URL=postgres://app:«Zx81.9!k»@db/app CACHE=redis://u:«u»@cache.acme.io', severity: 'info' },
  ],
});

/** Most files are settled by this. */
const MAY_HOLD_PASSWORD = /:\/\/[^\s/@]+@/;

/** All repetitions are bounded, so that a long text takes time that grows with its length only. */
const URL_WITH_PASSWORD = /((?<![A-Za-z0-9+.-])[A-Za-z][A-Za-z0-9+.-]{1,20}:\/\/)([^\s/@:"'`$<>{}|\\]{1,100}):([^\s/@"'`$<>{}|\\]{1,200})@([A-Za-z0-9.-]{1,200})/g;

const WEAK = /^(?:pass(?:wd|word)?|pw|pwd|secret|token|changeme|admin|root|test|guest|user|postgres|mysql|example|default|key|x+|\*+|\.+)$/i;

function isDocumentation(user: string, password: string, host: string): boolean {
  return /^(?:\*+|\.+|x+)$/i.test(password) || (WEAK.test(password) && (/(?:^|\.)example\.|^(?:host|server|hostname)$/i.test(host) || /^(?:user(?:name)?|login)$/i.test(user)));
}

function isLocal(host: string): boolean {
  return !host.includes('.') || /^(?:127\.|10\.|192\.168\.|0\.0\.0\.0)|\.(?:local|localhost|internal|test)$/.test(host);
}

function isInComment(node: Instruction, at: Range): boolean {
  return node.comments.some(({ range }) => range.start <= at.start && at.end <= range.end);
}
