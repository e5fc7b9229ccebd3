import fc from 'fast-check';
import { readFileSync } from 'node:fs';
import { parseDocument } from '../../src/dockerfile/parse';
import { createSource, positionAt } from '../../src/dockerfile/source';
import { brokenInvariants } from '../support/node-invariants';

function parse(text: string) {
  return parseDocument(createSource('Dockerfile', text));
}

const FRAGMENTS = [
  'FROM', 'from', 'RUN', 'COPY', 'ADD', 'ENV', 'LABEL', 'ARG', 'CMD', 'ENTRYPOINT', 'HEALTHCHECK', 'SHELL', 'ONBUILD', 'EXPOSE', 'VOLUME', 'USER',
  'WORKDIR', 'STOPSIGNAL', 'MAINTAINER', 'NOSUCH', 'R', 'U', 'a', 'b:1', 'AS', 'NONE', 'é', '𝒳', ' ', ' ', ' ', '  ', '\t', '\v', '\f', '\u00a0', '\u2028', '\r',
  '\n', '\n', '\n', '\r\n', '\\', '\\\n', '\\\n', ' \\\n', ' \\ \t\n', '\\\r\n', '\\\\\n', '`', '`\n', ' `\r\n', '#', '# c', '\n# c\n', '# x=y\n',
  '# escape=`\n', '# escape=\\\n', '# syntax=x\n', '# check=skip=all\n', '#!x\n', '\ufeff', '"', "'", '[', ']', '["a"]', '["a", "b\\n"]', '[1]', ',',
  '<<', '<<X', '<<-X', '<<"X"', "3<<'Y'", '<< X', '<<<X', 'X', '\nX\n', '\n\tX\n', '\nY\n', '=', 'k=v', 'k="v w"', "k='v'", '$', '${', '${v:-', '}', '$v',
  '--', '--x', '--from=b', '--mount=type=cache,target=/x', '--mount=type=secret,"id=a,b"', '--mount=id="x y"', '--x="', ';', '&&',
];

const RUNS = Number(process.env['PLIMSOLL_PROPERTY_RUNS'] ?? 3000);

const dockerfiles = fc.array(fc.constantFrom(...FRAGMENTS), { maxLength: 40 }).map((parts) => parts.join(''));

describe('parsing any text', () => {
  it('never throws and leaves nothing out', () => {
    fc.assert(fc.property(dockerfiles, (text) => {
      const source = createSource('Dockerfile', text);
      expect(brokenInvariants(source, parseDocument(source))).toEqual([]);
    }), { numRuns: RUNS });
  });

  it('sees the same instructions as dockerfile-ast does on the masked text', () => {
    fc.assert(fc.property(dockerfiles, (text) => {
      expect(parse(text).disagreements).toEqual([]);
    }), { numRuns: RUNS });
  });
});
