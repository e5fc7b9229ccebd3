/** A small language for tests of suppression: `!rule` or `!rule/message` in a Dockerfile is a problem of that rule. */
import { namesOf } from '../../src/engine/aliases';
import { spanOf } from '../../src/engine/problems';
import type { Problem } from '../../src/engine/result';
import type { RegisteredRule } from '../../src/engine/rule-definition';
import { suppress, type Sorted } from '../../src/engine/suppress';
import { placeSuppressions, type Placement } from '../../src/engine/suppression-places';
import { modelOf } from './model';
import { registered } from './rules';

export const RULES: readonly RegisteredRule[] = [
  registered('a', { aliases: ['hadolint:DL3001', 'buildkit:MaintainerDeprecated'] }),
  registered('b', { aliases: ['hadolint:DL3002', 'buildkit:UndefinedVar'] }),
  registered('c', {
    aliases: ['hadolint:DL4003', 'hadolint:DL4004'],
    messages: { one: { aliases: ['hadolint:DL4003'], description: '' }, two: { aliases: ['hadolint:DL4004'], description: '' } },
  }),
];

/** The problems that the text's marks stand for, in order. */
export function markedProblems(text: string): readonly Problem[] {
  const { source } = modelOf(text);
  return [...text.matchAll(/!([a-z]+)(?:\/([a-z]+))?/g)].map((match) => {
    const range = { start: match.index, end: match.index + match[0].length };
    return {
      rule: match[1] ?? '', messageId: match[2] ?? null, severity: 'warning', message: match[0], ...range, span: spanOf(source, range), fix: null,
    };
  });
}

export function placementOf(text: string): Placement | null {
  return placeSuppressions(modelOf(text), () => namesOf(RULES));
}

export function suppressed(text: string): Sorted {
  const placement = placementOf(text);
  const problems = markedProblems(text);
  return placement === null ? { problems, suppressed: [], used: new Set() } : suppress(problems, placement);
}

/** What is hidden, as `mark@line` with 1-based lines. */
export function hidden(text: string): readonly string[] {
  return suppressed(text).suppressed.map(({ message, span }) => `${message}@${span.line + 1}`);
}
