import { defineRule, doubleQuoted, isListMeant, isWholeWord, mentions, shorten, splitWords, wordCounter, type RunInstruction, type ShellCommand, type ShellScript } from '../../src/rule';

export default defineRule({
  summary: 'Put a variable in double quotes where a blank or a glob in its value would split it',
  why: `An unquoted variable is split at blanks, and \`*\`, \`?\` and \`[\` in it are replaced by file names. A value that nobody thought of
then becomes several arguments, or none at all if it is empty: \`rm -rf /srv/$NAME\` with \`NAME="a /"\`.`,
  exceptions: `Where several words are wanted, leave it unquoted: a whole argument whose name says so (\`$CFLAGS\`, \`$EXTRA_ARGS\`,
\`$packages\`), one that is set to a list, and the packages of a package manager are not reported. Nor are values without blank and glob, as far as
the file tells them.`,
  severity: 'info',
  presets: { strict: {}, hadolint: {} },
  aliases: ['hadolint:SC2086'],
  controls: [],
  dockerfile: ({ model, shell, report }) => {
    function judge(script: ShellScript, command: ShellCommand, count: ReturnType<typeof wordCounter>): void {
      for (const word of splitWords(command)) {
        const wrong = word.expansions.find((expansion) => {
          if (expansion.kind !== 'variable' || expansion.quoted || expansion.name === '@' || expansion.name === '*' || expansion.operator === '+' || expansion.operator === ':+') return false;
          const words = count.ofExpansion(expansion);
          if (words === 'one' || isListMeant(command, word, expansion)) return false;
          return words === 'unknown' || !isWholeWord(word, expansion);
        });
        if (wrong === undefined) continue;
        const edits = doubleQuoted(script, command, word, wrong);
        report({
          at: wrong.range,
          message: `A blank or glob in the value of ${shorten(wrong.raw, 60)} splits this argument; put it in double quotes`,
          ...(edits === null ? {} : { fix: { kind: 'suggestion', changes: 'image', edits } }),
        });
      }
    }

    return {
      RUN(node: RunInstruction) {
        if (!mentions(model, node, '$')) return;
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
    { good: 'FROM debian:12\nARG NAME\nENV VERSION=1.2\nRUN mkdir "/srv/$NAME" && touch /srv/$VERSION' },
    {
      bad: 'FROM debian:12\nARG NAME\nRUN mkdir /srv/«$NAME» && touch ~/«${NAME}»',
      fixed: 'FROM debian:12\nARG NAME\nRUN mkdir "/srv/$NAME" && touch ~/"${NAME}"',
      message: '$NAME',
    },
    { good: 'FROM debian:12\nARG NAME\nRUN [[ $NAME = x ]] && NEW=$NAME && case $NAME in x) ;; esac && echo $((NAME + 1)) "$NAME" \'$NAME\'' },
    { good: 'FROM debian:12\nARG EXTRA_ARGS\nARG CFLAGS\nRUN ./configure $EXTRA_ARGS && gcc $CFLAGS x.c' },
    { good: 'FROM debian:12\nARG PYTHON\nRUN deps="gcc make" && apt-get install -y $deps $PYTHON && apt-get purge -y $deps' },
    { good: 'FROM debian:12\nARG VERSIONS\nRUN arch="$(dpkg --print-architecture)"; for v in $VERSIONS; do wget https://example.org/$v/$arch; done' },
    { bad: 'FROM debian:12\nENV TITLE="My site"\nRUN ./configure --title=«$TITLE»', fixed: 'FROM debian:12\nENV TITLE="My site"\nRUN ./configure "--title=$TITLE"' },
    { bad: 'FROM debian:12\nRUN version=$(curl -s https://example.org/version) && wget https://example.org/«$version».tar.gz' },
  ],
});
