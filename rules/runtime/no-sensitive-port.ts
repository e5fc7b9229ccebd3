import { defineRule, knownText, nameOrigin, parsePortSpec } from '../../src/rule';

export default defineRule({
  summary: 'Do not expose ports of remote-control services',
  why: `A container is entered with \`docker exec\` or \`kubectl exec\`; an SSH, Telnet or FTP server in it is one more thing to patch and
to guard, with accounts and keys of its own. A port of the Docker API without TLS hands the host to whoever reaches it.`,
  exceptions: 'Images whose purpose is the service itself: take its port out of the option `ports`, or suppress the line with that reason.',
  severity: 'info',
  presets: { strict: {}, nist: {} },
  aliases: ['trivy:DS-0004', 'checkov:CKV_DOCKER_1', 'kics:5907595b', 'dockerfile-doctor:DD014'],
  controls: ['nist-800-190:4.1.2'],
  mentions: ['expose'],
  options: {
    ports: {
      type: 'array',
      items: { type: 'string' },
      default: ['21', '22', '23', '512', '513', '2375', '3389', '5900', '5985'],
      description: 'TCP ports that are reported, each as a text.',
    },
  },
  dockerfile: ({ model, options, report }) => ({
    EXPOSE(node) {
      if (model.stageOf(node)?.isShipped !== true) return;
      for (const word of node.ports) {
        const value = model.resolve(word, node);
        const text = knownText(value);
        const spec = text === null ? null : parsePortSpec(text);
        // A range is of another service that happens to reach that far.
        if (spec?.kind !== 'ports' || spec.protocol !== 'tcp' || spec.first !== spec.last) continue;
        const port = String(spec.first);
        if (!options.ports.includes(port)) continue;
        const [does, remedy] = SERVICES[port] ?? ['lets others control the container', ENTER];
        report({ at: word.range, message: `Port ${port}${nameOrigin(value, word.range)} ${does}; ${remedy}` });
      }
    },
  }),
  examples: [
    { good: 'FROM debian:12 AS build\nEXPOSE 22\nFROM debian:12\nARG P\nEXPOSE 80 22/udp 20-25 $P 2222' },
    { bad: 'FROM debian:12\nARG P=22\nEXPOSE 80 «${P}» «23/tcp»', message: 'SSH' },
    { options: { ports: ['2222'] }, bad: 'FROM debian:12\nEXPOSE 22 «2222»', message: 'docker exec' },
    { bad: 'FROM debian:12\nEXPOSE «21»', message: 'docker cp' },
    { bad: 'FROM debian:12\nEXPOSE «2375»', message: '2376' },
    { bad: 'FROM debian:12\nEXPOSE «5900»', message: 'encrypted' },
  ],
});

const ENTER = 'enter containers with docker exec, and remove the service';
const SEE = 'reach the desktop through an encrypted tunnel, and leave the port out';

/** What the port is of, and what to do instead. */
const SERVICES: Readonly<Record<string, readonly [does: string, remedy: string]>> = {
  21: ['is that of FTP', 'move files with a volume or docker cp, and remove the service'],
  22: ['is that of SSH', ENTER],
  23: ['is that of Telnet', ENTER],
  512: ['is that of rexec', ENTER],
  513: ['is that of rlogin', ENTER],
  2375: ['is that of the Docker API without TLS', 'serve it with TLS on port 2376'],
  3389: ['is that of Remote Desktop', SEE],
  5900: ['is that of VNC', SEE],
  5985: ['is that of WinRM without TLS', ENTER],
};
