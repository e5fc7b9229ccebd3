import rule from '../../rules/stages/no-root-filesystem-copy';
import { remarked, saidOf } from '../support/run-rule';

test.each([
  'FROM alpine:3 AS b\nFROM scratch\nLABEL a=b\nCOPY --from=b / /',
  'FROM alpine:3 AS b\nFROM scratch\nRUN x\nCOPY --from=b «/» /',
  'FROM alpine:3 AS b\nFROM alpine:3\nCOPY --from=b «/.» /',
  'FROM alpine:3 AS b\nFROM alpine:3\nCOPY --from=b «//» //',
  'FROM alpine:3 AS b\nFROM alpine:3\nCOPY --from=b /.. /',
  'FROM alpine:3 AS b\nFROM alpine:3\nCOPY --from=b /a «/» /',
  'FROM alpine:3 AS b\nFROM alpine:3\nCOPY --from=b --exclude=/proc / /',
  'FROM alpine:3 AS b\nFROM alpine:3\nWORKDIR /x\nCOPY --from=b / .',
  'FROM alpine:3 AS b\nFROM alpine:3\nARG D\nCOPY --from=b / $D',
  'FROM alpine:3 AS b\nFROM alpine:3\nARG D=/\nCOPY --from=b «/» $D',
  'FROM scratch AS s\nFROM s AS b\nCOPY x /\nFROM alpine:3\nCOPY --from=b / /',
])('judges %j', (marked) => {
  expect(remarked(rule, marked)).toBe(marked);
});

test.each([
  ['FROM unknown/image:1 AS b\nRUN make\nFROM alpine:3\nCOPY --from=b / /', 'warning'],
  ['FROM unknown/image:1 AS b\nFROM alpine:3\nCOPY --from=b / /', 'info'],
  ['FROM alpine:3\nCOPY --from=debian:12 / /', 'warning'],
  ['FROM alpine:3\nCOPY --from=unknown/image:1 / /', 'info'],
])('%j is a %s', (text, severity) => {
  expect(saidOf(rule, text).map((said) => said.replace(/:.*/, ''))).toEqual([severity]);
});
