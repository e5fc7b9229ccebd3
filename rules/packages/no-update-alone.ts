import { APT_WORDS, defineRule, hasDisposableMount, packageCommands, type PackageCommand, type RunInstruction, type ShellCommand } from '../../src/rule';

export default defineRule({
  summary: 'Refresh the package index in the RUN that installs from it',
  why: `A RUN that only updates the package index is cached. When the install line below it changes months later, the old index is used:
packages are missing, or come in versions with known holes.`,
  exceptions: 'With a cache mount on the lists the refresh is kept outside the layers, and the rule is silent.',
  severity: 'warning',
  presets: { strict: {}, cis: {} },
  aliases: [
    'trivy:DS-0017', 'checkov:CKV_DOCKER_5', 'kics:9bae49be', 'dockle:CIS-DI-0007', 'dockerfilelint:apt-get-update_require_install',
    'droast:DF028', 'dockerfile-doctor:DD002',
  ],
  controls: ['cis-docker:4.7'],
  mentions: { RUN: ['apk', ...APT_WORDS] },
  dockerfile: ({ model, shell, report }) => {
    function judge(node: RunInstruction): void {
      const asked = packageCommands(model, shell, node);
      const refresh = asked.find(isRefresh);
      if (refresh?.subcommand == null || refresh.command.nameRange === null) return;
      if (hasDisposableMount(node, refresh.manager === 'apk' ? '/var/cache/apk' : '/var/lib/apt/lists')) return;
      if (shell.scripts(node).some(({ readable }) => !readable)) return;
      const managerCalls = new Map(asked.map((call) => [call.command, call]));
      if (!shell.commands(node).every((command) => isRefreshOrClean(managerCalls.get(command)) || isPreparation(command))) return;
      report({
        at: { start: refresh.command.nameRange.start, end: refresh.subcommand.range.end },
        message: `${refresh.manager} ${refresh.subcommandText} stands alone in its RUN, so a stale cached index may be used later; join it to the install with &&`,
      });
    }

    return { RUN: judge };
  },
  examples: [
    { bad: 'FROM debian:12\nRUN «apt-get update»\nRUN apt-get install -y git', message: 'apt-get update stands alone' },
    { good: 'FROM debian:12\nRUN apt-get update && apt-get install -y git\nRUN apt-get update && apt-get upgrade -y' },
    { bad: 'FROM alpine:3.20\nRUN set -e; «apk update» && rm -rf /var/cache/apk/*' },
    { good: 'FROM debian:12\nRUN --mount=type=cache,target=/var/lib/apt apt-get update' },
    { good: 'FROM debian:12\nRUN apt-get update && ./install.sh\nRUN <<EOF\napt-get update\napt-get install -y git\nEOF' },
    { good: 'FROM fedora:41\nRUN dnf update -y\nRUN yum update -y' },
    { bad: 'FROM debian:12\nRUN for i in 1 2 3; do sudo «apt-get update» && break || sleep 5; done' },
    { bad: 'FROM debian:12\nRUN echo "deb https://example.org stable main" > /etc/apt/sources.list.d/a.list && «apt-get -qq update»' },
  ],
});

/** Only these; `yum update` and its kin install newer packages. */
function isRefresh({ manager, action, dryRun }: PackageCommand): boolean {
  return action === 'refresh' && !dryRun && (manager === 'apt' || manager === 'apt-get' || manager === 'aptitude' || manager === 'apk');
}

function isRefreshOrClean(call: PackageCommand | undefined): boolean {
  return call !== undefined && (call.action === 'clean' || isRefresh(call));
}

const PREPARATION = new Set([
  'echo', 'printf', 'cat', 'tee', 'sed', 'grep', 'cp', 'mv', 'ln', 'ls', 'touch', 'mkdir', 'chmod', 'rm', 'rmdir', 'find',
  'set', 'export', 'unset', 'cd', 'test', '[', '[[', 'true', ':', 'exit', 'break', 'continue', 'sleep',
  'curl', 'wget', 'gpg', 'apt-key', 'add-apt-repository', 'apt-add-repository',
]);

/** Clean-up, output, and the editing of source lists and their keys; anything else may install something. */
function isPreparation({ name, words, wrapped }: ShellCommand): boolean {
  // What it runs is asked for itself.
  if (wrapped !== null) return true;
  if (name === null) return words.length === 0;
  return PREPARATION.has(name) || (name === 'dpkg' && words.some(({ value }) => value === '--add-architecture'));
}
