import { endOfChain } from '../../src/shell/end-of-chain';
import { createShellView } from '../../src/shell/view';
import { lastInstruction, modelOf } from '../support/small-model';

function withMore(run: string): string | null {
  const model = modelOf(`FROM debian\n${run}`);
  const node = lastInstruction(model);
  if (node.keyword !== 'RUN') throw new Error('no RUN');
  const place = endOfChain(createShellView(model), node);
  return place === null ? null : `${model.source.text.slice('FROM debian\n'.length, place.start)} && x${model.source.text.slice(place.end)}`;
}

test.each([
  ['RUN a', 'RUN a && x'],
  ['RUN a && b \\\n  c # d', 'RUN a && b \\\n  c && x # d'],
  ['RUN sudo a', 'RUN sudo a && x'],
  ['RUN a; b', null],
  ['RUN a || b', null],
  ['RUN a | b', null],
  ['RUN a &', null],
  ['RUN if a; then b; fi', null],
  ['RUN ["a"]', null],
  ['RUN ["sh", "-c", "a"]', null],
  ['RUN <<EOF\na\nEOF', null],
])('%j: %j', (run, expected) => {
  expect(withMore(run)).toBe(expected);
});
