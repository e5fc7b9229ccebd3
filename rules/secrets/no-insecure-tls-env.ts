import { baseName, defineRule, knownText, mentions, type ArgInstruction, type EnvInstruction, type Range, type RunInstruction, type ShellCommand } from '../../src/rule';

type MessageId = 'python' | 'node' | 'npm-variable' | 'strict-ssl' | 'git' | 'yum' | 'pip';

interface Switch {
  readonly messageId: MessageId;
  /** Values that switch the checks off. */
  readonly off: RegExp;
  readonly what: string;
}

const ANY = /./s;
const FALSE = /^(?:0|false|no|off)$/i;

const VARIABLES: ReadonlyMap<string, Switch> = new Map([
  ['PYTHONHTTPSVERIFY', { messageId: 'python', off: /^0$/, what: 'Python' }],
  ['NODE_TLS_REJECT_UNAUTHORIZED', { messageId: 'node', off: /^0$/, what: 'Node.js' }],
  ['NPM_CONFIG_STRICT_SSL', { messageId: 'npm-variable', off: FALSE, what: 'npm' }],
  ['GIT_SSL_NO_VERIFY', { messageId: 'git', off: ANY, what: 'git' }],
  ['PIP_TRUSTED_HOST', { messageId: 'pip', off: ANY, what: 'pip' }],
]);

export default defineRule({
  summary: 'Do not switch certificate checks off by a variable or setting',
  why: `The variable or setting stays in force for every later step, and an ENV for every container of the image: none of their connections is
checked any more. A missing authority is added to the image's certificates (\`NODE_EXTRA_CA_CERTS\`, \`SSL_CERT_FILE\`), not worked around.`,
  severity: 'warning',
  presets: { strict: {}, cis: {} },
  aliases: [
    'checkov:CKV2_DOCKER_5', 'checkov:CKV2_DOCKER_6', 'checkov:CKV2_DOCKER_12', 'checkov:CKV2_DOCKER_13', 'checkov:CKV2_DOCKER_14', 'checkov:CKV2_DOCKER_15',
    'checkov:CKV2_DOCKER_16',
  ],
  controls: ['cis-docker:4.11'],
  mentions: ['pythonhttpsverify', 'unauthorized', 'strict', 'verify', 'trusted', 'sslverify'],
  messages: {
    python: { aliases: ['checkov:CKV2_DOCKER_5'], description: '`PYTHONHTTPSVERIFY=0`.' },
    node: { aliases: ['checkov:CKV2_DOCKER_6'], description: '`NODE_TLS_REJECT_UNAUTHORIZED=0`.' },
    'npm-variable': { aliases: ['checkov:CKV2_DOCKER_12'], description: '`NPM_CONFIG_STRICT_SSL=false`.' },
    'strict-ssl': { aliases: ['checkov:CKV2_DOCKER_13'], description: 'The setting `strict-ssl` of npm or yarn.' },
    git: { aliases: ['checkov:CKV2_DOCKER_14'], description: '`GIT_SSL_NO_VERIFY`, or the setting `http.sslVerify` of git.' },
    yum: { aliases: ['checkov:CKV2_DOCKER_15'], description: '`sslverify` of yum or dnf.' },
    pip: { aliases: ['checkov:CKV2_DOCKER_16'], description: '`PIP_TRUSTED_HOST`.' },
  },
  dockerfile: ({ model, shell, report }) => {
    function judge(at: Range, name: string, value: string | null): void {
      const found = VARIABLES.get(name) ?? VARIABLES.get(name.toUpperCase().startsWith('NPM_CONFIG_') ? name.toUpperCase() : '');
      if (found === undefined || value === null || !found.off.test(value)) return;
      report({ at, messageId: found.messageId, message: `${name} switches the certificate checks of ${found.what} off; remove it, and add the missing authority if there is one` });
    }

    function judgePairs(node: ArgInstruction | EnvInstruction): void {
      for (const { key, value, range } of node.pairs) {
        if (value !== null && mayConcern(key.value)) judge(range, key.value, knownText(model.resolve(value, node)));
      }
    }

    function judgeSetting(command: ShellCommand): void {
      const setting = settingOf(command);
      if (setting === null) return;
      const { at, messageId, what } = setting;
      report({ at, messageId, message: `${what} switches certificate checks off; remove it, and add the missing authority if there is one` });
    }

    return {
      ENV: judgePairs,
      ARG: judgePairs,
      RUN(node: RunInstruction) {
        if (!mentions(model, node, /ssl|TLS|HTTPSVERIFY|TRUSTED_HOST|SSL/)) return;
        for (const command of shell.commands(node)) {
          for (const { name, value, range } of command.assignments) if (value?.literal === true) judge(range, name, value.value);
          if (command.name === 'export') {
            for (const { value, range } of command.words.slice(1)) judge(range, value.replace(/=.*$/s, ''), value.includes('=') ? value.slice(value.indexOf('=') + 1) : null);
          }
          judgeSetting(command);
        }
      },
    };
  },
  examples: [
    { good: 'FROM node:22\nENV NODE_EXTRA_CA_CERTS=/ca.pem NODE_TLS_REJECT_UNAUTHORIZED=1\nRUN git config --global http.sslVerify true' },
    { bad: 'FROM node:22\nENV «NODE_TLS_REJECT_UNAUTHORIZED=0» «NPM_CONFIG_STRICT_SSL=false»', message: 'Node.js off' },
    { bad: 'FROM python:3.12\nENV «PYTHONHTTPSVERIFY=0»\nARG «PIP_TRUSTED_HOST=pypi.example.org»', message: 'Python off' },
    { bad: 'FROM debian:12\nRUN «GIT_SSL_NO_VERIFY=1» git clone https://example.org/a && git config --global «http.sslVerify» false', message: 'GIT_SSL_NO_VERIFY' },
    { bad: 'FROM node:22\nRUN npm config set «strict-ssl» false && yarn config set «strict-ssl» false' },
    { bad: 'FROM fedora:41\nRUN dnf install -y «--setopt=sslverify=false» git', message: 'sslverify' },
    { good: 'FROM debian:12\nENV GIT_SSL_NO_VERIFY=\nARG NODE_TLS_REJECT_UNAUTHORIZED\nRUN echo NODE_TLS_REJECT_UNAUTHORIZED=0' },
  ],
});

