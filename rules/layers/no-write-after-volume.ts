import { absolutePath, baseName, defineRule, knownDirectory, knownText, liesIn, mentions, type Instruction, type Range, type ShellCommand, type Stage } from '../../src/rule';

/** Programs that write to the paths they are given. */
const WRITERS = /^(?:mkdir|touch|cp|mv|install|ln|tee|chown|chmod|tar|unzip|rsync)$/;

export default defineRule({
  summary: 'Do not write below a path that VOLUME declared',
  why: `The classic builder throws away what a RUN changes in a volume that was declared before; BuildKit keeps it. The same file so gives
two images. Put VOLUME behind everything that fills its path.`,
  exceptions: 'If only BuildKit ever builds the file, nothing is lost; the order still surprises readers.',
  severity: 'info',
  presets: { strict: {} },
  aliases: [],
  controls: [],
  mentions: ['volume'],
  dockerfile: ({ model, shell, report }) => {
    function judge(stage: Stage): void {
      const volumes: string[] = stage.chain.slice(0, -1).flatMap((each) => each.instructions).flatMap(volumesOf);
      for (const node of stage.instructions) {
        if (volumes.length > 0) judgeInstruction(node, volumes);
        volumes.push(...volumesOf(node));
      }
    }

    function volumesOf(node: Instruction): readonly string[] {
      if (node.keyword !== 'VOLUME') return [];
      return node.paths.flatMap((word) => absolutePath(knownText(model.resolve(word, node)) ?? '', knownDirectory(model.stateAt(node))) ?? []).filter((path) => path !== '/');
    }

    function judgeInstruction(node: Instruction, volumes: readonly string[]): void {
      if (node.keyword === 'COPY' || node.keyword === 'ADD') {
        const path = node.destination === null ? null : absolutePath(knownText(model.resolve(node.destination, node)) ?? '', knownDirectory(model.stateAt(node)));
        if (node.destination !== null) reportBelow(node.destination.range, path, volumes, node.keyword);
      } else if (node.keyword === 'RUN' && volumes.some((volume) => mentions(model, node, volume))) {
        for (const command of shell.commands(node)) {
          const written = writtenPath(command, volumes);
          if (written === null) continue;
          reportBelow(written.range, written.path, volumes, command.name ?? 'RUN');
          return;
        }
      }
    }

    function reportBelow(at: Range, path: string | null, volumes: readonly string[], what: string): void {
      const volume = path === null ? undefined : volumes.find((each) => liesIn(path, each));
      if (volume === undefined) return;
      report({ at, message: `${what} writes below the volume ${volume}, which the classic builder throws away; put VOLUME behind it` });
    }

    return { stage: judge };
  },
  variants: { onbuild: { expect: 'silent', why: 'triggers run in the child image' } },
  examples: [
    { good: 'FROM debian:12\nRUN mkdir -p /data && chown 1000 /data\nVOLUME /data\nCOPY a /opt/a' },
    { bad: 'FROM debian:12\nVOLUME /data\nRUN mkdir -p «/data/db»', message: 'mkdir writes below the volume /data' },
    { bad: 'FROM debian:12\nWORKDIR /srv\nVOLUME ["/srv/data", "/log"]\nCOPY seed.sql «data/»\nRUN echo started > «/log/first»' },
    { bad: 'FROM debian:12 AS base\nVOLUME /data\nFROM base\nCOPY a «/data»' },
    { good: 'FROM debian:12\nVOLUME /data\nCOPY a /database\nRUN ls /data && grep -r x /data' },
  ],
});

/** The last operand or a redirection that lies in one of the volumes. */
function writtenPath(command: ShellCommand, volumes: readonly string[]): { readonly path: string; readonly range: Range } | null {
  const targets = command.redirects.filter(({ operator }) => operator.startsWith('>') || operator.startsWith('&>')).flatMap(({ target }) => target ?? []);
  const operands = command.name !== null && WRITERS.test(baseName(command.name)) ? command.words.slice(-1) : [];
  for (const word of [...targets, ...operands]) {
    const path = word.literal ? absolutePath(word.value.startsWith('/') ? word.value : '', null) : null;
    if (path !== null && volumes.some((volume) => liesIn(path, volume))) return { path, range: word.range };
  }
  return null;
}
