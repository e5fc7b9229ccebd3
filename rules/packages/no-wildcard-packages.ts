import { APT_WORDS, defineRule, packageCommands, RPM_WORDS, type RunInstruction } from '../../src/rule';

/** Managers whose install takes patterns; for others such a name is a mistake of its own. */
const TAKES_PATTERNS: ReadonlySet<string> = new Set(['apt', 'apt-get', 'aptitude', 'yum', 'dnf', 'microdnf', 'tdnf', 'zypper']);

export default defineRule({
  summary: 'Name each package that is installed',
  why: `A pattern installs whatever matches on the day of the build: more than was meant, and tomorrow more again. apt even takes a name with a plus or a
dot for a pattern when no such package exists.`,
  severity: 'off',
  presets: { strict: {} },
  aliases: ['dockerfile-doctor:DD069'],
  controls: [],
  mentions: { RUN: [...APT_WORDS, ...RPM_WORDS] },
  dockerfile: ({ model, shell, report }) => ({
    RUN(node: RunInstruction) {
      for (const { manager, action, subcommandText, packages } of packageCommands(model, shell, node)) {
        // What is installed again is there already, so that a pattern brings nothing new.
        if (action !== 'install' || subcommandText === 'reinstall' || !TAKES_PATTERNS.has(manager)) continue;
        // A path or a version may well hold one, also the version of an rpm: `libuv-1.44*`.
        const found = packages.find(({ value }) => /[*?]/.test(value) && /[*?]/.test(value.replace(/[=<>~].*$|-\d[\w.]*\*$/, '')) && !value.includes('/') && !/\.(?:deb|rpm)$/.test(value));
        if (found !== undefined) report({ at: found.range, message: `${found.value} installs whatever matches on the day of the build; name the packages` });
      }
    },
  }),
  examples: [
    { good: 'FROM debian:12\nRUN apt-get update && apt-get install -y git ./*.deb curl=8.*' },
    { bad: 'FROM debian:12\nRUN apt-get update && apt-get install -y git «"php8.2-*"»' },
    { bad: 'FROM fedora:41\nRUN dnf install -y «texlive-*»', message: 'name the packages' },
    { good: 'FROM debian:12\nRUN apt-get remove -y "libx*" && dnf -y reinstall "*" && ls * && dnf install -y libuv-1.44*' },
  ],
});