function mayConcern(name: string): boolean {
  return VARIABLES.has(name) || /^npm_config_strict_ssl$/i.test(name);
}

/** A setting of a program that switches its checks off. */
function settingOf({ name, words }: ShellCommand): { readonly at: Range; readonly messageId: MessageId; readonly what: string } | null {
  if (name === null) return null;
  const program = baseName(name);
  const values = words.map(({ value }) => value);
  const found = (index: number, messageId: MessageId, what: string): { readonly at: Range; readonly messageId: MessageId; readonly what: string } | null => {
    const at = words[index]?.range;
    return at === undefined ? null : { at, messageId, what };
  };
  if (program === 'git') {
    const index = values.findIndex((value) => /^http\.(?:.*\.)?sslverify(?:=|$)/i.test(value));
    const value = /=(.*)$/.exec(values[index] ?? '')?.[1] ?? values[index + 1] ?? '';
    return index !== -1 && FALSE.test(value) ? found(index, 'git', 'http.sslVerify') : null;
  }
  if (program === 'npm' || program === 'yarn' || program === 'pnpm') {
    const index = values.findIndex((value) => /^(?:--)?strict-ssl(?:=|$)/.test(value));
    const value = /=(.*)$/.exec(values[index] ?? '')?.[1] ?? values[index + 1] ?? '';
    return index !== -1 && FALSE.test(value) ? found(index, 'strict-ssl', 'strict-ssl') : null;
  }
  if (/^(?:yum|dnf5?|microdnf|yum-config-manager)$/.test(program)) {
    const index = values.findIndex((value) => /(?:^|[=.])sslverify=(?:0|false|no)$/i.test(value));
    return index === -1 ? null : found(index, 'yum', 'sslverify');
  }
  return null;
}
