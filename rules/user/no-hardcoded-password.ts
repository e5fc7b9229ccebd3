import { defineRule, mentions, type Range, type ShellCommand, type ShellWord } from '../../src/rule';

export default defineRule({
  summary: 'Set no password that stands in the file',
  why: `Every container of the image, anywhere, has the same password, and whoever has the image or this file knows it. An account that
only runs a program needs no password; where people log in, let the container set one when it starts, or use keys.`,
  exceptions: `A value from a variable or from a secret mount passes, and so do \`*\` and \`!\`, which lock the account. A hash is judged like the
password, since it can be tried out at leisure. \`root:Docker!\`, which Azure App Service asks for and lets in only through its own
gateway, is an info.`,
  severity: 'warning',
  presets: { strict: {}, cis: {}, nist: {}, gc: {} },
  aliases: ['checkov:CKV2_DOCKER_17'],
  controls: ['cis-docker:4.10', 'nist-800-190:4.1.4', 'gc:no-secrets'],
  mentions: { RUN: ['passwd', 'chpasswd', 'useradd', 'usermod'] },
  dockerfile: ({ model, shell, report }) => {
    function give({ password, word }: GivenPassword, program: string): void {
      const at = placeOf(model.source.text, word, password);
      report({
        at,
        secret: at,
        message: `${program} sets a password that everybody who has the image can read; set it when the container starts, or set none`,
        ...(word.value.startsWith('root:Docker!') ? { severity: 'info' } : {}),
      });
    }

    return {
      RUN(node) {
        if (!mentions(model, node, /passwd|user(?:add|mod)/) || model.stageOf(node)?.isShipped === false) return;
        for (const command of shell.commands(node)) {
          const program = command.name?.split('/').pop() ?? '';
          for (const given of passwordsOf(program, command)) if (isPassword(given)) give(given, program);
        }
      },
    };
  },
  examples: [
    { good: 'FROM debian:12\nRUN echo "root:$PASSWORD" | chpasswd && usermod -p "*" a && usermod -p \'!\' b && useradd -p "$(cat /run/secrets/p)" c && passwd -d d' },
    { good: 'FROM debian:12\nRUN --mount=type=secret,id=p chpasswd -e < /run/secrets/p\nRUN printf "root:%s" "$P" | chpasswd; grep root:x /etc/passwd' },
    { good: 'FROM debian:12 AS build\nRUN echo root:root | chpasswd\nFROM debian:12\nCOPY --from=build /a /a' },
    { bad: 'FROM debian:12\nRUN echo "root:«s3cret»" | chpasswd', message: 'chpasswd sets a password' },
    { bad: 'FROM debian:12\nRUN echo "root:«Docker!»" | chpasswd', severity: 'info' },
    { bad: 'FROM debian:12\nRUN useradd -m -p «gitpod» gitpod && usermod --password=\'«abc»\' x && echo «hunter2» | passwd --stdin y' },
    { bad: 'FROM debian:12\nRUN printf "a:«b1»\\n" | sudo chpasswd && chpasswd <<< c:«d2» && echo -e "«pw3»\\npw3" | passwd root\nRUN usermod -p \'«$6$ab$cd»\' a' },
  ],
});

interface GivenPassword {
  readonly password: string;
  /** The word it stands in. */
  readonly word: ShellWord;
}

function passwordsOf(program: string, command: ShellCommand): readonly GivenPassword[] {
  if (program === 'useradd' || program === 'usermod') return fromOption(command.words);
  const isPasswd = program === 'passwd';
  if (!isPasswd && program !== 'chpasswd') return [];
  return inputsOf(command).flatMap((word) => {
    const [line = ''] = word.value.split(/\\n|\n/);
    const colon = line.indexOf(':');
    if (isPasswd) return [{ password: line, word }];
    return colon === -1 ? [] : [{ password: line.slice(colon + 1), word }];
  });
}

/** `-p VALUE`, `--password VALUE`, `--password=VALUE`. */
function fromOption(words: readonly ShellWord[]): readonly GivenPassword[] {
  for (const [index, word] of words.entries()) {
    if (word.value.startsWith('--password=')) return [{ password: word.value.slice('--password='.length), word }];
    const value = /^(?:-[DlMmNorU]*p|--password)$/.test(word.value) ? words[index + 1] : undefined;
    if (value !== undefined) return [{ password: value.value, word: value }];
  }
  return [];
}

/** What `echo` or `printf` in front of the pipe prints, and here-strings. */
function inputsOf({ redirects, pipeline, wrapper }: ShellCommand): readonly ShellWord[] {
  const [first, second] = pipeline.commands;
  const inFront = second !== undefined && (first?.name === 'echo' || first?.name === 'printf') ? first.words.slice(1).find(({ value }) => !/^-[neE]+$/.test(value)) : undefined;
  const here = [...redirects, ...(wrapper?.redirects ?? [])].flatMap(({ operator, target }) => (operator === '<<<' && target !== null ? [target] : []));
  return inFront === undefined ? here : [inFront, ...here];
}

/** Written out, and no sign that locks the account. */
function isPassword({ password, word }: GivenPassword): boolean {
  return password !== '' && (word.literal || !/[$`]/.test(password)) && !/%[sbq]/.test(password) && !/^[*!x]{1,2}$/.test(password);
}

/** The password in its word; the whole word where it is not written in one piece. */
function placeOf(text: string, { range }: ShellWord, password: string): Range {
  const start = text.slice(range.start, range.end).lastIndexOf(password, text.slice(range.start, range.end).search(/\\n|\n|$/));
  return start === -1 ? range : { start: range.start + start, end: range.start + start + password.length };
}
