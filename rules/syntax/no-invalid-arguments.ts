import {
  defineRule, frontendOf, mayKnowMore, type ArgInstruction, type CopyInstruction, type AddInstruction, type EnvInstruction,
  type FromInstruction, type HealthcheckInstruction, type Instruction, type LabelInstruction, type Range, type ShellInstruction,
  type UserInstruction, type VolumeInstruction,
} from '../../src/rule';

export default defineRule({
  summary: 'Give every instruction the arguments that it takes',
  why: `The builder stops at an instruction with too few or too many arguments. A \`#\` later in a line begins no comment: what
follows it are more arguments. Where the builder takes them for names or paths and goes on, the finding is a warning.`,
  exceptions: 'A custom frontend named by `# syntax=` may take other arguments; there the rule gives no more than an info.',
  severity: 'error',
  presets: { strict: {} },
  aliases: ['dockerfilelint:missing_args', 'dockerfilelint:extra_args', 'dockerfilelint:invalid_format', 'dockerfile-utils:ARGUMENT_*'],
  controls: [],
  dockerfile: ({ model, report: give }) => {
    function report(at: Range, message: string, severity: 'error' | 'warning' = 'error'): void {
      if (mayKnowMore(frontendOf(model.syntax))) give({ at, message, severity: 'info' });
      else if (severity === 'warning') give({ at, message, severity });
      else give({ at, message });
    }

    function missing(node: Instruction, what: string): void {
      report(node.keywordRange, `${node.keyword} needs ${what}; add it or remove the line`);
    }

    /** Reports a word behind the first ones that is meant as the start of a comment; true if there is one. */
    function reportComment(node: Instruction, severity: 'error' | 'warning', first = 1): boolean {
      if (!node.logical.text.includes('#')) return false;
      // What the builder takes may really begin with the sign; a sign alone hardly means anything else.
      const hash = node.words.slice(first).find(({ raw }) => (severity === 'error' ? /^#[^=]*$/.test(raw) : raw === '#'));
      if (hash === undefined) return false;
      report(hash.range, 'A comment needs a line of its own: from here on the words are read as arguments; move them above', severity);
      return true;
    }

    function pairs(node: EnvInstruction | LabelInstruction): void {
      if (node.pairs.length === 0) return missing(node, 'a key and a value');
      if (node.form === 'legacy') {
        const [pair] = node.pairs;
        if (pair?.value === null) {
          report(pair.key.range, `${node.keyword} gives ${pair.key.raw} no value; write ${pair.key.raw}=value`);
          return;
        }
        reportComment(node, 'warning', 2);
        return;
      }
      if (reportComment(node, 'error')) return;
      for (const pair of node.pairs) {
        if (pair.value === null) {
          report(pair.range, `${node.keyword} cannot read ${pair.key.raw} without an equals sign; write key=value, with quotes around blanks`);
        } else if (pair.key.raw === '') {
          report(pair.range, `${node.keyword} finds no name before the equals sign of ${pair.range.end > pair.range.start ? `=${pair.value.raw}` : '='}; add it`);
        }
      }
    }

    function files(node: CopyInstruction | AddInstruction): void {
      const last = node.heredocs[node.heredocs.length - 1];
      const { destination } = node;
      if (node.sources.length + node.heredocs.length + (destination === null ? 0 : 1) < 2) {
        return missing(node, destination === null ? 'a source and a destination' : 'a source and a destination, and has only one of them');
      }
      if (destination === null || (last !== undefined && last.range.start > destination.range.start)) {
        report(last?.range ?? node.keywordRange, `${node.keyword} cannot write to a heredoc; put the destination behind it`);
        return;
      }
      reportComment(node, 'warning');
    }

    return {
      FROM(node) {
        if (node.words.length === 0) missing(node, 'an image');
        else if (!reportComment(node, 'error')) extraOfFrom(node);
      },
      ENV: pairs,
      LABEL: pairs,
      ARG(node) {
        if (node.pairs.length === 0) missing(node, 'a name');
        else if (!reportComment(node, 'warning')) namelessArg(node);
      },
      COPY: files,
      ADD: files,
      EXPOSE(node) {
        if (node.ports.length === 0) missing(node, 'a port');
      },
      HEALTHCHECK: healthcheck,
      MAINTAINER(node) {
        if (node.argumentText === '') missing(node, 'a name');
      },
      ONBUILD(node) {
        if (node.instruction === null && !node.trigger) missing(node, 'an instruction');
      },
      SHELL: shell,
      STOPSIGNAL(node) {
        if (node.signal === null) missing(node, 'a signal');
        else reportComment(node, 'error');
      },
      USER: user,
      VOLUME: volume,
      WORKDIR(node) {
        if (node.path === null) missing(node, 'a path');
        else reportComment(node, 'warning');
      },
    };

    function extraOfFrom({ words, as }: FromInstruction): void {
      const [, second, , fourth] = words;
      if (second === undefined || (words.length === 3)) return;
      if (as?.name === null) report(as.keyword.range, `${as.keyword.raw} has no name behind it; add a stage name or remove ${as.keyword.raw}`);
      else report((fourth ?? second).range, `FROM takes an image, or an image with AS and a name; remove ${(fourth ?? second).raw}`);
    }

    function namelessArg(node: ArgInstruction): void {
      for (const { key, value, range } of node.pairs) {
        if (key.raw === '' && value !== null) report(range, `ARG finds no name before the equals sign of =${value.raw}; add it`);
      }
    }

    function healthcheck(node: HealthcheckInstruction): void {
      if (node.type === null) return missing(node, 'NONE or CMD');
      const extra = node.words[1];
      if (node.type.raw.toUpperCase() === 'NONE' && extra !== undefined) {
        report(extra.range, `HEALTHCHECK NONE takes no arguments; remove ${extra.raw} or use CMD`);
      }
    }

    function shell(node: ShellInstruction): void {
      const [first] = node.words;
      if (node.command !== null) {
        if (node.command.elements.length === 0) report(node.command.range, 'SHELL needs a program; name one in the array');
      } else if (first === undefined) {
        missing(node, 'a JSON array');
      } else if (!node.argumentText.startsWith('[')) {
        report(node.argumentRange ?? node.keywordRange, 'SHELL takes a JSON array only; write SHELL ["program", "argument"]');
      }
    }

    function user(node: UserInstruction): void {
      const second = node.words[1];
      if (node.user === null) return missing(node, 'a name or number');
      if (reportComment(node, 'warning') || second === undefined) return;
      // Names of Windows may hold blanks.
      if (model.stateAt(node).os === 'windows' || node.user.raw.includes('\\')) return;
      report(second.range, `USER takes one name, and here the name is ${node.user.raw}; remove ${second.raw}`, 'warning');
    }

    function volume(node: VolumeInstruction): void {
      if (node.paths.length === 0) return missing(node, 'a path');
      const empty = node.paths.find((path) => path.value.trim() === '' && node.form === 'json');
      if (empty !== undefined) report(empty.range, 'VOLUME cannot be an empty path; remove it');
      else reportComment(node, 'warning');
    }
  },
  variants: { onbuild: { expect: 'skip', why: 'FROM and MAINTAINER are not allowed inside ONBUILD' } },
  examples: [
    {
      good: `ARG A B="x y" C
FROM alpine:3.20 AS base
ENV A=1 B="x # y"
ENV OLD some value
LABEL "a b"="c"
COPY <<EOF /a
x
EOF
COPY ["a b", "/c d"]
RUN
CMD []
USER "ann:staff"
WORKDIR /a b
HEALTHCHECK NONE`,
    },
    { bad: 'FROM alpine:3.20 «extra»\n«ENV»\nENV «A»\n«COPY» a\n«WORKDIR»\n«VOLUME»\n«EXPOSE»\n«HEALTHCHECK»' },
    { bad: 'FROM alpine:3.20\nENV A=1 «B» C=3\nENV «=x»\nLABEL a=b «#» note', message: 'without an equals sign' },
    { bad: 'FROM alpine:3.20\nCOPY a «<<EOF»\nx\nEOF\nSHELL «bash -c»\nVOLUME ["/a", «""»]\nHEALTHCHECK NONE «x»' },
    { bad: 'FROM alpine:3.20\nARG A=1 «#» which\nUSER app «#» not root\nUSER a «b»\nCOPY a /b «#» c', severity: 'warning', message: 'comment' },
    { bad: '# syntax=example.org/own/frontend:1\nFROM scratch «with»\n«COPY» a', severity: 'info' },
  ],
});
