import { defineRule, type Suppression } from '../../src/rule';

export default defineRule({
  summary: 'Say in every suppression why, and drop it when its date has passed',
  why: `The next reader, and the author a year later, cannot tell an exception that was thought through from a warning that was in the way.
A date (\`until 2027-03-31\` in the reason) makes sure that somebody looks at it again.`,
  exceptions: `Dates are judged only where the day is given with the run, so that a verdict never changes by itself. Behind the ids of a hadolint
comment a reason needs a sign in front: \`# hadolint ignore=DL3008 # pinned by the mirror\`.`,
  severity: 'off',
  presets: { strict: {} },
  aliases: ['droast:DF072', 'tally:inline-directives.require-reason'],
  controls: [],
  aboveComments: true,
  messages: {
    missing: { aliases: ['droast:DF072', 'tally:inline-directives.require-reason'], description: 'The suppression lacks a reason.' },
    expired: { aliases: [], description: 'The date that the reason names has passed.' },
  },
  afterSuppress({ suppressions, facts, report }) {
    for (const suppression of suppressions) {
      const { reason, range, covers } = suppression;
      // The end of another one.
      if (covers.start === covers.end) continue;
      const until = reason === null ? null : dateIn(reason);
      if (!saysWhy(reason)) {
        report({ messageId: 'missing', at: range, message: `This suppression gives no reason; add one ${waysOf(suppression)}` });
      }
      if (until !== null && facts.asOf !== null && until < facts.asOf.slice(0, until.length)) {
        report({ messageId: 'expired', at: range, message: `This suppression was meant until ${until}; repair what it hides, or give it another date` });
      }
    }
  },
  examples: [
    {
      good: `# hadolint ignore=DL3007 # follows its base
FROM node:latest
# plimsoll-disable-next-line no-root-user -- installs packages
USER root
# check=skip=JSONArgsRecommended the shell is wanted
CMD a
# plimsoll-enable`,
    },
    { bad: '«# hadolint ignore=DL3007»\nFROM node:latest\n«# plimsoll-disable-next-line no-root-user»\nUSER root', message: 'behind a second #' },
    { asOf: '2027-04-01', bad: 'FROM node:22.12\n«# plimsoll-disable-next-line no-root-user -- installs packages, until 2027-03-31»\nUSER root', message: 'until 2027-03-31' },
    { asOf: '2027-03-31', good: 'FROM node:22.12\n# plimsoll-disable-next-line no-root-user -- installs packages, until 2027-03-31\nUSER root' },
    { bad: 'FROM node:22.12\n«# plimsoll-disable-next-line no-root-user -- until 2027-03-31»\nUSER root' },
  ],
});

const UNTIL = /\b(?:until|till|expires?(?: on)?|remove (?:after|by))[ :=]{1,3}(\d{4}-\d{2}-\d{2})(?!\d)/i;

function dateIn(reason: string): string | null {
  return UNTIL.exec(reason)?.[1] ?? null;
}

/** A date alone says when, not why. */
function saysWhy(reason: string | null): boolean {
  return reason !== null && /\p{L}{2}/u.test(reason.replace(UNTIL, ''));
}

function waysOf({ dialect }: Suppression): string {
  if (dialect === 'plimsoll') return 'behind --';
  return dialect === 'buildkit' ? 'behind a blank' : 'behind a second #';
}
