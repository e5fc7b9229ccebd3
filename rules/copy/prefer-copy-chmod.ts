import {
  defineRule, mentions, shorten, wholeLines, type CopyInstruction, type Instruction, type ReportedFix, type RunInstruction, type ShellCommand, type Source,
} from '../../src/rule';

export default defineRule({
  summary: 'Let COPY set modes and write small files',
  why: `A RUN that only sets the mode of what was just copied puts a second copy of the file into a layer of its own; \`COPY --chmod\` does it in
one. And a RUN that only writes fixed text into a file needs neither a shell nor an \`echo\`: \`COPY <<EOF /path\` says what is in it.`,
  exceptions: 'Both take BuildKit; the classic builder knows neither.',
  severity: 'off',
  presets: {},
  aliases: ['tally:prefer-copy-chmod', 'tally:prefer-copy-heredoc'],
  controls: [],
  mentions: ['chmod', 'echo', 'printf'],
  messages: {
    chmod: { aliases: ['tally:prefer-copy-chmod'], description: 'A RUN only sets the mode of a file that was copied.' },
    heredoc: { aliases: ['tally:prefer-copy-heredoc'], description: 'A RUN only writes fixed text into a file.' },
  },
  dockerfile: ({ model, shell, report }) => {
    /** The COPYs since the last instruction that may do something with what they brought. */
    let copies: CopyInstruction[] = [];

    function judge(node: RunInstruction): void {
      if (node.flags.length > 0 || !mentions(model, node, /\b(?:chmod|echo|printf)\b/)) return;
      const commands = shell.commands(node);
      const [first] = commands;
      if (first?.nameRange == null || commands.some(({ nesting, pipeline, wrapper }) => nesting.length > 0 || wrapper !== null || pipeline.commands.length > 1)) return;
      if (commands.length === 1 && first.name === 'chmod') return judgeChmod(node, first);
      const path = writtenPath(commands);
      if (path === null) return;
      report({ at: first.nameRange, messageId: 'heredoc', message: `The RUN only writes ${shorten(path, 60)}; write it with COPY <<EOF ${shorten(path, 60)}` });
    }

    function judgeChmod(node: RunInstruction, { words, redirects, nameRange }: ShellCommand): void {
      const [, mode, target, ...more] = words;
      if (mode === undefined || target === undefined || nameRange === null || more.length > 0 || redirects.length > 0 || !words.every(({ literal }) => literal)) return;
      if (!MODE.test(mode.value)) return;
      const copy = copies.find((each) => each.trigger === node.trigger && copiedFile(each) === withoutDot(target.value));
      if (copy === undefined) return;
      const octal = /^[0-7]+$/.test(mode.value);
      report({
        at: nameRange,
        messageId: 'chmod',
        message: `The RUN only sets the mode of ${shorten(target.value, 60)}; copy it with COPY --chmod=${octal ? mode.value : '755'}`,
        ...(octal && !node.trigger ? { fix: fixOf(model.source, copy, node, mode.value) } : {}),
      });
    }

    function note(node: Instruction): void {
      if (node.keyword === 'COPY') copies.push(node);
      else if (node.keyword === 'RUN') copies = [];
    }

    return {
      stage: () => { copies = []; },
      COPY: note,
      RUN(node) {
        judge(node);
        note(node);
      },
      WORKDIR: () => { copies = []; },
    };
  },
  examples: [
    { good: 'FROM alpine:3.20\nCOPY --chmod=755 run.sh /run.sh\nCOPY a.sh b.sh /bin/\nRUN apk add --no-cache x && chmod 755 /bin/a.sh\nRUN chmod 755 /bin/a.sh' },
    { bad: 'FROM alpine:3.20\nCOPY run.sh /run.sh\nRUN «chmod» 755 /run.sh\nCMD ["/run.sh"]', fixed: 'FROM alpine:3.20\nCOPY --chmod=755 run.sh /run.sh\nCMD ["/run.sh"]' },
    { bad: 'FROM alpine:3.20\nCOPY --chown=1:1 bin/run.sh ./\nRUN «chmod» +x run.sh', message: '--chmod=755' },
    { good: 'FROM alpine:3.20\nCOPY bin /bin/\nRUN chmod +x /bin/*\nCOPY a.sh /a.sh\nRUN chmod 755 /other.sh\nRUN chmod -R 755 /srv' },
    { bad: 'FROM alpine:3.20\nRUN «echo» "a = 1" > /etc/a.conf && echo "b = 2" >> /etc/a.conf', message: 'COPY <<EOF /etc/a.conf' },
    { good: 'FROM alpine:3.20\nRUN echo "a = $(date)" > /etc/a.conf\nRUN echo b >> /etc/b.conf\nRUN echo c > /etc/c.conf && run\nRUN echo d' },
  ],
});

const MODE = /^(?:0?[0-7]{3}|(?:a|u|ug|ugo)?\+r?x)$/;

/** The only file that a COPY brings, and only if it surely is one: a name with an extension, without wildcards. */
function copiedFile({ sources, destination, flags }: CopyInstruction): string | null {
  const [source] = sources;
  if (source === undefined || destination === null || sources.length > 1 || flags.some(({ name }) => name === 'chmod')) return null;
  if (/[$*?[\\]/.test(source.value + destination.value) || !/[^/]\.\w+$/.test(source.value)) return null;
  const name = source.value.slice(source.value.lastIndexOf('/') + 1);
  const folder = destination.value === '.' ? './' : destination.value.replace(/\/\.$/, '/');
  return withoutDot(folder.endsWith('/') ? folder + name : folder);
}

function withoutDot(path: string): string {
  return path.replace(/^\.\/|^\/(?=\/)/, '');
}

/** The one file that all commands write fixed text to, the first anew. */
function writtenPath(commands: readonly ShellCommand[]): string | null {
  const paths = commands.map(({ name, words, redirects }, index) => {
    const [redirect] = redirects;
    if ((name !== 'echo' && name !== 'printf') || redirect === undefined || redirects.length > 1 || !words.every(({ literal }) => literal)) return null;
    if (redirect.operator !== (index === 0 ? '>' : '>>') || redirect.fileDescriptor !== null || redirect.target?.literal !== true) return null;
    return redirect.target.value;
  });
  const [path] = paths;
  return path?.startsWith('/') === true && !path.startsWith('/dev/') && !path.startsWith('/proc/') && paths.every((each) => each === path) ? path : null;
}

function fixOf(source: Source, copy: CopyInstruction, run: RunInstruction, mode: string): ReportedFix {
  const { end } = copy.keywordRange;
  return { kind: 'suggestion', changes: 'image', edits: [{ at: { start: end, end }, text: ` --chmod=${mode}` }, { at: wholeLines(source, run.range), text: '' }] };
}
