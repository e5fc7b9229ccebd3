import { defineRule, swallowedInstructions, type Instruction, type ReportedFix, type SwallowedInstruction } from '../../src/rule';

export default defineRule({
  summary: 'Hide no instruction inside another one',
  why: `A backslash too many joins the next instruction to the one above it: \`RUN apt-get update \\\` followed by \`COPY app /app\` hands
\`COPY\` to apt-get. Behind \`&&\` the shell looks for a program named COPY. The build fails far from the cause, or, worse, it goes
through and the step is missing from the image.`,
  exceptions: 'A program whose name really is an instruction in capitals. Words in quotes, and heredocs that a program reads, are text and never reported.',
  severity: 'warning',
  presets: { strict: {} },
  aliases: [],
  controls: [],
  dockerfile: ({ model, shell, report }) => {
    const { text } = model.source;

    /** Takes out what joins the two, where it stands alone at the end of the line above. */
    function separation(outer: Instruction, { lineBefore, command, keywordRange }: SwallowedInstruction): { readonly fix?: ReportedFix } {
      const escapeAt = lineBefore?.escapeAt ?? null;
      if (escapeAt === null) return {};
      const operator = command === null ? { start: escapeAt, end: escapeAt } : command.connectorRange;
      if (operator === null || operator.end > escapeAt || text.slice(operator.end, escapeAt).trim() !== '') return {};
      let { start } = operator;
      while (/[ \t]/.test(text.charAt(start - 1))) start -= 1;
      const edits = [{ at: { start, end: escapeAt + 1 }, text: '' }];
      // What stood inside a trigger was meant as one.
      if (outer.keyword === 'ONBUILD') edits.push({ at: { start: keywordRange.start, end: keywordRange.start }, text: `${outer.keywordText} ` });
      return { fix: { kind: 'suggestion', changes: 'image', edits } };
    }

    return {
      end() {
        for (const instruction of model.document.instructions) {
          for (const swallowed of swallowedInstructions(model, shell, instruction)) {
            const { keyword, keywordRange, command, lineBefore } = swallowed;
            const escapeAt = lineBefore?.escapeAt ?? null;
            if (command !== null) {
              report({ at: keywordRange, message: runText(keyword, hostOf(instruction), command.connector === 'start'), ...separation(instruction, swallowed) });
            } else if (escapeAt !== null) {
              report({
                at: { start: escapeAt, end: escapeAt + 1 },
                message: `This line goes on, so ${keyword} below it is a part of ${hostOf(instruction)}; remove the ${model.document.escape}`,
                ...separation(instruction, swallowed),
              });
            }
          }
        }
      },
    };
  },
  examples: [
    { good: 'FROM alpine:3.20\nHEALTHCHECK --interval=5s \\\n  CMD curl localhost\nONBUILD \\\n  RUN make\nRUN USER=a env && \\\n  USER=b make COPY' },
    { good: `FROM postgres:16\nRUN psql -c "\\\nCREATE TABLE a AS \\\nSELECT 1 \\\nFROM b"\nRUN psql <<EOF\nSELECT a\nFROM b\nEOF` },
    {
      bad: 'FROM alpine:3.20\nRUN apk add a «\\»\n\nCOPY b /c',
      fixed: 'FROM alpine:3.20\nRUN apk add a\n\nCOPY b /c',
      message: 'COPY below it is a part of RUN',
    },
    { bad: 'FROM alpine:3.20\nWORKDIR /a «\\»\n# then\nRUN make', fixed: 'FROM alpine:3.20\nWORKDIR /a\n# then\nRUN make' },
    {
      bad: 'FROM alpine:3.20\nRUN a && \\\n  b && \\\n«WORKDIR» /c',
      fixed: 'FROM alpine:3.20\nRUN a && \\\n  b\nWORKDIR /c',
      message: 'end RUN before it',
    },
    { bad: 'FROM alpine:3.20\nRUN «RUN» make && «COPY» a /b', message: 'remove one of the two' },
  ],
});

function hostOf(instruction: Instruction): string {
  const inner = instruction.keyword === 'ONBUILD' ? instruction.instruction : instruction;
  return inner?.keyword ?? instruction.keyword;
}

function runText(keyword: string, host: string, first: boolean): string {
  if (first) return `${keyword} stands behind ${host}, which runs it as a program; remove one of the two words`;
  return `${keyword} is run as a program of the shell here; end ${host} before it and put ${keyword} on a line of its own`;
}
