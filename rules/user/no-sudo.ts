import { accountOf, defineRule, mentions, type RunInstruction, type ShellCommand } from '../../src/rule';

export default defineRule({
  summary: 'Do not run sudo in a build',
  why: `RUN already runs as the user that USER names, so sudo only adds a program that can make anybody root in the shipped image.
It also needs a terminal and a signal setup that a build does not have.`,
  exceptions: 'Where a script of somebody else insists on sudo, suppress this with that reason.',
  severity: 'warning',
  presets: { strict: {}, hadolint: { severity: 'error' }, gc: {} },
  aliases: [
    'hadolint:DL3004', 'trivy:DS-0010', 'checkov:CKV2_DOCKER_1', 'kics:8ada6e80', 'dockle:DKL-DI-0001', 'dockerfilelint:sudo_usage',
    'dockerfile_lint:sample:no_run_with_sudo', 'droast:DF010', 'dockerfile-doctor:DD021',
  ],
  controls: ['gc:least-privilege'],
  mentions: { RUN: ['sudo'] },
  dockerfile: ({ model, shell, report }) => {
    function runsAsRoot(node: RunInstruction): boolean {
      const { user } = model.stateAt(node);
      if (user.from === 'instruction') return /^(?:root|\+?0+)$/.test(accountOf(user.value) ?? '');
      return user.from === 'base' && /^(?:|root|0)(?::|$)/.test(user.text);
    }

    return {
      RUN(node) {
        if (!mentions(model, node, 'sudo')) return;
        const calls = shell.commands(node).filter(isSudo);
        // One finding of a kind for each RUN: the remedy is the same for all of them.
        const asRoot = calls.find((command) => otherUser(command) === null);
        const asOther = calls.find((command) => otherUser(command) !== null);
        if (asRoot?.nameRange != null) {
          report({
            at: asRoot.nameRange,
            message: asRoot.nestedShell === null && runsAsRoot(node)
              ? 'sudo runs in a build that is root already; leave it out'
              : 'sudo runs in a build, which has no use for it; put USER root before this RUN and go back to the other user behind it',
          });
        }
        if (asOther?.nameRange != null) {
          const user = otherUser(asOther) ?? '';
          report({
            at: asOther.nameRange,
            severity: 'info',
            message: `sudo changes to ${user} for one command; use USER ${user}, or setpriv, which needs no setuid program in the image`,
          });
        }
      },
    };
  },
  examples: [
    { good: 'FROM debian:12\nRUN apt-get install -y sudo && echo "app ALL=(ALL) ALL" > /etc/sudoers.d/app && groupadd sudo' },
    { bad: 'FROM debian:12\nRUN make && «sudo» make install && sudo make clean', message: 'leave it out' },
    { bad: 'FROM debian:12\nUSER app\nRUN «sudo» make install', message: 'USER root' },
    { bad: 'FROM debian:12\nRUN «sudo» -u app -H npm ci', severity: 'info', message: 'app' },
    { bad: 'FROM debian:12\nRUN if true; then \\\n  «sudo» apt-get update; \\\n  fi' },
    { bad: 'FROM debian:12\nRUN [«"sudo"», "make"]' },
  ],
});

function isSudo({ name }: ShellCommand): boolean {
  return name === 'sudo' || name?.endsWith('/sudo') === true;
}

/** The user that `sudo -u USER` changes to, unless it is root or none is named. */
function otherUser({ words }: ShellCommand): string | null {
  for (let index = 1; index < words.length; index += 1) {
    const word = words[index]?.value ?? '';
    const attached = /^--user=(.+)$/.exec(word)?.[1] ?? /^-[AbEeHiKknPSsVv]*u(.+)$/.exec(word)?.[1];
    if (attached !== undefined) return unlessRoot(attached);
    if (/^(?:--user|-[AbEeHiKknPSsVv]*u)$/.test(word)) return unlessRoot(words[index + 1]?.value ?? 'root');
    if (/^(?:--(?:group|host|prompt|close-from|chdir|chroot|role|type|command-timeout|other-user)|-[AbEeHiKknPSsVv]*[ghpCDRrtTU])$/.test(word)) index += 1;
    else if (!word.startsWith('-')) return null;
  }
  return null;
}

function unlessRoot(user: string): string | null {
  return /^(?:root|#?0)$/.test(user) ? null : user;
}
