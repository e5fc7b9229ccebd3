import { parseDocument } from '../../src/dockerfile/parse';
import { createSource } from '../../src/dockerfile/source';
import { createShellView } from '../../src/shell/view';
import { describeShared } from '../support/shared';
import { corpusSources } from './corpus';
import { marked, names, read, unmarked } from './support';

describe('the name of every command stands where it is written', () => {
  const TABLE: readonly (readonly [what: string, dockerfile: string])[] = [
    ['one line', 'RUN «apt-get» update && «apt-get» install -y x'],
    ['behind flags', 'RUN --mount=type=cache,target=/x --network=none «make» all'],
    ['continuations', 'RUN «a» \\\n    && «b» \\\n\t|| «c»'],
    ['comments and blank lines inside a continuation', 'RUN «a» \\\n# one && two\n\n  # three \\\n && «b» \\\n#\n && «c»'],
    ['a name split by a continuation', 'RUN «ap\\\nt-get» update'],
    ['CRLF', 'FROM x\r\nRUN «a» \\\r\n  && «b» \\\r\n# c\r\n  && «d»\r\n'],
    ['backtick escape', '# escape=`\nFROM x\nRUN «a» `\n  && «b» `\n# c\n  && «d»'],
    ['text outside the basic plane', 'RUN «echo» "größer 😀" && «ls» 😀 && «x»'],
    ['a byte-order mark', '\ufeffRUN «a» && «b»'],
    ['quoted and escaped names', 'RUN «"apt-get"» update; «\\rm» x; «a\'b\'»'],
    ['lower case', 'run «a»; «b»'],
    ['a continuation inside quotes', 'RUN «echo» "a \\\n b" && «ls»'],
    ['loops and conditions', 'RUN if «[» -f x ]; then «a»; elif «b»; then «c»; else «d»; fi; while «e»; do «f»; done; for x in 1; do «g»; done'],
    ['case, group, subshell, function', 'RUN f() { «a»; }; case $x in y) «b»;; *) «c»;; esac; { «d»; }; ( «e» )'],
    ['brackets', 'RUN «[[» -f $x ]] && «((» x++ )) && «b»'],
    ['substitutions', 'RUN «echo» "x $(«a» | «b») y" `«c» d` ${z:-$(«e»)} <(«f»)'],
    ['a substitution in backquotes in quotes', 'RUN «echo» "`«a» \\"b\\" && «c»`"'],
    ['substitutions in assignments and redirections', 'RUN X=$(«a») Y=z «b» > $(«c») && Z=$(«d»)'],
    ['substitutions in the words of a loop, in case and in [[', 'RUN for x in $(«a»); do «b»; done; case $(«c») in x) «d»;; esac; «[[» $(«e») == x ]]'],
    ['sh -c with single quotes', "RUN «sh» -c '«a» && «b»' && «c»"],
    ['bash -c with double quotes and escapes', 'RUN «bash» -exc "«a» \\"x\\" \\$y && «b» $z && «c» $(«d») e"'],
    ['bash -c in a continuation', 'RUN «bash» -c "«a» \\\n  && «b»" \\\n && «c»'],
    ['scripts in scripts', 'RUN «su» -c "«sh» -c \'«a»; «b»\'" user'],
    ['eval and trap', "RUN «eval» «a» '&&' «b» && «trap» '«c»' EXIT"],
    ['wrappers', 'RUN «sudo» -u x «env» A=b «nice» -n 5 «make» && «xargs» -n 1 «rm»'],
    ['find', 'RUN «find» / -exec «rm» {} \\; -o -execdir «chmod» +x {} + -print'],
    ['a heredoc within a line', 'RUN «cat» <<EOF > f && «ls»\nnot a command\nEOF'],
    ['two heredocs within a line', 'RUN «cat» <<A > a && «cat» <<B > b\nx\nA\ny\nB\n'],
    ['a substitution in heredoc data', 'RUN «cat» <<EOF > f\n$(«a»)\nEOF'],
    ['a heredoc after continuations', 'RUN «a» \\\n && «cat» <<EOF \\\n  > f \\\n  && «b»\ndata\nEOF'],
    ['a heredoc that a shell reads', 'RUN «bash» -e <<EOF\n«a» && \\\n  «b»\n«c» \\$x\nEOF'],
    ['a heredoc in front of the shell that reads it', 'RUN <<EOF «bash»\n«a»\n«b»\nEOF'],
    ['a heredoc behind sudo', 'RUN «sudo» «sh» <<EOF\n«a»\nEOF'],
    ['a here-string', "RUN «bash» <<< '«a»; «b»'"],
    ['a heredoc alone', 'RUN <<EOF\n«a» \\\n  b\n# comment\n«c» | «d»\nEOF'],
    ['a heredoc alone with CRLF', 'RUN <<EOF\r\n«a»\r\n«b» \\\r\n c && «d»\r\nEOF\r\n'],
    ['tabs stripped', 'RUN <<-EOF\n\t«a»\n\t\tif «b»; then\n\t«c»; fi\n\tEOF'],
    ['a shell that reads a heredoc with tabs stripped', 'RUN «sh» <<-"EOF"\n\t«a»\n\t\t«b»\n\tEOF'],
    ['a heredoc within a heredoc', 'RUN <<EOF\n«cat» > f <<X\ndata\nX\n«sh» <<Y\n«b»\nY\nEOF'],
    ['the text of sh -c in exec form', 'RUN ["sh", "-c", "«a» && «b»"]'],
    ['JSON escapes', 'RUN ["/bin/bash", "-c", "«echo» \\"x\\" \\\\ y\\t&& «b»\\n«c\\u0064» e"]'],
    ['a continuation in JSON', 'RUN ["sh", \\\n "-c", "«a» \\\n && «b»"]'],
    ['programs before a shell in exec form', 'ENTRYPOINT [«"tini"», "--", "sh", "-c", "«a»"]'],
    ['plain exec form', 'CMD [«"nginx"», "-g", "daemon off;"]'],
    ['wrappers in exec form', 'CMD [«"env"», "A=b", «"/usr/sbin/gosu"», "user", «"nginx"»]'],
    ['CMD, ENTRYPOINT and HEALTHCHECK in shell form', 'HEALTHCHECK --interval=5s CMD «curl» -f x || «exit» 1'],
    ['ONBUILD', 'ONBUILD RUN «a» && «b»'],
  ];

  test.each(TABLE)('%s', (_, expected) => {
    const { source, commands } = read(unmarked(expected));
    expect(marked(source, commands.flatMap((command) => (command.nameRange === null ? [] : [command.nameRange])))).toBe(expected);
  });
});

