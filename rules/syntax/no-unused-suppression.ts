import { defineRule, wholeLines, type Range, type ReportedFix, type Source, type Suppression, type SuppressionTarget } from '../../src/rule';

export default defineRule({
  summary: 'Keep no suppression that hides nothing or names an unknown rule',
  why: `A suppression outlives its cause: the instruction is repaired, the comment stays, and one day it hides a new problem
that nobody has looked at. One with a misspelt name hides nothing at all, though it looks as if it did.`,
  exceptions: `A comment in the dialect of another tool may still be needed by that tool, so it is called unused only with the
option \`peers: report\`. A name is reported only if every rule it stands for ran on the file: an id whose rule is off, or that
only another tool has, is left in peace.`,
  severity: 'info',
  presets: { strict: { options: { peers: 'report' } } },
  aliases: ['tally:inline-directives.warn-unused'],
  controls: [],
  options: {
    peers: {
      type: 'string',
      enum: ['pass', 'report'],
      default: 'pass',
      description: 'Unused comments in the dialect of hadolint, BuildKit or ShellCheck: `pass`, since those tools may need them, or `report`.',
    },
  },
  messages: {
    unused: { aliases: ['tally:inline-directives.warn-unused'], description: 'The suppression hides nothing.' },
    unknown: { aliases: [], description: 'The suppression names a rule that does not exist.' },
  },
  afterSuppress({ model, options, suppressions, report }) {
    for (const suppression of suppressions) {
      const judged = suppression.dialect === 'plimsoll' || options.peers === 'report';
      if (suppression.all && isUnused(suppression)) {
        report({ messageId: 'unused', at: suppression.range, message: 'This suppression hides nothing; remove it', ...removal(model.source, suppression, 0) });
      }
      suppression.targets.forEach((target, index) => {
        if (isUnknown(target)) {
          report({ messageId: 'unknown', at: target.range, message: unknownText(target), ...correction(suppression, target) });
        } else if (judged && isUnused(target)) {
          report({ messageId: 'unused', at: target.range, message: unusedText(suppression, target), ...removal(model.source, suppression, index) });
        }
      });
    }
  },
  variants: { onbuild: { expect: 'skip', why: 'in ONBUILD other rules fall silent, so other suppressions are unused' } },
  examples: [
    { good: '# plimsoll-disable-next-line no-latest-tag -- follows its base on purpose\nFROM node:latest' },
    {
      bad: '# plimsoll-disable-next-line «no-latest-tag» -- follows its base on purpose\nFROM node:22.12',
      fixed: 'FROM node:22.12',
      message: 'no-latest-tag',
    },
    {
      bad: '# plimsoll-disable-next-line «no-maintainer», no-latest-tag\nFROM node:latest',
      fixed: '# plimsoll-disable-next-line no-latest-tag\nFROM node:latest',
    },
    {
      bad: '# plimsoll-disable-next-line «no-latst-tag», no-latest-tag\nFROM node:latest',
      fixed: '# plimsoll-disable-next-line no-latest-tag, no-latest-tag\nFROM node:latest',
      message: 'did you mean no-latest-tag',
    },
    {
      options: { peers: 'report' },
      bad: '# hadolint ignore=«DL3007» # moved on\nFROM node:22.12',
      fixed: 'FROM node:22.12',
      message: 'unless hadolint itself needs it',
    },
    { good: '# hadolint ignore=DL3007,DL9999\n# check=skip=all\nFROM node:22.12' },
    { bad: 'FROM node:22.12\n# plimsoll-disable «no-rule-of-that-name»\nUSER node', message: 'no rule' },
  ],
});

function isUnknown({ rules, foreign }: SuppressionTarget): boolean {
  return rules.length === 0 && !foreign;
}

function isUnused({ used, certain }: Suppression | SuppressionTarget): boolean {
  return certain && !used;
}

function unknownText({ name, nearest }: SuppressionTarget): string {
  return `There is no rule ${name}, so this hides nothing; ${nearest === null ? 'name a rule by its id' : `did you mean ${nearest}?`}`;
}

function unusedText({ dialect }: Suppression, { name }: SuppressionTarget): string {
  const peer = { plimsoll: null, hadolint: 'hadolint', buildkit: 'BuildKit', shellcheck: 'ShellCheck' }[dialect];
  return `The suppression of ${name} hides nothing; remove it${peer === null ? '' : ` unless ${peer} itself needs it`}`;
}

/** A comment of another tool is left to a person, since that tool may say what we do not. */
function removal(source: Source, suppression: Suppression, index: number): { readonly fix?: ReportedFix } {
  const whole = suppression.targets.every(isUnused);
  // A check directive may say more than `skip`.
  if (whole && suppression.dialect === 'buildkit' && source.text.slice(suppression.range.start, suppression.range.end).includes(';')) return {};
  const at = whole ? wholeLines(source, suppression.range) : nameInList(suppression, index);
  return { fix: { kind: suppression.dialect === 'plimsoll' ? 'safe' : 'suggestion', edits: [{ at, text: '' }] } };
}

/** A name with the comma behind it, or, for the last one, before it. */
function nameInList({ targets, range }: Suppression, index: number): Range {
  const own = targets[index]?.range ?? range;
  const next = targets[index + 1];
  if (next !== undefined) return { start: own.start, end: next.range.start };
  return { start: targets[index - 1]?.range.end ?? own.start, end: own.end };
}

function correction({ dialect }: Suppression, { nearest, range }: SuppressionTarget): { readonly fix?: ReportedFix } {
  if (nearest === null || dialect !== 'plimsoll') return {};
  return { fix: { kind: 'suggestion', edits: [{ at: range, text: nearest }] } };
}
