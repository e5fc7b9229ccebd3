import {
  defineRule, findJsonMistake, shorten, sliceLogical, sourceRange, type Instruction, type JsonMistake, type LogicalText,
} from '../../src/rule';

export default defineRule({
  summary: 'Write arrays in valid JSON',
  why: `A text that begins like a JSON array but is none is no exec form: a shell gets it with its brackets and says that there is no
such program. SHELL stops the build, and VOLUME, COPY and ADD take the pieces for paths. The usual causes are single quotes, a comma
before the closing bracket, and single backslashes in paths of Windows.`,
  severity: 'error',
  presets: { strict: {}, hadolint: { severity: 'warning' }, buildkit: { severity: 'warning', options: { shell: 'excuse' } } },
  aliases: [
    'tally:invalid-json-form', 'kics:34945ae8', 'dockerfile-utils:JSON_IN_SINGLE_QUOTES', 'dockerfile-utils:SHELL_JSON_FORM',
    'dockerfile-utils:SHELL_REQUIRES_ONE', 'dockerfile-doctor:DD043', 'dockerfile-doctor:DD080', 'hadolint:DL3025',
    'buildkit:JSONArgsRecommended',
  ],
  controls: [],
  options: {
    shell: {
      type: 'string',
      enum: ['excuse', 'report'],
      default: 'report',
      description: 'Whether a SHELL instruction in force excuses CMD and ENTRYPOINT.',
    },
  },
  messages: {
    command: { aliases: ['hadolint:DL3025', 'buildkit:JSONArgsRecommended'], description: 'The array of CMD or ENTRYPOINT is no JSON.' },
    healthcheck: { aliases: ['hadolint:DL3025'], description: 'The array of HEALTHCHECK CMD is no JSON.' },
    run: { aliases: [], description: 'The array of RUN is no JSON.' },
    shell: { aliases: ['dockerfile-utils:SHELL_JSON_FORM', 'dockerfile-utils:SHELL_REQUIRES_ONE'], description: 'The array of SHELL is no JSON.' },
    volume: { aliases: [], description: 'The array of VOLUME is no JSON.' },
    copy: { aliases: [], description: 'The array of COPY or ADD is no JSON.' },
  },
  dockerfile: ({ model, options, report }) => {
    function judge(node: Instruction, messageId: keyof typeof EFFECTS, logical: LogicalText): void {
      const mistake = findJsonMistake(logical.text);
      if (mistake === null) return;
      // Brackets without quotes are a pattern of file names, or mean something to PowerShell.
      if (mistake.reason === 'unquoted' && (messageId === 'copy' || ['cmd', 'powershell'].includes(model.stateAt(node).shell.kind))) return;
      if (messageId === 'command' && options.shell === 'excuse' && model.stateAt(node).shell.instruction !== null) return;
      const [cause, remedy] = wording(mistake, logical.text);
      report({
        at: sourceRange(logical, mistake.start, mistake.end),
        message: `${cause}, so this is no JSON array and ${EFFECTS[messageId]}; ${remedy}`,
        messageId,
        ...(mistake.strings === null || node.comments.length > 0
          ? {}
          : {
              fix: {
                kind: 'suggestion' as const,
                changes: 'image' as const,
                edits: [{ at: sourceRange(logical, 0, logical.text.length), text: jsonOf(mistake.strings) }],
              },
            }),
      });
    }

    /** For instructions whose node does not keep the text behind the flags. */
    function judgeRest(node: Instruction, messageId: keyof typeof EFFECTS): void {
      const { text } = node.logical;
      const start = text.indexOf('[');
      if (start !== -1 && BEFORE_ARRAY.test(text.slice(0, start))) judge(node, messageId, sliceLogical(node.logical, start, text.trimEnd().length));
    }

    return {
      CMD(node) {
        if (node.command?.form === 'shell') judge(node, 'command', node.command.logical);
      },
      ENTRYPOINT(node) {
        if (node.command?.form === 'shell') judge(node, 'command', node.command.logical);
      },
      HEALTHCHECK(node) {
        if (node.command?.form === 'shell') judge(node, 'healthcheck', node.command.logical);
      },
      RUN(node) {
        if (node.command?.form === 'shell') judge(node, 'run', node.command.logical);
      },
      SHELL(node) {
        if (node.command === null) judgeRest(node, 'shell');
      },
      VOLUME(node) {
        if (node.form === 'words') judgeRest(node, 'volume');
      },
      COPY(node) {
        if (node.form === 'words') judgeRest(node, 'copy');
      },
      ADD(node) {
        if (node.form === 'words') judgeRest(node, 'copy');
      },
    };
  },
  variants: { heredoc: { expect: 'skip', why: 'the text of a heredoc has no exec form' } },
  examples: [
    {
      good: 'FROM alpine:3.20\nRUN [ -f /x ] && rm /x\nSHELL ["/bin/ash", \\\n  "-c"]\nCOPY [ab]*.txt /\nCMD [ "a", "say \\"b\\"" ]',
    },
    { bad: "FROM alpine:3.20\nCMD [«'nginx'», '-g']", fixed: 'FROM alpine:3.20\nCMD ["nginx", "-g"]', message: 'single quotes' },
    { bad: 'FROM alpine:3.20\nENTRYPOINT ["a", "b"«,»]', fixed: 'FROM alpine:3.20\nENTRYPOINT ["a", "b"]', message: 'comma' },
    { bad: 'FROM alpine:3.20\nCMD ["java", «$OPTS», "-jar"]', message: 'expands no variables' },
    {
      bad: 'FROM mcr.microsoft.com/windows/servercore:ltsc2022\nCMD ["C:«\\S»ervice.exe", "w3svc"]',
      fixed: 'FROM mcr.microsoft.com/windows/servercore:ltsc2022\nCMD ["C:\\\\Service.exe", "w3svc"]',
    },
    { bad: 'FROM alpine:3.20\nVOLUME [«/data»]\nHEALTHCHECK CMD ["a" «»"b"]', fixed: 'FROM alpine:3.20\nVOLUME ["/data"]\nHEALTHCHECK CMD ["a", "b"]' },
    { options: { shell: 'excuse' }, good: 'FROM alpine:3.20\nSHELL ["ash", "-c"]\nCMD ["a",]' },
    { bad: 'FROM alpine:3.20\nSHELL ["ash", "-c"«»\nRUN ["a"] «&& b»\nCOPY [«“a”», "b"]' },
  ],
});

