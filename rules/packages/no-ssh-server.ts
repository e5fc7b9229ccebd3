import { defineRule, mentions, packageCommands, type RunInstruction } from '../../src/rule';

const SERVERS: ReadonlySet<string> = new Set(['openssh-server', 'ssh', 'dropbear', 'tinysshd', 'openssh-server-pam']);
/** `openssh` holds the server too. */
const APK_SERVERS: ReadonlySet<string> = new Set([...SERVERS, 'openssh']);
/** Packages that are mostly asked for because of the client, which comes alone too. */
const HOLDS_CLIENT = /^(?:open)?ssh(?:$|[=<>~])/;

export default defineRule({
  summary: 'Do not install an SSH server',
  why: `A container is entered with \`docker exec\` or \`kubectl exec\`, under the control of the runtime. An SSH server is one more program to patch,
one more way in, and needs keys or passwords that end up in the image.`,
  exceptions: 'An image whose purpose is an SSH or SFTP server.',
  severity: 'info',
  presets: { strict: {}, nist: {} },
  aliases: ['dockerfile_lint:installing_ssh'],
  controls: ['nist-800-190:4.1.2'],
  mentions: { RUN: ['ssh', 'openssh', 'sshd', 'dropbear', 'tinysshd'] },
  dockerfile: ({ model, shell, report }) => ({
    RUN(node: RunInstruction) {
      if (model.stageOf(node)?.isShipped !== true || !mentions(model, node, /ssh|dropbear/)) return;
      for (const { manager, action, packages } of packageCommands(model, shell, node)) {
        if (action !== 'install' || manager === 'pip' || manager === 'npm' || manager === 'gem') continue;
        const servers = manager === 'apk' || manager === 'pacman' ? APK_SERVERS : SERVERS;
        const found = packages.find(({ value }) => servers.has(value.replace(/[=<>~].*$/, '')));
        if (found === undefined) continue;
        const advice = HOLDS_CLIENT.test(found.value) ? 'install openssh-client if only the client is used' : 'enter containers with exec, and leave it out';
        report({ at: found.range, message: `${found.value} puts an SSH server into the image; ${advice}` });
      }
    },
  }),
  examples: [
    { good: 'FROM debian:12\nRUN apt-get update && apt-get install -y openssh-client git' },
    { bad: 'FROM debian:12\nRUN apt-get update && apt-get install -y git «openssh-server»', message: 'openssh-server puts' },
    { bad: 'FROM alpine:3.20\nRUN apk add --no-cache «openssh»', message: 'install openssh-client' },
    { bad: 'FROM debian:12\nRUN apt-get update && apt-get install -y «ssh»', message: 'install openssh-client' },
    { good: 'FROM alpine:3.20 AS build\nRUN apk add --no-cache openssh\nFROM alpine:3.20\nRUN apk add --no-cache openssh-client && echo openssh-server' },
  ],
});
