import { defineRule, type CmdInstruction, type EntrypointInstruction, type RunInstruction } from '../../src/rule';

export default defineRule({
  summary: 'Leave no RUN, CMD or ENTRYPOINT without a command',
  why: `The builder goes on without a word: an empty RUN runs nothing, and an empty CMD or ENTRYPOINT sets a command of nothing, so
that what the base image starts is lost. Most often the command went to another line and the backslash is missing.`,
  exceptions: 'To take back the command of a base image on purpose, write an empty array, which says so: `CMD []`.',
  severity: 'warning',
  presets: { strict: {} },
  aliases: ['dockerfilelint:required_params', 'dockerfile-doctor:DD047'],
  controls: [],
  dockerfile: ({ report }) => {
    function judge(node: RunInstruction | CmdInstruction | EntrypointInstruction): void {
      if (node.command !== null || node.heredocs.length > 0) return;
      const remedy = node.keyword === 'RUN' ? 'add one or remove the line' : `add one, or write ${node.keyword} [] to clear it`;
      report({ at: node.keywordRange, message: `${node.keyword} has no command behind it; ${remedy}` });
    }

    return { RUN: judge, CMD: judge, ENTRYPOINT: judge };
  },
  examples: [
    { good: 'FROM alpine:3.20\nRUN <<EOF\na\nEOF\nCMD []\nENTRYPOINT [""]\nRUN \\\n  a' },
    { bad: 'FROM alpine:3.20\n«RUN»\n«CMD» \n«ENTRYPOINT» \\\n# why\n', message: 'remove the line' },
    { bad: 'FROM alpine:3.20\n«RUN» --mount=type=cache,target=/a --network=none' },
    { bad: 'FROM alpine:3.20\n«CMD»', message: 'CMD []' },
  ],
});
