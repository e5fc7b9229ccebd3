import { fingerprinter, fnv1a64 } from '../../src/report/fingerprint';
import type { Problem, Report } from '../../src/engine/result';
import { type ProblemSpec, reportOf } from '../support/report';

function fingerprints(text: string, problems: readonly ProblemSpec[], keepSource = true): string[] {
  const report: Report = reportOf({ files: [{ text, problems, keepSource }] });
  return report.results.flatMap(({ source, problems: made }) => {
    const fingerprint = fingerprinter(source);
    return made.map((problem: Problem) => fingerprint(problem));
  });
}

describe('fnv1a64', () => {
  // Test vectors of draft-eastlake-fnv.
  test.each([
    ['', 'cbf29ce484222325'],
    ['a', 'af63dc4c8601ec8c'],
    ['b', 'af63df4c8601f1a5'],
    ['foobar', '85944171f73967e8'],
  ])('%p', (text, hash) => {
    expect(fnv1a64(text)).toBe(hash);
  });

  test('works on UTF-8 and agrees with whole numbers of any size', () => {
    let expected = 0xcbf29ce484222325n;
    for (const byte of Buffer.from('zażółć 日本 🐳')) expected = ((expected ^ BigInt(byte)) * 0x100000001b3n) & 0xffffffffffffffffn;
    expect(fnv1a64('zażółć 日本 🐳')).toBe(expected.toString(16).padStart(16, '0'));
  });
});

describe('a fingerprint', () => {
  const file = 'FROM node:latest\nRUN cd /tmp && cd /var\n';

  test('is a hash and an ordinal', () => {
    expect(fingerprints(file, [{ at: 'latest' }])).toEqual([expect.stringMatching(/^[0-9a-f]{16}:1$/)]);
  });

  test('differs by rule and by line', () => {
    const all = fingerprints(file, [{ at: 'latest' }, { at: 'latest', rule: 'other' }, { at: 'cd' }]);
    expect(new Set(all).size).toBe(3);
  });

  test('counts what is equal', () => {
    const [first, second] = fingerprints(file, [{ at: 'cd /tmp' }, { at: 'cd /var' }]);
    expect(first?.replace(':1', ':2')).toBe(second);
  });

  test('survives moves, other line ends and other indentation', () => {
    const before = fingerprints(file, [{ at: 'latest' }]);
    expect(fingerprints('# note\r\n\r\n  FROM\t node:latest\r\nRUN other\r\n', [{ at: 'latest' }])).toEqual(before);
  });

  test('survives another message', () => {
    expect(fingerprints(file, [{ at: 'latest', message: 'a' }])).toEqual(fingerprints(file, [{ at: 'latest', message: 'b' }]));
  });

  test('changes with its line', () => {
    expect(fingerprints('FROM node:latest AS a', [{ at: 'latest' }])).not.toEqual(fingerprints(file, [{ at: 'latest' }]));
  });

  test('without the source is made of the message', () => {
    const all = fingerprints(file, [{ message: 'a' }, { message: 'b' }], false);
    expect(new Set(all).size).toBe(2);
  });
});
