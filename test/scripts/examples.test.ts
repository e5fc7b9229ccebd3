import { evaluate } from './run-script';

interface Output {
  readonly path: string;
  readonly expected: string | null;
  readonly actual: string;
}

// Real runs of the program, one for each example and format: this is what a user sees.
const outputs = evaluate('examples.mjs', 'script.exampleOutputs()') as readonly Output[];

test('there are examples in all four formats, and the README', () => {
  const kinds = new Set(outputs.map(({ path }) => path.split('/').at(-1)));
  expect(kinds).toEqual(new Set(['expected.txt', 'expected.json', 'expected.sarif', 'expected.github.txt', 'README.md']));
});

test.each(outputs.map((output) => [output.path, output] as const))('%s holds what the program prints', (_, { expected, actual }) => {
  expect(actual).toBe(expected);
});
