import { runExplain } from '../../src/cli/run-explain';
import { RULES } from '../config/registry';
import { surround } from './surround';

function explain(name: string, terminal = false): { readonly code: number; readonly out: string; readonly error: string } {
  const recorded = surround('/', { terminal });
  const code = runExplain(name, recorded.surroundings, RULES);
  return { code, out: recorded.out(), error: recorded.error() };
}

describe('explain', () => {
  it.each(['no-latest-tag', 'NO-LATEST-TAG', 'DL3007', 'hadolint:DL3007'])('%s prints the page of the rule', (name) => {
    const { code, out, error } = explain(name);
    expect({ code, error }).toEqual({ code: 0, error: '' });
    expect(out).toMatch(/^no-latest-tag \(test\)\nSummary of no-latest-tag\n/);
  });

  it('prints the page of each rule that an id stands for', () => {
    expect(explain('DS-0001').out.match(/^Summary of .*$/gm)).toEqual(['Summary of no-latest-tag', 'Summary of require-labels']);
  });

  it('prints the finding that an id stands for', () => {
    expect(explain('DL4003').out).toContain('\nFindings\n  cmd: A CMD that a later one replaces (hadolint:DL4003)\n\n');
  });

  it('prints in bold on a terminal', () => {
    expect(explain('no-sudo', true).out).toMatch(/^\u001b\[1mno-sudo/);
  });

  it.each([
    ['no-latest-tags', 'Unknown rule "no-latest-tags"; did you mean no-latest-tag?'],
    ['DL3008', 'Unknown rule "DL3008": an id of another tool that no rule of Plimsoll stands for'],
    ['\u001bx', 'Unknown rule "\\u001bx"'],
  ])('does not know %j', (name, message) => {
    expect(explain(name)).toEqual({ code: 2, out: '', error: `plimsoll: ${message}\n` });
  });
});
