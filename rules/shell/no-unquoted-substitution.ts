import { commandsIn, defineRule, doubleQuoted, isWholeWord, mentions, shorten, splitWords, wordCounter, type RunInstruction, type ShellCommand, type ShellExpansion, type ShellScript } from '../../src/rule';

/** Print one path or one line, which is meant as one argument. */
const ONE_LINE = /^(?:pwd|basename|dirname|readlink|realpath|which|head|tail)$/;

export default defineRule({
  summary: 'Put a command substitution among arguments in double quotes',
  why: `The output of an unquoted \`$(…)\` is split at blanks, and globs in it are replaced by file names. If it is empty the argument
is gone, and \`[ $(cmd) = x ]\` is a syntax error.`,
  exceptions: `Where a list of arguments is wanted it must stay unquoted. A whole argument is therefore reported only if its command prints one
line (\`dirname\`, \`which\`, \`head -n1\`) or if it is compared by \`[\`. Commands that print one word, such as \`nproc\` and \`uname -m\`, are not reported.`,
  severity: 'info',
  presets: { strict: {}, hadolint: { severity: 'warning' } },
  aliases: ['hadolint:SC2046'],
  controls: [],
  dockerfile: ({ model, shell, report }) => {
    function judge(script: ShellScript, command: ShellCommand, count: ReturnType<typeof wordCounter>): void {
      for (const word of splitWords(command)) {
        const wrong = word.expansions.find((expansion) => {
          if (expansion.kind !== 'command' || expansion.quoted || count.ofExpansion(expansion) === 'one') return false;
          return !isWholeWord(word, expansion) || isTest(command) || isOneLine(script, expansion);
        });
        if (wrong === undefined) continue;
        const edits = doubleQuoted(script, command, word, wrong);
        report({
          at: wrong.range,
          message: `The output of ${shorten(wrong.raw, 60)} is split at blanks; put it in double quotes`,
          ...(edits === null ? {} : { fix: { kind: 'suggestion', changes: 'image', edits } }),
        });
      }
    }

    return {
      RUN(node: RunInstruction) {
        if (!mentions(model, node, /\$\(|`/)) return;
        for (const script of shell.scripts(node)) {
          // It splits nothing.
          if (script.shell === 'zsh') continue;
          const count = wordCounter(model, script);
          for (const command of script.commands) judge(script, command, count);
        }
      },
    };
  },
  examples: [
    { good: 'FROM debian:12\nRUN make -j$(nproc) && cd "$(dirname "$(which node)")" && wget https://example.org/$(uname -m).tar' },
    {
      bad: 'FROM debian:12\nRUN cp target/«$(cat target.txt)»/app /app',
      fixed: 'FROM debian:12\nRUN cp "target/$(cat target.txt)/app" /app',
      message: 'double quotes',
    },
    { good: 'FROM debian:12\nRUN rustup target add $(cat targets.txt) && chmod +x $(find /opt -name "*.sh") && apt-get purge -y $(apt-mark showauto)' },
    { bad: 'FROM debian:12\nRUN rm -f «$(which kubectl)»', fixed: 'FROM debian:12\nRUN rm -f "$(which kubectl)"' },
    { bad: 'FROM debian:12\nRUN [ «$(curl -s https://example.org/state)» = ok ]', fixed: 'FROM debian:12\nRUN [ "$(curl -s https://example.org/state)" = ok ]' },
    { good: 'FROM debian:12\nRUN for f in $(ls); do echo "$f"; done; [[ $(cat x) = y ]] && A=$(cat x)' },
    { bad: 'FROM debian:12\nRUN echo "deb [arch="«$(curl -s https://example.org/arch)»"] https://example.org stable" > /etc/apt/sources.list' },
  ],
});

function isTest({ name }: ShellCommand): boolean {
  return name === '[' || name === 'test';
}

function isOneLine(script: ShellScript, { range: { start, end } }: ShellExpansion): boolean {
  const last = commandsIn(script, start, end).filter(({ wrapper }) => wrapper === null).at(-1);
  if (last?.name == null) return false;
  if (last.name === 'command') return last.words.some(({ value }) => value === '-v');
  if (last.name === 'head' || last.name === 'tail') return last.words.some(({ value }, index) => /^-(?:n?1|-lines=1)$/.test(value) || (value === '1' && last.words[index - 1]?.value === '-n'));
  return ONE_LINE.test(last.name) && last.words.filter(({ value }) => !value.startsWith('-')).length <= 2;
}
