import { DEFAULT_BUILD } from '../../src/config/settings';
import { createModel } from '../../src/dockerfile/model';
import { parseDocument } from '../../src/dockerfile/parse';
import { createSource } from '../../src/dockerfile/source';
import { mentions } from '../../src/shell/mentions';

test.each([
  ['RUN make && sudo make install', 'sudo', true],
  ['RUN make && su\\\ndo make install', 'sudo', true],
  ['RUN <<EOF\nsudo make\nEOF', 'sudo', true],
  ['RUN ["sudo", "make"]', /\bsudo\b/, true],
  ['RUN make', 'sudo', false],
  ['RUN <<EOF\npseudo\nEOF', /\bsudo\b/, false],
])('%j mentions %s: %s', (text, wanted, expected) => {
  const source = createSource('Dockerfile', text);
  const model = createModel(source, parseDocument(source), DEFAULT_BUILD, { baseImage: () => null });
  const [node] = model.document.instructions;
  expect(node !== undefined && mentions(model, node, wanted)).toBe(expected);
});
