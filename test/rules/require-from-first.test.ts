import rule from '../../rules/stages/require-from-first';
import { remarked } from '../support/run-rule';

test.each([
  '«»',
  '«»# only a comment',
  '«ARG» A=1\n# only an argument',
  'FROM scratch',
  '«COPY» a /a\n«ONBUILD» RUN true\nFROM scratch\nRUN true',
  'from\nRUN true',
  '{\n}',
  'FRMO alpine\nRUN true\nCMD ["a"]',
])('judges %j', (marked) => {
  expect(remarked(rule, marked)).toBe(marked);
});

test('the place of a file without instructions is behind its byte-order mark', () => {
  expect(remarked(rule, '\ufeff«»# note')).toBe('\ufeff«»# note');
});
