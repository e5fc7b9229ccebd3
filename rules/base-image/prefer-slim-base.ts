import { chainInstructions, defineRule, imageName, mentions, packageCommands, type Stage } from '../../src/rule';

export default defineRule({
  summary: 'Ship on the slim variant of the base',
  why: `The general images of Node.js, Python, Ruby and the like bring compilers, headers and version control for building extensions: several
hundred megabytes that a program does not need when it runs. The slim variant has the same interpreter and nothing more.`,
  exceptions: 'Programs that call git, curl or a compiler when they run need the general image, or install these on the slim one.',
  severity: 'off',
  presets: {},
  aliases: ['dockerfile-doctor:DD018'],
  controls: [],
  dockerfile: ({ model, shell, report }) => {
    const reported = new Set<Stage>();

    /** Something in the chain uses what the slim variant lacks, or may. */
    function usesMore(stage: Stage): boolean {
      return chainInstructions(stage).some((node) => {
        // What a trigger needs is for the child image to know.
        if (node.keyword === 'ONBUILD') return true;
        if (node.keyword !== 'RUN') return false;
        if (mentions(model, node, /\b(?:gcc|g\+\+|make|cmake|git|curl|wget|build)\b/)) return true;
        return packageCommands(model, shell, node).some(({ action, manager }) => action === 'install' && manager !== 'apt-get' && manager !== 'apt');
      });
    }

    function judge(stage: Stage): void {
      const root = stage.chain[0];
      if (root?.base.kind !== 'image' || reported.has(root)) return;
      const { known, reference } = root.base;
      const { tag } = reference;
      if (known === null || tag.kind !== 'known' || reference.digest.kind !== 'absent') return;
      const slim = slimTag(known.name, tag.text);
      if (slim === null || usesMore(stage)) return;
      reported.add(root);
      report({ at: tag.range, message: `${imageName(reference)} brings tools for building; if nothing needs them, take the tag ${slim}` });
    }

    return { end: () => model.outputs.forEach(judge) };
  },
  variants: { onbuild: { expect: 'skip', why: 'a trigger needs its tools in the child image' } },
  examples: [
    { good: 'FROM node:22\nONBUILD RUN ./install.sh' },
    { good: 'FROM node:22-slim\nCMD ["node", "."]\nFROM node:22-alpine\nCMD ["node", "."]\nFROM node:22\nRUN npm ci' },
    { good: 'FROM python:3.12 AS build\nRUN pip wheel .\nFROM python:3.12-slim\nCOPY --from=build /w /w' },
    { bad: 'FROM node:«22»\nCOPY . /app\nCMD ["node", "/app"]', message: '22-slim' },
    { bad: 'FROM python:«3.12-bookworm» AS a\nFROM a\nCOPY . /app', message: '3.12-slim-bookworm' },
    { bad: 'FROM ruby:«3.3»\nRUN apt-get update && apt-get install -y tini', message: '3.3-slim' },
  ],
});

/** The tag with `slim` where the image puts it; null when there is none, or it is slim already. */
function slimTag(name: string, tag: string): string | null {
  if (/slim|alpine|onbuild|windows|nanoserver|experimental|sid|unstable|buildpack|testing/.test(tag)) return null;
  const [, version = '', codeName] = /^(.*?)(?:(?:^|-)(trixie|bookworm|bullseye|buster|stretch|jessie))?$/.exec(tag) ?? [];
  switch (name) {
    case 'node':
      return tag === 'latest' ? 'slim' : `${tag}-slim`;
    case 'python':
    case 'ruby':
    case 'perl':
      if (!/^(?:\d[\d.]*)?$/.test(version)) return null;
      return [version, 'slim', codeName ?? ''].filter((part) => part !== '').join('-');
    default:
      return null;
  }
}
