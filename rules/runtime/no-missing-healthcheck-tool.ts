import {
  baseName, chainInstructions, defineRule, imageName, mayBring, mentions, type HealthcheckInstruction, type Instruction, type Stage,
} from '../../src/rule';

export default defineRule({
  summary: 'Check the health with a program that the image has',
  why: `Slim, Alpine and distroless images come without curl, many without wget. A check that calls a missing program fails every time, and
the container is "unhealthy" for ever. What the common bases lack is known; what the file installs or copies counts.`,
  exceptions: 'A program that comes in by a way that the file does not show, such as a script that is called without its name.',
  severity: 'warning',
  presets: { strict: {} },
  aliases: [],
  controls: [],
  mentions: ['healthcheck'],
  dockerfile: ({ model, shell, report }) => {
    /** Installs it, runs something that may, or copies something to where programs lie. */
    function mayInstall(node: Instruction, program: string): boolean {
      if (node.keyword === 'COPY' || node.keyword === 'ADD') return PROGRAM_FOLDERS.some((folder) => mayBring(model, node, `${folder}/${program}`));
      if (node.keyword !== 'RUN') return false;
      if (mentions(model, node, program)) return true;
      const scripts = shell.scripts(node);
      if ((scripts.length === 0 && node.command?.form !== 'json') || scripts.some(({ readable }) => !readable)) return true;
      return shell.commands(node).some(({ name, words }) => name === null || /[/$]|\.sh$/.test(name) || (SHELLS.test(name) && words.length > 1) || isInstallOfUnknown(words.map(({ value }) => value)));
    }

    function judge(stage: Stage): void {
      const base = stage.chain[0]?.base;
      const known = base?.kind === 'image' ? base.known : null;
      if (base?.kind !== 'image' || known === null || known.os !== 'linux' || known.missingTools.length === 0) return;
      const all = chainInstructions(stage);
      const check = all.filter((node): node is HealthcheckInstruction => node.keyword === 'HEALTHCHECK').at(-1);
      if (check === undefined || check.trigger || check.command === null || model.stateAt(check).os === 'windows') return;
      for (const { name, nameRange } of shell.commands(check)) {
        const program = name === null ? null : baseName(name);
        if (program === null || nameRange === null || !known.missingTools.includes(program)) continue;
        if (all.some((node) => mayInstall(node, program))) continue;
        report({
          at: nameRange,
          message: `${imageName(base.reference)} has no ${program} and nothing here installs it, so the check always fails; install ${program} or check with what is there`,
        });
        return;
      }
    }

    return { end: () => model.outputs.forEach(judge) };
  },
  variants: { onbuild: { expect: 'skip', why: 'a trigger runs on what the child image installs' } },
  examples: [
    { good: 'FROM python:3.12-slim\nRUN apt-get update && apt-get install -y curl\nHEALTHCHECK CMD curl -f localhost' },
    { good: 'FROM alpine:3.20\nHEALTHCHECK CMD wget -q -O - localhost || exit 1\nFROM python:3.12\nHEALTHCHECK CMD curl -f localhost' },
    { good: 'FROM debian:12\nCOPY --from=tools /usr/bin/curl /usr/bin/\nHEALTHCHECK CMD ["curl", "-f", "localhost"]\nFROM debian:12\nRUN ./install.sh\nHEALTHCHECK CMD curl localhost' },
    { bad: 'FROM python:3.12-slim\nRUN pip install flask\nHEALTHCHECK --interval=5s CMD «curl» -f http://localhost/ || exit 1', message: 'no curl' },
    { bad: 'FROM node:22-alpine AS base\nRUN apk add --no-cache tini\nFROM base\nHEALTHCHECK CMD [«"curl"», "-f", "localhost"]' },
    { bad: 'FROM mcr.microsoft.com/dotnet/aspnet:8.0\nCOPY app /app/\nHEALTHCHECK CMD test -f /x && «wget» -q localhost' },
  ],
});

const PROGRAM_FOLDERS: readonly string[] = ['/bin', '/usr/bin', '/usr/local/bin', '/sbin', '/usr/sbin'];
const SHELLS = /^(?:ba|da|a|z)?sh$/;

/** Packages from a list that is not written here. */
function isInstallOfUnknown(words: readonly string[]): boolean {
  return words.some((word) => /^(?:install|add)$/.test(word)) && words.some((word) => /[$@]|^\.|^-r/.test(word) && !/@\d/.test(word));
}