describe('which shell runs a script', () => {
  const TABLE: readonly (readonly [dockerfile: string, expected: string])[] = [
    ['RUN a', 'shell-form sh'],
    ['RUN <<EOF\na\nEOF', 'heredoc sh'],
    ['RUN 3<<EOF\na\nEOF', 'heredoc sh'],
    ['RUN <<EOF\n#!/bin/bash -e\na\nEOF', 'heredoc bash errexit'],
    ['RUN <<EOF\r\n#!/bin/bash -e\r\na\r\nEOF\r\n', 'heredoc bash errexit'],
    ['RUN <<EOF\n#!/usr/bin/env -S bash -eo pipefail\na\nEOF', 'heredoc bash errexit pipefail'],
    ['RUN <<EOF\n#!/usr/bin/env python3\nimport os\nEOF', 'heredoc other unreadable'],
    ['RUN <<EOF\n\n#!/usr/bin/env python3\nEOF', 'heredoc sh'],
    ['RUN <<EOF bash -eu\na\nEOF', 'shell-form sh, heredoc bash errexit'],
    ['RUN <<EOF python3\nimport os\nEOF', 'shell-form sh'],
    ['RUN cat <<EOF > f\na\nEOF', 'shell-form sh'],
    ['RUN bash script.sh <<EOF\na\nEOF', 'shell-form sh'],
    ['RUN bash 3<<EOF\na\nEOF', 'shell-form sh'],
    ['RUN ["bash", "-euo", "pipefail", "-c", "a"]', 'exec-form bash errexit pipefail'],
    ['RUN ["/usr/bin/env", "bash", "-c", "a"]', 'exec-form bash'],
    ['RUN ["powershell", "-Command", "a"]', ''],
    ['RUN ["bash", "script.sh"]', ''],
    ['RUN <<EOF\na', 'heredoc sh unreadable'],
    ['RUN cat <<EOF\na', 'shell-form sh unreadable'],
    ['RUN echo "a', 'shell-form sh unreadable'],
    ['RUN', ''],
    ['CMD []', ''],
    ['COPY a b', ''],
    ['HEALTHCHECK NONE', ''],
  ];

  test.each(TABLE)('%j: %s', (dockerfile, expected) => {
    const said = read(dockerfile).scripts.map(({ origin, shell, errexit, pipefail, readable }) =>
      [origin, shell, errexit ? 'errexit' : '', pipefail ? 'pipefail' : '', readable ? '' : 'unreadable'].filter(Boolean).join(' '));
    expect(said.join(', ')).toBe(expected);
  });

  test('options of SHELL hold for shell form and heredocs', () => {
    const shell = { kind: 'bash', words: ['/bin/bash', '-eo', 'pipefail', '-c'], errexit: true, pipefail: true } as const;
    for (const dockerfile of ['RUN a', 'RUN <<EOF\na\nEOF']) {
      expect(read(dockerfile, { shell }).scripts).toMatchObject([{ shell: 'bash', errexit: true, pipefail: true, readable: true }]);
    }
  });

  test.each([
    ['cmd', { shell: { kind: 'cmd' } }, false],
    ['PowerShell', { shell: { kind: 'powershell' } }, false],
    ['another interpreter', { shell: { kind: 'other' } }, false],
    ['an unknown shell on Windows', { shell: { kind: 'unknown' }, os: 'windows' }, false],
    ['bash on Windows', { shell: { kind: 'bash' }, os: 'windows' }, true],
    ['an unknown SHELL with a Windows path', { shell: { kind: 'unknown', words: ['C:\\x\\y', '-c'] }, os: 'unknown' }, false],
    ['an unknown shell', { shell: { kind: 'unknown' }, os: 'unknown' }, true],
    ['a base without a shell, to which one may have been copied', { shell: { kind: 'none' } }, true],
  ] as const)('%s', (_, surroundings, readable) => {
    const [script] = read('RUN a && b', surroundings).scripts;
    expect(script?.readable).toBe(readable);
    expect(script?.commands).toHaveLength(readable ? 2 : 0);
  });

  test('a #! line counts for nothing on Windows', () => {
    expect(read('RUN <<EOF\n#!/bin/sh\na\nEOF', { shell: { kind: 'cmd' }, os: 'windows' }).scripts).toMatchObject([{ shell: 'cmd', readable: false }]);
  });
});

