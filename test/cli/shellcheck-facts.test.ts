import { shellcheckFacts } from '../../src/cli/shellcheck-facts';
import { createSource } from '../../src/dockerfile/source';
import { lint } from '../../src/engine/lint';
import { REGISTERED_RULES } from '../../src/engine/registry.generated';
import type { FileResult } from '../../src/engine/result';
import { createSettings } from '../../src/index';
import { describeWithPrograms } from '../support/real-parts';

async function linted(texts: readonly string[], rules: Parameters<typeof createSettings>[0] = { rules: { 'no-shell-mistakes': 'error' } }): Promise<readonly FileResult[]> {
  const settings = createSettings(rules);
  const files = texts.map((text, index) => ({ source: createSource(String(index), text), settings }));
  const facts = await shellcheckFacts(files, 'auto', REGISTERED_RULES, '/');
  expect(facts.errors).toEqual([]);
  return files.map(({ source }) => lint(source, settings, { asOf: null, shellcheck: facts.of(source) }));
}

/** `code severity text` of what ShellCheck says. */
function said({ problems }: FileResult, text: string): readonly string[] {
  return problems.filter(({ rule }) => rule === 'no-shell-mistakes').map(({ messageId, severity, start, end }) => `${messageId ?? ''} ${severity} ${text.slice(start, end)}`);
}

test('a named program that is missing is an error, one that is only looked for is not', async () => {
  const files = [{ source: createSource('a', 'FROM debian:12\nRUN a'), settings: createSettings({ rules: { 'no-shell-mistakes': 'error' } }) }];
  const named = await shellcheckFacts(files, '/nothing/here', REGISTERED_RULES, '/');
  expect(named.errors).toEqual([{ path: '/nothing/here', message: 'ShellCheck is not used: there is no such program' }]);
  expect(files.map(({ source }) => named.of(source))).toEqual([null]);
});

test('nobody is asked where the rule is off', async () => {
  const files = [{ source: createSource('a', 'FROM debian:12\nRUN a'), settings: createSettings() }];
  const facts = await shellcheckFacts(files, '/nothing/here', REGISTERED_RULES, '/');
  expect(facts.errors).toEqual([]);
});

describeWithPrograms('what ShellCheck says', ['shellcheck'], () => {
  it('stands at its place, with its severity', async () => {
    const text = 'FROM debian:12\nRUN echo "😀" && \\\n  # why\n  rm *\nRUN <<EOF\n\tfor a in $(ls); do\n\trm "$a"; done\nEOF';
    const [result] = await linted([text]);
    expect(result && said(result, text)).toEqual(['SC2035 info *', 'SC2045 error $(ls)']);
  }, 60_000);

  it('is not said twice: a rule of our own is the narrower one', async () => {
    const text = 'FROM debian:12\nARG A\nRUN rm $A $(which a) && [[ -f a ]] && export B=$(c)';
    const [result] = await linted([text], { presets: ['strict'], rules: { 'no-shell-mistakes': 'error' } });
    expect(result && said(result, text)).toEqual([]);
    expect(result?.problems.map(({ rule }) => rule)).toEqual(expect.arrayContaining(['no-unquoted-expansion', 'no-unquoted-substitution', 'no-bashism-in-sh', 'no-masked-exit-status']));
  }, 60_000);

  it('is said of every file that has it', async () => {
    const text = 'FROM debian:12\nRUN rm *';
    const results = await linted([text, text, 'FROM debian:12\nRUN a']);
    expect(results.map((result) => said(result, text))).toEqual([['SC2035 info *'], ['SC2035 info *'], []]);
  }, 60_000);

  it.each([
    ['a setting of its code', 'FROM debian:12\nRUN rm *', { SC2035: 'off' }],
    ['our comment', 'FROM debian:12\n# plimsoll-disable-next-line SC2035\nRUN rm *', {}],
    ['a comment for hadolint', 'FROM debian:12\n# hadolint ignore=SC2035\nRUN rm *', {}],
    ['a comment for ShellCheck', 'FROM debian:12\n# shellcheck disable=SC2035\nRUN rm *', {}],
    ['a comment for ShellCheck in the RUN', 'FROM debian:12\nRUN true && \\\n  # shellcheck disable=SC2035\n  rm *', {}],
    ['a comment for ShellCheck in a heredoc', 'FROM debian:12\nRUN <<EOF\n# shellcheck disable=SC2035\nrm *\nEOF', {}],
  ] as const)('can be turned off by %s', async (_, text, rules) => {
    const [result] = await linted([text], { rules: { 'no-shell-mistakes': 'error', ...rules } });
    expect(result && said(result, text)).toEqual([]);
  }, 60_000);

  it('knows what ARG and ENV declare, and follows no sourced file', async () => {
    const text = 'FROM debian:12\nARG version\nENV target=x\nRUN . ./env; echo "$version" "$target" "$http_proxy"';
    const [result] = await linted([text]);
    expect(result && said(result, text)).toEqual([]);
  }, 60_000);
});
