import rule from '../../rules/base-image/no-invalid-image-reference';
import { remarked, saidOf } from '../support/run-rule';

test.each([
  'FROM x\nRUN --mount=from=«Bar» ls\nCOPY --from=Bar / /\nONBUILD COPY --from=Bar / /',
  'FROM x AS Bar\nFROM x\nRUN --mount=from=Bar ls',
  'FROM «UBUNTU»',
  'FROM BASE_IMAGE\nFROM <image>\nFROM @BASE@\nFROM %%BASE%%\nFROM __BASE__',
  'ARG A=Foo\nARG B\nFROM $A\nFROM ${A}/x:1\nFROM $B/«Foo»:1',
  `FROM «${'a'.repeat(64)}»`,
  'FROM «a/-b»',
  'FROM «/a»',
  'FROM «a//b»',
])('judges %s', (marked) => {

  expect(remarked(rule, marked)).toBe(marked);
});

test.each([
  ['FROM Foo', 'lower-case letters'],
  ['FROM foo:', 'its tag is empty'],
  ['FROM foo:é', 'a tag begins with'],
  ['FROM foo@sha256:xyz', 'a digest is an algorithm'],
  ['FROM foo@', 'a name is host/path:tag'],
  [`FROM ${'0'.repeat(64)}`, 'put name@sha256: before them'],
])('says what is wrong with %s', (text, fault) => {
  expect(saidOf(rule, text)).toEqual([expect.stringContaining(fault)]);
});