const BEFORE_ARRAY = /^\S+\s+(?:--\S+\s+)*$/;

const EFFECTS = {
  command: 'a shell gets the text',
  healthcheck: 'a shell gets the text',
  run: 'a shell gets the text',
  shell: 'the builder stops',
  volume: 'its pieces become paths',
  copy: 'its pieces become paths',
} as const;

/** What is wrong, and what to do. */
function wording({ reason, start, end }: JsonMistake, text: string): readonly [cause: string, remedy: string] {
  const wrong = shorten(text.slice(start, end), 40);
  switch (reason) {
    case 'single-quotes':
      return [`${wrong} stands in single quotes`, 'write double quotes'];
    case 'smart-quotes':
      return [`${wrong} stands in typographic quotes`, 'write "'];
    case 'unquoted':
      return wrong.startsWith('$')
        ? [`${wrong} has no quotes, and an exec form expands no variables`, 'write ["sh", "-c", "exec …"] or leave the array out']
        : [`${wrong} has no quotes`, `write ${JSON.stringify(wrong)}`];
    case 'trailing-comma':
      return ['A comma stands before the closing bracket', 'remove it'];
    case 'stray-comma':
      return ['A comma has no string in front of it', 'remove it'];
    case 'missing-comma':
      return ['A comma is missing between two strings', 'add it'];
    case 'open-quote':
      return ['A string has no closing quote', 'add it'];
    case 'no-end':
      return ['The closing bracket is missing', 'add it'];
    case 'text-behind':
      return [`${wrong} stands behind the closing bracket`, 'move it into the array or leave the array out'];
    case 'bad-escape':
      return [`${wrong} means nothing in JSON`, 'write two backslashes for one'];
    case 'not-strings':
      return ['The array holds something other than strings', 'put everything in quotes'];
  }
}

function jsonOf(strings: readonly string[]): string {
  return `[${strings.map((each) => JSON.stringify(each)).join(', ')}]`;
}
