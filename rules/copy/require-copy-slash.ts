import { defineRule, knownSuffix, shorten, type AddInstruction, type CopyInstruction, type Word } from '../../src/rule';

export default defineRule({
  summary: 'End the destination of several sources in a slash',
  why: `Several files need a folder to go to, and only a slash at the end says that the destination is one. Without it the classic builder
stops; BuildKit builds, but writes each file over the one before, so that the last one is left under the name of the folder.`,
  severity: 'error',
  presets: { strict: {}, hadolint: {} },
  aliases: [
    'hadolint:DL3021', 'trivy:DS-0011', 'kics:6db6e0c2', 'dockerfilelint:add_dest_invalid', 'dockerfile-utils:INVALID_DESTINATION',
    'droast:DF048',
  ],
  controls: [],
  dockerfile: ({ model, report }) => {
    function judge(node: AddInstruction | CopyInstruction): void {
      const { destination, sources, heredocs } = node;
      if (destination === null || sources.length + heredocs.length < 2) return;
      // What is known of its end decides; a variable at the end may bring the slash.
      const end = knownSuffix(model.resolve(destination, node));
      if (end === '' || FOLDER.test(end)) return;
      report({
        at: destination.range,
        message: `${sources.length + heredocs.length} sources go to ${shorten(destination.value, 60)}, which does not end in a slash; write ${shorten(destination.value, 60)}/`,
        // BuildKit builds it as it is, with one file in place of the folder.
        ...(end.includes('\\') ? {} : { fix: { kind: 'suggestion', changes: 'image', edits: [{ at: endOf(destination), text: '/' }] } }),
      });
    }
    return { ADD: judge, COPY: judge };
  },
  examples: [
    { good: 'FROM alpine:3.20\nCOPY a b /c/\nCOPY a /c\nCOPY --chown=1:1 a /c\nCOPY ["a", "b c", "/d/"]\nCOPY a b .\nCOPY a b ./x/..' },
    { good: 'FROM alpine:3.20\nARG DIR\nCOPY a b $DIR\nCOPY a b "/c d/"' },
    { bad: 'FROM alpine:3.20\nCOPY a b «/c»\nADD a b «c»', fixed: 'FROM alpine:3.20\nCOPY a b /c/\nADD a b c/', message: '2 sources go to /c' },
    { bad: 'FROM alpine:3.20\nCOPY ["a", "b c", «"/d e"»]\nADD a b «"/c"»', fixed: 'FROM alpine:3.20\nCOPY ["a", "b c", "/d e/"]\nADD a b "/c/"' },
    { bad: 'FROM alpine:3.20\nENV DIR=/x\nCOPY a b «$DIR»\nCOPY a b «$UNKNOWN/c»' },
    { bad: 'FROM alpine:3.20\nCOPY <<A <<B «/etc»\na\nA\nb\nB' },
    { good: '# escape=`\nFROM mcr.microsoft.com/windows/nanoserver:ltsc2022\nCOPY a b C:\\app\\' },
  ],
});

const FOLDER = /[/\\]$|^\.\.?$|[/\\]\.\.?$/;

/** Behind the text, in front of a quote that ends it. */
function endOf({ range, raw }: Word): { readonly start: number; readonly end: number } {
  const at = /["']$/.test(raw) ? range.end - 1 : range.end;
  return { start: at, end: at };
}