describe('ranges of scripts', () => {
  test.each([
    'RUN --network=none «a \\\n  && b»',
    'RUN <<EOF\n«a\nb\n»EOF',
    'RUN ["sh", "-c", "«a && b»"]',
  ])('%j', (expected) => {
    const { source, scripts } = read(unmarked(expected));
    expect(marked(source, scripts.map((script) => script.range))).toBe(expected);
  });
});

test('an instruction is parsed once', () => {
  let asked = 0;
  const source = createSource('Dockerfile', 'RUN a');
  const { source: _, ...rest } = read('RUN a');
  const view = createShellView({
    source,
    stateAt: () => {
      asked += 1;
      return {
        user: { from: 'unknown' }, workdir: { from: 'unknown' }, os: 'linux',
        shell: { kind: 'sh', words: null, instruction: null, errexit: false, pipefail: false, knowsPipefail: null },
      };
    },
  });
  const [instruction] = parseDocument(source).instructions;
  expect(instruction).toBeDefined();
  if (instruction === undefined) return;
  expect(view.scripts(instruction)).toBe(view.scripts(instruction));
  expect(names(view.commands(instruction))).toBe(names(rest.commands));
  expect(asked).toBe(1);
});

describeShared('the corpus', () => {
  test('every command name and every word is the text at its range', () => {
    let commands = 0;
    const wrong: string[] = [];
    for (const { source, commands: found } of corpusSources()) {
      for (const command of found) {
        commands += 1;
        if (command.nameRange === null || command.name === null) continue;
        const text = bare(source.text.slice(command.nameRange.start, command.nameRange.end));
        if (text !== bare(command.name)) wrong.push(`${source.path}: ${text} is not ${command.name}`);
      }
    }
    expect(wrong).toEqual([]);
    expect(commands).toBeGreaterThan(30_000);
  });

  function bare(text: string): string {
    return text.replaceAll(/\\[ \t]*\r?\n(?:[ \t]*(?:#[^\n]*)?\r?\n)*/g, '').replaceAll(/["'\\]/g, '');
  }
});
