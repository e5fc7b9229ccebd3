import { defineRule, nearestName, shorten, sliceOf, type Directive } from '../../src/rule';

export default defineRule({
  summary: 'Write parser directives once, right, and at the very top',
  why: `The builder refuses a directive that is repeated and an escape character other than the two it knows. One that is misspelt, or
that stands below a comment, a blank line or an instruction, is only a comment: the file is then read by another frontend or with
another escape character than its author believes.`,
  exceptions: 'A comment that merely looks like a directive: say the same in other words.',
  severity: 'error',
  presets: { strict: {} },
  aliases: [
    'dockerfile-utils:CASING_DIRECTIVE', 'dockerfile-utils:INVALID_ESCAPE_DIRECTIVE', 'dockerfile-utils:DUPLICATED_ESCAPE_DIRECTIVE',
    'tally:syntax-directive-typo',
  ],
  controls: [],
  dockerfile: ({ model, report }) => ({
    end() {
      const { source, document } = model;
      for (const { directive, reason } of document.refusedDirectives) {
        if (reason === 'repeated') report({ at: directive.nameRange, message: `The directive ${directive.name} is given twice, which the builder refuses; remove one` });
        else report({ at: directive.valueRange, message: `${shorten(directive.value, 40)} cannot be the escape character; write a backslash or a backtick` });
      }
      const firstInstruction = document.instructions[0]?.range.start ?? source.text.length;
      for (const comment of document.comments) {
        const written = MAYBE.exec(sliceOf(source, comment.range));
        const [, space = '', name = '', separator = '', value = ''] = written ?? [];
        const meant = written === null ? null : meantName(name, value);
        if (meant === null) continue;
        const start = comment.range.start + 1 + space.length;
        const at = { start, end: start + name.length };
        const spelt = name.toLowerCase() === meant;
        if (!spelt && comment.range.start < firstInstruction) {
          report({
            at,
            severity: 'warning',
            message: `${name} is no directive, so this is a comment; write ${meant}`,
            fix: { kind: 'suggestion', changes: 'image', edits: [{ at, text: meant }] },
          });
        } else if (spelt && separator.includes('=')) {
          if (repeats(document.directives, meant, value)) continue;
          report({ at, severity: 'warning', message: `${name} is a comment here; put it in the first lines of the file, before any other comment` });
        } else if (spelt && comment.range.start < firstInstruction) {
          report({ at, severity: 'warning', message: `${name} without an equals sign is a comment; write ${name}=${value}` });
        }
      }
    },
  }),
  variants: { indented: { expect: 'skip', why: 'this variant indents comments but not directives, and the fix makes one of the other' } },
  examples: [
    { good: '# syntax=docker/dockerfile:1\n# escape=\\\n# check=skip=all\nFROM alpine:3.20\n# check=skip=JSONArgsRecommended\nCMD a\n# the syntax=new' },
    { good: '# Escape: everything is quoted\n# syntax: see the manual\n# escape=yes\n# test=a/b:1\nFROM alpine:3.20' },
    { bad: '# syntax=docker/dockerfile:1\n# «syntax»=docker/dockerfile:1.7\nFROM alpine:3.20', message: 'given twice' },
    { bad: '# escape=«/»\nFROM alpine:3.20', message: 'cannot be the escape character' },
    {
      bad: '# «sytnax»=docker/dockerfile:1\nFROM alpine:3.20',
      fixed: '# syntax=docker/dockerfile:1\nFROM alpine:3.20',
      severity: 'warning',
    },
    { bad: '# Built by hand\n#«syntax»=docker/dockerfile:1\nFROM alpine:3.20\n# «escape»=`', severity: 'warning', message: 'comment here' },
    { bad: '# «syntax»: docker/dockerfile:1\nFROM alpine:3.20', severity: 'warning', message: 'write syntax=docker/dockerfile:1' },
  ],
});

const MAYBE = /^#([ \t]*)([A-Za-z]{4,9})([ \t]*[=:][ \t]*|[ \t]+)(\S+)[ \t]*$/;

/** The directive that a comment is meant as, by its name and, so that no sentence is taken for one, its value. */
function meantName(name: string, value: string): 'syntax' | 'escape' | null {
  const lower = name.toLowerCase();
  const near = lower === 'syntax' || lower === 'escape' ? lower : nearestName(lower, ['syntax', 'escape']);
  if (near === 'syntax') return /^[\w.-]+(?::\d+)?(?:\/[\w.-]+)+(?::[\w.-]+)?(?:@[\w:]+)?$/.test(value) && value.includes('dockerfile') ? 'syntax' : null;
  return near === 'escape' && (value === '`' || value === '\\') ? 'escape' : null;
}

/** A copy of what is in force does no harm. */
function repeats(directives: readonly Directive[], name: string, value: string): boolean {
  return directives.some((directive) => directive.name === name && directive.value === value);
}
