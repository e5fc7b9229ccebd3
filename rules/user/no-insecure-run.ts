import { baseName, defineRule, mentions, type ShellCommand } from '../../src/rule';

export default defineRule({
  summary: 'Let no RUN step out of the sandbox of the build',
  why: `\`--security=insecure\` runs a step with all capabilities and the devices of the build machine, \`--network=host\` with its
network, local services and metadata of the cloud included. Whatever that step downloads has them too. Builders refuse both unless
they are allowed on the command line, so such a file does not build elsewhere.`,
  exceptions: 'Building file systems or nested containers may need it; suppress it there with that reason.',
  severity: 'warning',
  presets: { strict: {} },
  aliases: ['dockerfile_lint:privileged_run_container', 'dockerfile-doctor:DD060'],
  controls: [],
  mentions: { RUN: ['insecure', 'network', 'privileged'] },
  dockerfile: ({ model, shell, report }) => ({
    RUN(node) {
      for (const { name, value, range } of node.flags) {
        const text = value?.value ?? '';
        if (name === 'security' && text === 'insecure') {
          report({ at: range, message: '--security=insecure gives this RUN all rights on the build machine; do without it' });
        } else if (name === 'network' && text === 'host') {
          report({ at: range, message: '--network=host gives this RUN the network of the build machine; do without it' });
        }
      }
      if (!mentions(model, node, '--privileged')) return;
      for (const command of shell.commands(node)) {
        const word = privilegedWord(command);
        if (word !== null) report({ at: word.range, message: `${command.name ?? ''} ${word.value} starts a container with all rights on its host; grant the one that is needed with --cap-add` });
      }
    },
  }),
  examples: [
    { good: 'FROM debian:12\nRUN --security=sandbox --network=none make\nRUN --network=default make && echo docker run --privileged x' },
    { bad: '# syntax=docker/dockerfile:1-labs\nFROM debian:12\nRUN «--security=insecure» mount -t tmpfs none /mnt', message: 'all rights' },
    { bad: 'FROM debian:12\nRUN «--network=host» curl http://localhost/a', message: 'network' },
    { bad: 'FROM debian:12\nRUN podman run «--privileged» image' },
  ],
});

function privilegedWord({ name, words }: ShellCommand): ShellCommand['words'][number] | null {
  if (name === null || !/^(?:docker|podman|nerdctl)$/.test(baseName(name)) || !words.some(({ value }) => value === 'run' || value === 'create')) return null;
  return words.find(({ value }) => value === '--privileged' || value === '--privileged=true') ?? null;
}
