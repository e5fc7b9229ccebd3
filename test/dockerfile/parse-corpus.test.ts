import fc from 'fast-check';
import { parseDocument } from '../../src/dockerfile/parse';
import type { Boundary } from '../../src/dockerfile/parse-ast';
import { visitBoundaries, visitStockBoundaries } from '../../src/dockerfile/parse-ast';
import { maskText } from '../../src/dockerfile/parse-mask';
import type { DockerfileDocument } from '../../src/dockerfile/nodes';
import { scan } from '../../src/dockerfile/scan';
import { createSource, positionAt, type Source } from '../../src/dockerfile/source';
import { buildkitReports, corpusFiles } from '../support/corpus';
import { brokenInvariants } from '../support/node-invariants';
import { describeShared } from '../support/shared';
import { simpleKeywords } from '../support/simple-reader';

interface Parsed {
  readonly path: string;
  readonly source: Source;
  readonly document: DockerfileDocument;
}

describeShared('parsing the corpus', () => {
  let files: readonly Parsed[] = [];

  beforeAll(() => {
    files = corpusFiles().map(({ path, text }) => {
      const source = createSource(path, text);
      return { path, source, document: parseDocument(source) };
    });
  });

  const lineOf = (source: Source, offset: number): number => positionAt(source, offset).line;

  it('reads all of it', () => {
    expect(files).toHaveLength(1802);
  });

  it('sees the instructions that dockerfile-ast sees', () => {
    const disagreements = files.flatMap(({ path, document }) => document.disagreements.map((line) => `${path}: ${line}`));
    for (const line of disagreements) console.warn(line);
    expect(disagreements).toEqual([]);
  });

  it('leaves no text outside its nodes', () => {
    expect(files.flatMap(({ path, source, document }) => brokenInvariants(source, document).map((line) => `${path}: ${line}`))).toEqual([]);
  });

  it('keeps both promises on broken copies', () => {
    const pieces = fc.constantFrom('', '', '\\', '\\\n', '\n', '\r', '"', "'", '<<X', '<<-"Y"', '#', '`', ' ', '\v', '[', '${', '--x="', '\ufeff', '\u00a0');
    const changes = fc.array(fc.tuple(fc.nat(), fc.nat({ max: 30 }), pieces), { minLength: 1, maxLength: 6 });
    fc.assert(fc.property(fc.nat(), changes, (chosen, edits) => {
      let text = files[chosen % files.length]?.source.text ?? '';
      for (const [place, length, piece] of edits) {
        const at = place % (text.length + 1);
        text = text.slice(0, at) + piece + text.slice(at + length);
      }
      const source = createSource('Dockerfile', text);
      const document = parseDocument(source);
      expect([...document.disagreements, ...brokenInvariants(source, document)]).toEqual([]);
    }), { numRuns: Number(process.env['PLIMSOLL_PROPERTY_RUNS'] ?? 500) });
  });

  it('sees the keywords that a simple line reader sees', () => {
    const different = files.filter(({ source, document }) => {
      const ours = document.instructions.map((instruction) => ({
        keyword: instruction.keywordText.toUpperCase(), line: lineOf(source, instruction.range.start),
      }));
      return JSON.stringify(ours) !== JSON.stringify(simpleKeywords(source.text));
    });
    expect(different.map(({ path }) => path)).toEqual([]);
  });

  it('gets from the patched dockerfile-ast what the stock one gives', () => {
    // The stock parser takes longer over the corpus than all other tests here together.
    const step = process.env['PLIMSOLL_REAL_PARTS'] === '1' ? 1 : 6;
    const different = files.filter(({ source }, index) => {
      if (index % step !== 0) return false;
      const scanned = scan(source);
      const masked = maskText(source.text, scanned.edits);
      const patched: Boundary[] = [];
      const stock: Boundary[] = [];
      visitBoundaries(masked, scanned.escape, (boundary) => patched.push(boundary));
      visitStockBoundaries(masked, (boundary) => stock.push(boundary));
      return JSON.stringify(patched) !== JSON.stringify(stock);
    });
    expect(different.map(({ path }) => path)).toEqual([]);
  });

  it.each([
    ['MaintainerDeprecated', (document: DockerfileDocument) => document.instructions.filter(({ keyword }) => keyword === 'MAINTAINER')],
    ['LegacyKeyValueFormat', (document: DockerfileDocument) => document.instructions.filter((instruction) => (
      (instruction.keyword === 'ENV' || instruction.keyword === 'LABEL') && instruction.form === 'legacy'
    ))],
    ['JSONArgsRecommended', (document: DockerfileDocument) => {
      let ownShell = false;
      return document.instructions.filter((instruction) => {
        if (instruction.keyword === 'FROM' || instruction.keyword === 'SHELL') ownShell = instruction.keyword === 'SHELL';
        return (instruction.keyword === 'CMD' || instruction.keyword === 'ENTRYPOINT') && instruction.command?.form !== 'json' && !ownShell;
      });
    }],
  ])('finds where BuildKit reports %s', (rule, find) => {
    const reports = buildkitReports();
    const different = files.filter(({ path, source, document }) => {
      const theirs = reports.get(path)?.filter(([name]) => name === rule).map(([, line]) => line);
      const ours = find(document).map((instruction) => lineOf(source, instruction.range.start) + 1);
      return theirs !== undefined && theirs.sort((a, b) => a - b).join() !== ours.join();
    });
    expect(different.map(({ path }) => path)).toEqual([]);
  });
});
