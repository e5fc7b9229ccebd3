import { defineRule, knownText, mountsOf, packageCommands, removesPath, type Mount, type PackageCommand, type RunInstruction, type Stage } from '../../src/rule';

export default defineRule({
  summary: 'Do not mount a cache that the RUN leaves empty',
  why: `A cache mount keeps what the tool stores there for the next build. An option that switches the cache off, or a clean-up in the same
RUN, leaves the mount empty: every build downloads all of it again. The images of Debian and Ubuntu delete downloaded packages by a
hook in /etc/apt/apt.conf.d/docker-clean.`,
  severity: 'warning',
  presets: { strict: {} },
  aliases: [],
  controls: [],
  mentions: ['mount'],
  dockerfile: ({ model, shell, report }) => {
    function judge(stage: Stage): void {
      for (const node of stage.instructions) {
        if (node.keyword !== 'RUN' || !node.flags.some(({ name }) => name === 'mount')) continue;
        for (const mount of mountsOf(node)) {
          if (mount.type === 'cache' && mount.target !== null) judgeMount(node, mount, mount.target.replace(/(?<=.)\/+$/, ''), stage);
        }
      }
    }

    function judgeMount(node: RunInstruction, { flag }: Mount, target: string, stage: Stage): void {
      const commands = packageCommands(model, shell, node);
      const cause = switchedOff(node, commands, target) ?? emptied(node, commands, target) ?? hooked(node, commands, target, stage);
      if (cause !== null) report({ at: flag.range, message: `The cache mount on ${target} stays empty, since ${cause}` });
    }

    function switchedOff(node: RunInstruction, commands: readonly PackageCommand[], target: string): string | null {
      for (const { manager, action, command } of commands) {
        if (action !== 'install') continue;
        const has = (option: string): boolean => command.words.some(({ value }) => value === option);
        if (manager === 'pip' && isPipCache(target)) {
          if (has('--no-cache-dir')) return '--no-cache-dir switches the cache of pip off; remove the option';
          const inRun = command.assignments.some(({ name, value }) => name === 'PIP_NO_CACHE_DIR' && value?.literal === true && value.value !== '');
          const text = knownText(model.environment('PIP_NO_CACHE_DIR', node));
          if (inRun || (text !== null && text !== '')) return 'PIP_NO_CACHE_DIR switches the cache of pip off; remove the variable';
        }
        if (manager === 'apk' && isApkCache(target) && has('--no-cache')) return '--no-cache switches the cache of apk off; remove the option';
      }
      return null;
    }

    function emptied(node: RunInstruction, commands: readonly PackageCommand[], target: string): string | null {
      const last = shell.commands(node).filter((command) => removesPath(command, target) === true).at(-1);
      if (last !== undefined && !isFilledAfter(commands, last.range.end)) return `${last.name ?? 'the RUN'} deletes what is in it; leave that out`;
      const clean = commands.find(({ action, manager }) => action === 'clean' && (CLEANED[manager]?.test(target) ?? false));
      return clean === undefined || isFilledAfter(commands, clean.command.range.end) ? null : `${clean.manager} ${clean.subcommandText} empties it; leave that out`;
    }

    function hooked(node: RunInstruction, commands: readonly PackageCommand[], target: string, stage: Stage): string | null {
      if (!/^\/var\/cache\/apt(?:\/archives)?$/.test(target)) return null;
      if (!commands.some(({ manager, action }) => manager.startsWith('apt') && action === 'install')) return null;
      const [first] = stage.chain;
      const base = first?.base.kind === 'image' ? first.base.known : null;
      if (base?.distribution !== 'debian' && base?.distribution !== 'ubuntu') return null;
      const touched = stage.chain.some((each) => each.instructions.some((other) => other.range.start <= node.range.start && TURNS_HOOK_OFF.test(textOf(other.range))));
      return touched ? null : 'the image deletes packages after each install; first remove /etc/apt/apt.conf.d/docker-clean';
    }

    function textOf({ start, end }: RunInstruction['range']): string {
      return model.source.text.slice(start, end);
    }

    return { stage: judge };
  },
  variants: { onbuild: { expect: 'silent', why: 'triggers run in the child image, with its own set-up' } },
  examples: [
    { good: 'FROM python:3.12\nRUN --mount=type=cache,target=/root/.cache/pip pip install flask' },
    { bad: 'FROM python:3.12\nRUN «--mount=type=cache,target=/root/.cache/pip» pip install --no-cache-dir flask', message: 'remove the option' },
    { bad: 'FROM python:3.12\nENV PIP_NO_CACHE_DIR=1\nRUN «--mount=type=cache,target=/root/.cache» pip install flask', message: 'remove the variable' },
    { bad: 'FROM alpine:3.20\nRUN «--mount=type=cache,target=/var/cache/apk» apk add --no-cache git' },
    { bad: 'FROM fedora:41\nRUN «--mount=type=cache,target=/var/cache/libdnf5» dnf install -y git && dnf clean all', message: 'dnf clean empties it' },
    { bad: 'FROM debian:12\nRUN «--mount=type=cache,target=/var/cache/apt» apt-get update && apt-get install -y git', message: 'docker-clean' },
    { good: 'FROM debian:12\nRUN rm -f /etc/apt/apt.conf.d/docker-clean\nRUN --mount=type=cache,target=/var/cache/apt apt-get update && apt-get install -y git' },
    { bad: 'FROM node:22\nRUN «--mount=type=cache,target=/root/.npm» npm ci && rm -rf /root/.npm' },
  ],
});

/** What the clean command of a manager empties. */
const CLEANED: Readonly<Record<string, RegExp>> = {
  'apt-get': /^\/var\/cache\/apt(?:\/|$)/, apt: /^\/var\/cache\/apt(?:\/|$)/, dnf: /^\/var\/cache\/(?:dnf|libdnf5)(?:\/|$)/, microdnf: /^\/var\/cache\/(?:dnf|yum)(?:\/|$)/,
  yum: /^\/var\/cache\/(?:yum|dnf)(?:\/|$)/, zypper: /^\/var\/cache\/zypp(?:\/|$)/,
};

const TURNS_HOOK_OFF = /docker-clean|Keep-Downloaded-Packages|apt\.conf/;

function isPipCache(target: string): boolean {
  return /\/\.cache(?:\/pip(?:\/|$)|$)/.test(target);
}

function isApkCache(target: string): boolean {
  return /^\/(?:var\/cache|etc)\/apk(?:\/|$)/.test(target);
}

function isFilledAfter(commands: readonly PackageCommand[], end: number): boolean {
  return commands.some(({ action, command }) => (action === 'install' || action === 'refresh' || action === 'download') && command.range.start >= end);
}
