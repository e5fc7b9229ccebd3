import rule from '../../rules/base-image/require-image-tag';
import { remarked, saidOf } from '../support/run-rule';

describe('require-image-tag', () => {
  it.each([
    'FROM host:5000/«img»\nFROM host:5000/img:1',
    'FROM "«node»"',
    'FROM scratch\nFROM Scratch',
    'FROM --platform=linux/amd64 «node» AS x\nFROM X',
    'FROM REPLACE-ME',
    'ARG A\nFROM $A\nFROM $A/«node»\nFROM node$A\nFROM node:$A\nFROM node@$A',
    'ARG A=node\nFROM «$A»\nFROM «${A}»',
    'ARG A=node:1\nFROM $A',
    'FROM «${A:-node}»',
    'FROM a:1\nRUN --mount=from=«nginx»,target=/n true\nCOPY --from=nginx / /\nCOPY --from=0 / /',
    'FROM a:1 AS b\nFROM b\nONBUILD RUN --mount=from=b,target=/n true\nONBUILD COPY --from=«x/y» / /',
    'FROM a:1\nCOPY --from=$X / /',
  ])('judges %s', (marked) => {
    expect(remarked(rule, marked)).toBe(marked);
  });

  it('passes a build context', () => {
    expect(saidOf(rule, 'FROM base\nCOPY --from=x/y / /', { build: { contexts: { base: 'docker-image://a:1', 'x/y': './y' } } })).toEqual([]);
  });

  it('names the image with its registry, and the ARG it comes from', () => {
    expect(saidOf(rule, 'ARG A=ghcr.io/x/y\nFROM $A')).toEqual([
      'warning: The image ghcr.io/x/y has no tag, which means latest (value of ARG A); add the tag of a version',
    ]);
  });
});
