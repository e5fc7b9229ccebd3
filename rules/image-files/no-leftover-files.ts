import {
  contextPath, defineRule, hasMount, isRemoteSource, knownText, mentions, removedPaths, shorten, tarExtraction, type AddInstruction, type CopyInstruction, type RunInstruction,
  type ShellCommand, type ShellWord,
} from '../../src/rule';

export default defineRule({
  summary: 'Leave nothing in the image that only the work on it needed',
  why: `A downloaded archive that was unpacked doubles its weight in the layer, and a later \`rm\` does not bring it back: only the RUN that
fetched it can remove it. Folders of editors and version control say more of the developer's machine than an image should.`,
  exceptions: 'An archive that the program itself needs, or a repository that the image is about.',
  severity: 'info',
  presets: { strict: {} },
  aliases: ['dockle:DKL-LI-0003', 'dockerfile-doctor:DD016'],
  controls: [],
  dockerfile: ({ model, shell, facts, report }) => {
    function judgeCopy(node: AddInstruction | CopyInstruction): void {
      if (node.flags.some(({ name }) => name === 'from') || model.stageOf(node)?.isShipped !== true) return;
      for (const source of node.sources) {
        const text = knownText(model.resolve(source, node));
        if (text === null || isRemoteSource(text) || !LEFTOVER.test(contextPath(text)) || facts.context?.isWhollyIgnored(contextPath(text)) === true) continue;
        report({ at: source.range, message: `${shorten(text, 60)} is a leftover of the work on the project; leave it out of the image` });
      }
    }

    function judgeRun(node: RunInstruction): void {
      if (model.stageOf(node)?.isShipped !== true || !mentions(model, node, /\b(?:curl|wget)\b/) || !mentions(model, node, UNPACKS)) return;
      const commands = shell.commands(node);
      commands.forEach((command, index) => {
        const archive = unpackedArchive(command);
        if (archive === null || !archive.literal || hasMount(node, archive.value)) return;
        if (!commands.slice(0, index).some((earlier) => downloads(earlier, archive.value))) return;
        if (commands.some((later) => takesAway(later, archive.value))) return;
        report({ at: archive.range, message: `${shorten(archive.value, 60)} is downloaded and unpacked, and stays in the layer; remove it in the same RUN` });
      });
    }

    return { ADD: judgeCopy, COPY: judgeCopy, RUN: judgeRun };
  },
  examples: [
    { good: 'FROM debian:12\nRUN curl -fsSLo /tmp/a.tgz https://example.org/a.tgz && tar xzf /tmp/a.tgz -C /opt && rm /tmp/a.tgz\nRUN curl -f https://example.org/b.tgz | tar xz -C /opt' },
    { bad: 'FROM debian:12\nRUN curl -fsSLo /opt/a.tgz https://example.org/a.tgz && tar xzf «/opt/a.tgz» -C /opt', message: 'in the same RUN' },
    { bad: 'FROM debian:12\nRUN wget -q https://example.org/x/a.zip && unzip -q «a.zip» && rm -rf /var/lib/apt/lists/*\nRUN rm a.zip' },
    { good: 'FROM debian:12\nRUN cd /tmp && curl -fO https://example.org/a.tgz && tar xzf a.tgz && rm -rf /tmp/*\nRUN wget https://example.org/b.tar; tar xf b.tar; mv b.tar /srv/' },
    { good: 'FROM debian:12 AS build\nRUN curl -fo /a.tgz https://example.org/a.tgz && tar xzf /a.tgz\nCOPY .idea /x\nFROM debian:12\nRUN --mount=type=cache,target=/dl curl -fo /dl/a.tgz https://example.org/a.tgz && tar xzf /dl/a.tgz' },
    { bad: 'FROM debian:12\nCOPY app «.vscode» «src/__pycache__/» /app/\nCOPY app/.svnignore /app/' },
    { context: { ignore: '**/.DS_Store' }, good: 'FROM debian:12\nCOPY .DS_Store /app/' },
  ],
});

/** Of editors, version control and caches; `.git` is the concern of no-secret-file-copy. */
const LEFTOVER = /(?:^|\/)(?:\.(?:idea|vscode|svn|hg|bzr|DS_Store|pytest_cache|mypy_cache|ruff_cache|sass-cache|vs)|Thumbs\.db|__pycache__|[^/]*\.(?:sw[op]|orig|rej)|[^/]+~)$/;

/** In the text of every instruction that {@link unpackedArchive} has an answer for. */
const UNPACKS = /\b(?:(?:g|bsd)?tar|unzip)\b/;

function unpackedArchive(command: ShellCommand): ShellWord | null {
  const extraction = tarExtraction(command);
  if (extraction !== null) return extraction.archive;
  if (command.name !== 'unzip') return null;
  return command.words.slice(1).find(({ value }) => !value.startsWith('-')) ?? null;
}

/** Whether a command fetches a file of that name: it writes it, or its URL ends so. */
function downloads({ name, words, redirects }: ShellCommand, archive: string): boolean {
  if (name !== 'curl' && name !== 'wget') return false;
  const wanted = baseName(archive);
  return [...words.slice(1), ...redirects.flatMap(({ target }) => target ?? [])].some(({ value }) => value === archive || baseName(value) === wanted || value.endsWith(`=${archive}`));
}

/** Whether a command may remove the archive or move it elsewhere. A relative path may lie in any folder that is removed. */
function takesAway(command: ShellCommand, archive: string): boolean {
  if (command.name === 'mv') return command.words.some(({ value }) => baseName(value) === baseName(archive));
  return removedPaths(command).some((word) => mayCover(word, archive));
}

function mayCover({ value, literal }: ShellWord, archive: string): boolean {
  if (CACHES.test(value)) return false;
  const path = value.replace(/\/+\*?$/, '');
  if (baseName(path) === baseName(archive)) return true;
  if (archive.startsWith('/') && value.startsWith('/') && literal) return archive.startsWith(`${path}/`);
  if (archive.startsWith('/') && value.startsWith('/') && /^[^*?[$`]*\/\*$/.test(value)) return archive.startsWith(`${path}/`);
  // A file of another name holds nothing.
  return !literal || !/[^/]\.[A-Za-z]\w*$/.test(path);
}

/** Where package managers keep what they fetch; nobody unpacks an archive there. */
const CACHES = /^\/(?:var\/(?:lib\/apt|cache)|root\/\.(?:cache|npm|cargo))(?:\/|$)/;

function baseName(path: string): string {
  return path.slice(path.lastIndexOf('/') + 1);
}
