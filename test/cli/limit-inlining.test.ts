import { setFlagsFromString } from 'node:v8';
import { limitInlining } from '../../src/cli/limit-inlining';

jest.mock('node:v8', () => ({ setFlagsFromString: jest.fn() }));

const set = jest.mocked(setFlagsFromString);
beforeEach(() => set.mockClear());

test('a V8 without a middle compiler inlines less', () => {
  limitInlining('11.3.244.8-node.38');
  expect(set).toHaveBeenCalledTimes(1);
  expect(set).toHaveBeenCalledWith(expect.stringMatching(/^--max-inlined-bytecode-size-cumulative=\d+$/));
});

test.each(['12.4.254.21-node.33', '13.6.233.10-node.18'])('V8 %s is left as it is', (version) => {
  limitInlining(version);
  expect(set).not.toHaveBeenCalled();
});
