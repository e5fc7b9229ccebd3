import { defineRule, mentions, shorten, type Range, type RunInstruction, type ShellCommand, type ShellScript, type ShellWord } from '../../src/rule';

/**
 * Programs whose arguments are texts of a language with its own `$`: they expand it themselves, or a shell that they
 * start does.
 */
const EXPANDS_ITSELF = new RegExp(
  '^(?:[gmn]?awk|g?sed|perl|jq|yq|envsubst|find|xargs|parallel|trap|ssh|eval|alias|complete|watch|su|sudo|gosu|su-exec|runuser|chroot|setpriv|env|time|timeout|nohup|' +
    '(?:ba|da|a|z|k|mk|c|tc)?sh|fish|busybox|pwsh|powershell|python[\\d.]*|ruby|node|php[\\d.]*|lua|tclsh|R|Rscript|julia|groovy|ghc|' +
    'psql|mysql|mariadb|sqlite3|mongo|mongosh|redis-cli|rpm|dpkg-query|dpkg|dnf|microdnf|tdnf|yum|yum-config-manager|zypper|apt-get|git|gh|docker|podman|make|cmake|ninja|patchelf|' +
    'grep|egrep|fgrep|zgrep|pcregrep|rg|expr|crontab|printenv|install-packages|export|local|readonly|declare|typeset|set|unset|read|gcc|g\\+\\+|cc|clang|ld|go|cargo|R)$',
);
const PRINTS = /^(?:echo|printf|cat|tee)$/;
const REFERENCE = /\$(?:([A-Za-z_]\w*)|\{([A-Za-z_]\w*)\})/g;

export default defineRule({
  summary: 'Use double quotes where a variable is meant to be expanded',
  why: `Single quotes keep \`$NAME\` as it is written. Where the variable is set in the Dockerfile or in the same RUN, and the program
does not expand it itself, the text \`$NAME\` is what the program gets.`,
  exceptions: `Programs with a \`$\` of their own (awk, sed, perl, jq, find -exec, sh -c, ssh and more) and text that is written into a
file, such as a profile or a script, are not reported.`,
  severity: 'info',
  presets: { hadolint: {} },
  aliases: ['hadolint:SC2016'],
  controls: [],
  dockerfile: ({ model, shell, report }) => {
    function judge(node: RunInstruction, script: ShellScript, command: ShellCommand): void {
      const { name, wrapper, nesting } = command;
      if (name === null || wrapper !== null || nesting.includes('nested-script') || EXPANDS_ITSELF.test(baseName(name)) || isWritten(script, command)) return;
      for (const word of command.words.slice(1)) {
        const found = quotedReference(node, script, word);
        if (found === null) continue;
        report({ at: found.at, message: `Single quotes keep ${shorten(found.text, 40)} from being expanded; use double quotes, or \\$ in them if the text is meant` });
        return;
      }
    }

    /** The first `$NAME` in single quotes whose name has a value. */
    function quotedReference(node: RunInstruction, script: ShellScript, word: ShellWord): { readonly at: Range; readonly text: string } | null {
      if (!word.quoted || !word.raw.includes('$')) return null;
      const written = model.source.text.slice(word.range.start, word.range.end);
      for (const { start, end } of singleQuoted(written)) {
        for (const match of written.slice(start, end).matchAll(REFERENCE)) {
          if (!isSet(match[1] ?? match[2] ?? '', node, script)) continue;
          const at = word.range.start + start + match.index;
          return { at: { start: at, end: at + match[0].length }, text: match[0] };
        }
      }
      return null;
    }

    function isSet(name: string, node: RunInstruction, script: ShellScript): boolean {
      if (model.settersOf(name, node).length > 0) return true;
      return script.commands.some(({ words, assignments }) => words.length === 0 && assignments.some((assignment) => assignment.name === name))
        || script.loops.some(({ variable }) => variable === name);
    }

    return {
      RUN(node: RunInstruction) {
        if (!mentions(model, node, /'[^']*\$[A-Za-z_{]/)) return;
        for (const script of shell.scripts(node)) for (const command of script.commands) judge(node, script, command);
      },
    };
  },
  examples: [
    { good: "FROM debian:12\nENV NAME=x\nRUN curl -H \"X-Name: $NAME\" https://example.org/ && awk '{ print $NAME }' file" },
    { bad: "FROM debian:12\nENV TOKEN=x\nRUN curl -H 'X-Token: «$TOKEN»' https://example.org/", message: '$TOKEN' },
    { bad: "FROM debian:12\nRUN for f in a b; do unzip -d '/opt/«${f}»' \"$f.zip\"; done" },
    { good: "FROM debian:12\nENV A=b\nRUN echo 'export PATH=\"$PATH:$A\"' >> ~/.bashrc && echo '$A' | tee /etc/profile.d/a.sh && { echo 'a=$A'; } > /etc/a.conf" },
    { good: "FROM debian:12\nENV A=b\nRUN sh -c 'echo $A' && find . -exec sh -c 'echo $A' \\; && trap 'rm $A' EXIT && envsubst '$A' < a > b" },
    { good: "FROM debian:12\nRUN curl -d 'price=$amount' https://example.org/" },
  ],
});

/** What it prints goes into a file, or to a program that may write one. */
function isWritten(script: ShellScript, { name, redirects, pipeline, nesting, range }: ShellCommand): boolean {
  if (name === null || !PRINTS.test(name)) return false;
  if (redirects.some(({ operator }) => operator.startsWith('>') || operator.startsWith('&>'))) return true;
  if (pipeline.commands.length > 1 || script.pipelines.some((around) => around.range.start < range.start && range.end < around.range.end)) return true;
  return nesting.some((construct) => construct !== 'condition');
}

/** The stretches between single quotes, outside double ones. */
function singleQuoted(text: string): readonly Range[] {
  const ranges: Range[] = [];
  for (const match of text.matchAll(/"(?:[^"\\]|\\[^])*"|\\[^]|(\$?)'([^']*)'/g)) {
    if (match[2] !== undefined && match[1] === '') ranges.push({ start: match.index + 1, end: match.index + match[0].length - 1 });
  }
  return ranges;
}

function baseName(path: string): string {
  return path.slice(path.lastIndexOf('/') + 1);
}
