import rule from '../../rules/stages/no-unused-arg';
import { remarked } from '../support/run-rule';

test.each([
  'ARG A\nFROM x:1\nARG A\nENV B=$A',
  'ARG A\nFROM x:1\nARG «A»',
  'ARG A\nARG B=$A\nFROM x:$B',
  'ARG A\nFROM --platform=$A x:1',
  'ARG «A»\nFROM x:1 AS B',
  'ARG A\nFROM x:1\nRUN echo $A',
  'FROM x:1\nARG A\nCOPY <<EOF /a\n$A\nEOF',
  'FROM x:1\nRUN echo $A\nARG «A»',
  'FROM x:1\nARG «A»\nFROM y:1\nENV B=$A',
  'FROM x:1 AS b\nARG A\nFROM b\nENV B=$A',
  'FROM x:1 AS b\nARG A\nFROM b\nRUN ./build',
  'FROM x:1 AS b\nARG «A»\nFROM y:1\nRUN ./build',
  'FROM x:1\nARG A\nRUN make',
  'FROM x:1\nARG A\nRUN ["prog"]',
  'FROM x:1\nARG A\nRUN $PROGRAM',
  'FROM x:1\nARG A\nRUN cd /a && env B=1 make',
  'FROM x:1\nARG A\nRUN <<EOF python3\nimport os\nEOF',
  'FROM x:1\nARG «A»\nRUN cd /a && env B=1 touch b',
  'FROM x:1\nARG CACHE_BUST\nARG TZ\nARG CFLAGS\nRUN apt-get update',
  'FROM x:1\nARG __proto__\nARG constructor\nRUN make',
  'FROM x:1\nARG A=1 «A»=2',
  'FROM x:1\nONBUILD ARG A',
])('judges %j', (marked) => {
  expect(remarked(rule, marked)).toBe(marked);
});
