import * as fc from 'fast-check';
import { outputBlocks } from '../../src/action/file-commands';
import { readOutputFile } from '../support/workflow-runner';

test('each output is a block that ends with the delimiter', () => {
  expect(outputBlocks({ a: '1', b: '' }, 'end')).toBe('a<<end\n1\nend\nb<<end\n\nend\n');
});

test('a value reaches the runner as it is, and adds no output of its own', () => {
  const value = fc.string({ unit: fc.constantFrom('\n', 'a', 'b=c', 'b<<d', 'd', '<<', '=', ' ') });
  fc.assert(
    fc.property(value, value, (first, second) => {
      const text = outputBlocks({ first, second }, 'd1f0-a-word-that-nobody-knows');
      expect([...readOutputFile(text)]).toEqual([
        ['first', first],
        ['second', second],
      ]);
    }),
  );
});
