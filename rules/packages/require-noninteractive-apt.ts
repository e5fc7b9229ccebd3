import { APT_WORDS, defineRule, knownText, mentions, packageCommands, type PackageCommand, type RunInstruction } from '../../src/rule';

/** Packages whose set-up asks a question and waits for the answer. */
const ASKING: ReadonlySet<string> = new Set([
  'tzdata', 'keyboard-configuration', 'console-setup', 'iptables-persistent', 'debconf-kde-helper', 'postfix', 'exim4', 'exim4-config', 'krb5-config', 'krb5-user', 'wireshark',
  'wireshark-common', 'slapd', 'phpmyadmin', 'ttf-mscorefonts-installer', 'grub-pc', 'lightdm', 'gdm3', 'jackd2', 'nslcd', 'libnss-ldap', 'libpam-ldap', 'msmtp', 'dash',
]);

/** The first Debian release whose images come without tzdata; the older ones answered its questions when they were made. */
const FIRST_WITHOUT_TZDATA = 13;

/** The set-up of tzdata takes a time zone that it finds there, and does not ask. */
const TIME_ZONE = /\/etc\/(?:timezone|localtime)\b/;

export default defineRule({
  summary: 'Install packages that ask questions without asking',
  why: `The set-up of some packages asks for a time zone or a keyboard. \`-y\` does not answer that: without \`DEBIAN_FRONTEND=noninteractive\` the build
waits for an answer that nobody can give, or prints pages of warnings.`,
  exceptions: 'Answers that debconf-set-selections gives beforehand are enough, and so is a time zone in /etc/timezone or /etc/localtime for tzdata.',
  severity: 'info',
  presets: { strict: {} },
  aliases: [],
  controls: [],
  mentions: { RUN: APT_WORDS },
  dockerfile: ({ model, shell, report }) => {
    function isQuiet(node: RunInstruction, { command }: PackageCommand): boolean {
      if (knownText(model.environment('DEBIAN_FRONTEND', node)) !== '') return true;
      if (command.assignments.some(({ name }) => name === 'DEBIAN_FRONTEND') || command.wrapper?.assignments.some(({ name }) => name === 'DEBIAN_FRONTEND') === true) return true;
      return mentions(model, node, /DEBIAN_FRONTEND|DEBCONF_NONINTERACTIVE|debconf-set-selections|DebianFrontend/);
    }

    /** The image has it already, or a time zone was set before: tzdata has nothing to ask. */
    function isAnswered(node: RunInstruction, { command }: PackageCommand): boolean {
      const chain = model.stageOf(node)?.chain ?? [];
      const base = chain[0]?.base.kind === 'image' ? chain[0].base.known : null;
      if (base?.distribution === 'debian' && base.release !== null && Number.parseFloat(base.release) < FIRST_WITHOUT_TZDATA) return true;
      const earlier = chain.flatMap(({ instructions }) => instructions).filter((each) => each.range.start < node.range.start);
      if (earlier.some((each) => each.keyword === 'RUN' && mentions(model, each, TIME_ZONE))) return true;
      const words = shell.commands(node).filter(({ range }) => range.start < command.range.start).flatMap((each) => [...each.words, ...each.redirects.flatMap(({ target }) => target ?? [])]);
      return words.some(({ value }) => TIME_ZONE.test(value));
    }

    return {
      RUN(node: RunInstruction) {
        for (const asked of packageCommands(model, shell, node)) {
          if (asked.action !== 'install' || !asked.manager.startsWith('apt') || asked.dryRun) continue;
          const found = asked.packages.find(({ value }) => {
            const name = value.replace(/[=/:].*$/, '');
            return ASKING.has(name) && !(name === 'tzdata' && isAnswered(node, asked));
          });
          if (found === undefined || isQuiet(node, asked)) continue;
          const place = asked.command.wrapper === null ? asked.command.range.start : null;
          report({
            at: found.range,
            message: `${found.value} asks questions while it is set up; set DEBIAN_FRONTEND=noninteractive in front of ${asked.manager}`,
            ...(place === null ? {} : { fix: { kind: 'suggestion', changes: 'image', edits: [{ at: { start: place, end: place }, text: 'DEBIAN_FRONTEND=noninteractive ' }] } }),
          });
        }
      },
    };
  },
  variants: { onbuild: { expect: 'silent', why: 'the environment of a trigger is that of the child image' } },
  examples: [
    { good: 'FROM ubuntu:24.04\nRUN apt-get update && DEBIAN_FRONTEND=noninteractive apt-get install -y tzdata' },
    {
      bad: 'FROM ubuntu:24.04\nRUN apt-get update && apt-get install -y git «tzdata»',
      fixed: 'FROM ubuntu:24.04\nRUN apt-get update && DEBIAN_FRONTEND=noninteractive apt-get install -y git tzdata',
    },
    { good: 'FROM ubuntu:24.04\nARG DEBIAN_FRONTEND=noninteractive\nRUN apt-get update && apt-get install -y tzdata' },
    { good: 'FROM ubuntu:24.04\nRUN export DEBIAN_FRONTEND=noninteractive; apt-get update; apt-get install -y tzdata' },
    { bad: 'FROM debian:13\nRUN apt-get update && apt-get install -y «tzdata»' },
    { good: 'FROM debian:12\nRUN apt-get update && apt-get install -y tzdata' },
    { bad: 'FROM debian:12\nRUN apt-get update && apt-get install -y tzdata «postfix»' },
    { good: 'FROM ubuntu:24.04\nENV TZ=Europe/Berlin\nRUN ln -snf /usr/share/zoneinfo/$TZ /etc/localtime && echo $TZ > /etc/timezone && apt-get update && apt-get install -y tzdata' },
    { bad: 'FROM ubuntu:24.04\nRUN apt-get update && apt-get install -y «tzdata» && ln -snf /usr/share/zoneinfo/Europe/Berlin /etc/localtime' },
    { good: 'FROM alpine:3.20\nRUN apk add --no-cache tzdata' },
    { good: 'ARG BASE\nFROM $BASE\nRUN apt-get install -y tzdata' },
  ],
});
