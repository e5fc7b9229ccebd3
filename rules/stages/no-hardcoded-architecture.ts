import { defineRule, download, mentions, shorten, type AddInstruction, type Instruction, type Range, type RunInstruction, type Word } from '../../src/rule';

const ARCHITECTURE = /(?<![A-Za-z\d])(?:amd64|x86[_-]64|arm64|aarch64)(?![A-Za-z\d])/;
const FAMILIES: readonly RegExp[] = [/amd64|x86[_-]64/, /arm64|aarch64/];
const ASKS_FOR_TARGET = /\$\{?(?:TARGETARCH|TARGETPLATFORM)\b/;

export default defineRule({
  summary: 'Do not name one architecture in a download of a file that builds for several',
  why: `The rest of the file follows the platform that is asked for, this download does not: the image for another platform gets a program that
cannot start there, and nobody notices before it is run. Take the name from TARGETARCH.`,
  exceptions: 'A file that is only data, or that runs under emulation on purpose, may name its architecture.',
  severity: 'off',
  presets: { strict: {} },
  aliases: [],
  controls: [],
  mentions: ['targetarch', 'targetplatform', 'platform'],
  dockerfile: ({ model, shell, report }) => {
    let several: boolean | null = null;

    /** It asks for the target platform somewhere, or its stages are for different architectures. */
    function buildsForSeveral(): boolean {
      return (several ??= model.document.instructions.some((node) => ASKS_FOR_TARGET.test(node.argumentText) || node.heredocs.some((heredoc) => ASKS_FOR_TARGET.test(model.source.text.slice(heredoc.bodyRange.start, heredoc.bodyRange.end))))
        || FAMILIES.every((family) => model.stages.some((stage) => family.test(platformOf(stage.from)?.value ?? ''))));
    }

    function platformOf({ flags }: Instruction): Word | null {
      return flags.find(({ name }) => name === 'platform')?.value ?? null;
    }

    /** The platform of the stage is settled, or its name says what it is for. */
    function isForOne(node: Instruction): boolean {
      const stage = model.stageOf(node);
      return stage === null || stage.chain.some(({ name, from }) => ARCHITECTURE.test(name ?? '') || platformOf(from) !== null || ARCHITECTURE.test(from.image?.value ?? ''));
    }

    function judge(node: Instruction, urls: readonly { readonly url: string; readonly range: Range }[]): void {
      const found = urls.filter(({ url }) => /^(?:https?|ftp):\/\//.test(url) && ARCHITECTURE.test(url));
      const [first] = found;
      if (first === undefined || !buildsForSeveral() || isForOne(node)) return;
      // One of each: for something that holds them all.
      if (FAMILIES.every((family) => urls.some(({ url }) => family.test(url)))) return;
      const name = ARCHITECTURE.exec(first.url)?.[0] ?? '';
      report({ at: first.range, message: `The download ${shorten(first.url, 80)} is for ${name} alone, while the file builds for several platforms; take the name from TARGETARCH` });
    }

    return {
      RUN(node: RunInstruction) {
        if (!mentions(model, node, ARCHITECTURE) || !mentions(model, node, /\b(?:curl|wget)\b/)) return;
        // A RUN that asks which architecture it is for downloads accordingly.
        if (mentions(model, node, /TARGET(?:ARCH|PLATFORM)|uname|print-arch|\barch\)|\bcase\b|\bif\b/)) return;
        judge(node, shell.commands(node).flatMap((command) => (download(command)?.urls ?? []).map(({ value, range }) => ({ url: value, range }))));
      },
      ADD(node: AddInstruction) {
        judge(node, node.sources.map(({ value, range }) => ({ url: value, range })));
      },
    };
  },
  examples: [
    { bad: 'FROM debian:12\nARG TARGETARCH\nRUN echo $TARGETARCH\nRUN curl -fsSLO «https://example.org/tool-linux-amd64.tar.gz»', message: 'for amd64 alone' },
    { good: 'FROM debian:12\nARG TARGETARCH\nRUN curl -fsSLO https://example.org/tool-linux-$TARGETARCH.tar.gz' },
    { good: 'FROM debian:12\nRUN curl -fsSLO https://example.org/tool-linux-amd64.tar.gz' },
    { good: 'FROM debian:12 AS tool-amd64\nADD https://example.org/tool-amd64 /tool\nFROM debian:12 AS tool-arm64\nADD https://example.org/tool-arm64 /tool\nFROM tool-$TARGETARCH' },
    { bad: 'FROM --platform=linux/amd64 debian:12 AS a\nFROM --platform=linux/arm64 debian:12 AS b\nFROM debian:12\nADD «https://example.org/tool.x86_64.rpm» /tool', message: 'for x86_64 alone' },
    { good: 'FROM debian:12\nARG TARGETARCH\nRUN echo $TARGETARCH\nRUN curl -O https://example.org/a-amd64 && curl -O https://example.org/a-arm64' },
    { good: 'FROM debian:12\nRUN echo $TARGETARCH\nRUN if [ "$(uname -m)" = x86_64 ]; then curl -O https://example.org/a-amd64; fi' },
  ],
});
