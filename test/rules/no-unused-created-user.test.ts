import rule from '../../rules/user/no-unused-created-user';
import { remarked } from '../support/run-rule';

describe('no-unused-created-user', () => {
  it.each([
    'FROM debian:12\nRUN useradd «app»\nCOPY --chown=app:app a /a\nCMD /a',
    'FROM debian:12\nRUN useradd «app» && chown -R app: /a\nUSER root\nENTRYPOINT ["x"]',
    'FROM debian:12 AS a\nRUN useradd «app» && chown app.app /a\nFROM a\nCMD ["x"]',
    // Used, or meant for others.
    'FROM debian:12\nRUN useradd app && chown app /a\nUSER app\nRUN x\nUSER root\nCMD x',
    'FROM debian:12\nRUN useradd app && chown app /a\nCMD ["daemon", "--run-as", "app"]',
    'FROM debian:12\nRUN useradd app && chown app /a && su app -c x\nCMD x',
    'FROM debian:12\nRUN useradd app && chown app /a && echo "run_as = app" > /etc/x\nCMD x',
    'FROM debian:12\nRUN useradd -u 1654 app && chown app /a\nENV APP_UID=1654\nCMD x',
    'FROM debian:12\nRUN useradd app && chown app /a\nENTRYPOINT ["gosu", "x"]',
    'FROM debian:12\nRUN useradd -r app && chown app /a\nCMD x',
    'FROM debian:12\nRUN useradd -o -u 0 app && chown app /a\nCMD x',
    'FROM debian:12\nRUN useradd a && useradd b && chown a /a\nCMD x',
    'FROM debian:12\nRUN useradd app\nCMD x',
    'FROM debian:12\nRUN useradd app && chown app /a',
    'FROM debian:12\nRUN useradd $APP && chown $APP /a\nCMD x',
    'FROM unheard.example.org/x:1\nRUN useradd app && chown app /a\nCMD x',
  ])('judges %s', (marked) => expect(remarked(rule, marked)).toBe(marked));
});
