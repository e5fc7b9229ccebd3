import {
  defineRule, isMisplaced, packageCommands, sliceOf, sortByName,
  type PackageCommand, type PackageManagerName, type ReportedFix, type RunInstruction, type ShellWord,
} from '../../src/rule';

export default defineRule({
  summary: 'List packages in alphabetical order',
  why: `In a sorted list a package is found at a glance and is not named twice, and two people who add one each seldom change the same line.

Names are compared without their versions. Any of the usual orders will do: capitals first or mixed, signs counted or not, 9 before 10
or behind it. A blank line, a comment or a variable in the list begins a new group, which is judged by itself.`,
  exceptions: 'Lists that are ordered by purpose; part the purposes by comments, and each is judged by itself.',
  severity: 'off',
  presets: {},
  aliases: ['tally:sort-packages'],
  controls: [],
  options: {
    lists: {
      type: 'string',
      enum: ['all', 'multi-line'],
      default: 'all',
      description: '`multi-line` leaves out lists that are written on one line.',
    },
  },
  mentions: { RUN: [
    'apk', 'apt', 'aptitude', 'bun', 'composer', 'conda', 'dnf', 'mamba', 'microdnf', 'micromamba', 'npm', 'pacman', 'pip', 'pnpm', 'tdnf', 'uv', 'yarn', 'yum', 'zypper',
  ] },
  dockerfile: ({ model, shell, options, report }) => {
    function isSpread(group: readonly Named[]): boolean {
      const [first, last] = [group[0], group.at(-1)];
      return first !== undefined && last !== undefined && sliceOf(model.source, { start: first.word.range.start, end: last.word.range.end }).includes('\n');
    }

    /** Names that stand together: what is no name, and more than one line break, part them. */
    function groupsOf({ manager, packages, opaque }: PackageCommand): readonly (readonly Named[])[] {
      const words = opaque.length === 0 ? packages : [...packages, ...opaque].sort((one, other) => one.range.start - other.range.start);
      const groups: Named[][] = [];
      let group: Named[] = [];
      let end = -1;
      for (const word of words) {
        const name = nameIn(word, manager);
        const parted = end !== -1 && sliceOf(model.source, { start: end, end: word.range.start }).split('\n').length > 2;
        if (name === null || parted) {
          groups.push(group);
          group = [];
        }
        if (name !== null) group.push({ word, name });
        end = word.range.end;
      }
      return [...groups, group].filter(({ length }) => length > 1);
    }

    function fixOf(groups: readonly (readonly Named[])[]): ReportedFix | null {
      if (groups.flat().some(({ word }) => sliceOf(model.source, word.range) !== word.raw)) return null;
      const edits = groups.filter((group) => misplacedIn(group).length > 0).flatMap((group) => {
        const sorted = sortByName(group, ({ name }) => name);
        return group.flatMap(({ word }, index) => {
          const text = sorted[index]?.word.raw ?? word.raw;
          return text === word.raw ? [] : [{ at: word.range, text }];
        });
      });
      return { kind: 'suggestion', changes: 'image', edits };
    }

    function judge(asked: PackageCommand): void {
      if (!SORTED.has(asked.manager) || asked.action !== 'install') return;
      const groups = groupsOf(asked).filter((group) => options.lists === 'all' || isSpread(group));
      const wrong = groups.flatMap(misplacedIn)[0];
      if (wrong === undefined) return;
      const fix = fixOf(groups);
      report({
        at: wrong.named.word.range,
        message: `${wrong.named.name} stands behind ${wrong.before.name} in this list of packages; sort it by name`,
        ...(fix === null ? {} : { fix }),
      });
    }

    return { RUN: (node: RunInstruction) => packageCommands(model, shell, node).forEach(judge) };
  },
  variants: { comments: { expect: 'skip', why: 'a comment in the list begins a new group' } },
  examples: [
    {
      bad: 'FROM debian:12\nRUN apt-get update && apt-get install -y \\\n    git \\\n    «curl=8.*» \\\n    jq',
      fixed: 'FROM debian:12\nRUN apt-get update && apt-get install -y \\\n    curl=8.* \\\n    git \\\n    jq',
      message: 'curl stands behind git',
    },
    { good: 'FROM debian:12\nRUN apt-get install -y g++ gcc git git-lfs libssl1.1 libssl-dev python3.9 python3.10' },
    { good: 'FROM debian:12\nARG MORE\nRUN apt-get install -y git \\\n    # for the tests\n    curl $MORE bash ./a.deb && apt-get remove -y b a' },
    {
      bad: 'FROM alpine:3.20\nRUN apk add --no-cache --virtual .build make «gcc» && pip install wheel==1 «"flask>2"»',
      fixed: 'FROM alpine:3.20\nRUN apk add --no-cache --virtual .build gcc make && pip install "flask>2" wheel==1',
    },
    { bad: 'FROM node:22\nRUN npm install -g typescript@5 «@a/b@1» eslint', fixed: 'FROM node:22\nRUN npm install -g @a/b@1 eslint typescript@5' },
    { good: 'FROM debian:12\nENV TOOLS="git curl"\nRUN apt-get install -y $TOOLS && gem install rails bundler' },
    { options: { lists: 'multi-line' }, good: 'FROM fedora:41\nRUN dnf install -y git curl' },
    { options: { lists: 'multi-line' }, bad: 'FROM fedora:41\nRUN dnf install -y git \\\n      «curl»', fixed: 'FROM fedora:41\nRUN dnf install -y curl \\\n      git' },
  ],
});

interface Named {
  readonly word: ShellWord;
  readonly name: string;
}

/** Managers that look at the whole list before they begin; `gem` installs one after the other. */
const SORTED: ReadonlySet<PackageManagerName> = new Set([
  'apt', 'apt-get', 'aptitude', 'apk', 'yum', 'dnf', 'microdnf', 'tdnf', 'zypper', 'pacman', 'pip', 'uv', 'npm', 'yarn', 'pnpm', 'bun', 'composer', 'conda',
]);

/** Names that stand behind one they should stand before. As written they may be in order, since some sort quotes and versions with the names. */
function misplacedIn(group: readonly Named[]): readonly { readonly named: Named; readonly before: Named }[] {
  return group.flatMap((named, index) => {
    const before = group[index - 1];
    return before !== undefined && isMisplaced(named.name, before.name) && isMisplaced(named.word.raw, before.word.raw) ? [{ named, before }] : [];
  });
}

/** Without version and release; null for files, addresses, `perl(x)` and what a variable holds. */
function nameIn({ value, raw }: ShellWord, manager: PackageManagerName): string | null {
  if (/[$`(]/.test(raw) || /^[./~!-]|:\/\/|\.(?:deb|rpm|apk|whl|tgz|zip|tar\.\w+)$/.test(value)) return null;
  const name = /^(?:npm|pnpm|yarn|bun)$/.test(manager) ? value.replace(/(?<=.)@[^/]*$/, '') : value.replace(/(?<=.)[=<>~!@;:/[\s].*$/s, '');
  return name === '' ? null : name;
}
