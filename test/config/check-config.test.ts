import { checkConfig } from '../../src/config/check-config';
import { RULES } from './registry';
import { validatorOf } from './validator';

const validate = validatorOf(RULES);

describe('a config', () => {
  it.each([
    [{}],
    [{ $schema: 'x', root: true, extends: 'strict', noInlineConfig: true, failLevel: 'never', ignore: ['vendor/'] }],
    [{ extends: ['recommended', './base.yaml', '../x.json'] }],
    [{ rules: { 'no-sudo': 'off', DL3007: 'info', 'hadolint:DL3007': 'error', SC2086: 'off', 'no-latest-tag': ['error', { depth: 1, allowed: ['a'] }] } }],
    [{ overrides: [{ files: ['*.dev'], rules: { DL4003: 'off' }, build: { targets: ['a'] } }] }],
    [{ build: { targets: ['a', '0'], args: { A: '1', B: null }, contexts: { src: './src' }, platform: 'linux/arm64/v8', builder: 'buildah' } }],
    [{ build: { platform: null } }],
  ])('%j is accepted', (content) => {
    expect(checkConfig(content, validate, RULES)).toEqual({ ok: true, content });
  });

  it.each([
    [{ extends: 'recomended' }, 'extends', 'Unknown preset "recomended"; did you mean recommended?'],
    [{ extends: ['strict', 'zzz'] }, 'extends 1', 'Unknown preset "zzz"; there are recommended, strict, hadolint, buildkit, cis, nist, gc, and paths such as ./base.yaml'],
  ])('%j is refused at %j: %s', (content, place, message) => {
    const outcome = checkConfig(content, validate, RULES);
    expect(outcome).toEqual({ ok: false, mistakes: [{ path: place.split(' '), part: 'value', message }] });
  });

  it('with several mistakes has them all named at once', () => {
    const outcome = checkConfig({ rulez: {}, rules: { 'no-sudo': 'x', 'no-sud': 'off' }, failLevel: 1 }, validate, RULES);
    expect(outcome.ok ? [] : outcome.mistakes.map(({ path }) => path.join(' ')).sort()).toEqual(['failLevel', 'rules no-sud', 'rules no-sudo', 'rulez']);
  });
});
