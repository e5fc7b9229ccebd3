import rule from '../../rules/user/require-no-log-init';
import { problemsOf, remarked } from '../support/run-rule';

describe('require-no-log-init', () => {
  it.each([
    'FROM debian:12\nRUN «useradd» -u 100000 app\nRUN «useradd» -mu 100000 app\nRUN «useradd» -u100000 app\nRUN «useradd» --uid 100000 app',
    'FROM debian:12\nRUN useradd -u 99999 app && useradd app && useradd -ru 1000 app && useradd -lu 100000 b && useradd -u 1000000 --no-log-init c',
    'FROM debian:12\nRUN usermod -u 1000000 app && groupadd -g 1000000 app && echo useradd -u 1000000 app',
    'FROM debian:12\nENV ID=2000000\nRUN «useradd» -u ${ID} app',
    'FROM debian:12\nARG ID\nRUN useradd -u "$ID" app && useradd -u $(id) app',
    'FROM debian:12\nRUN «adduser» --disabled-password --gecos "" --uid 1000000 app',
    'FROM unheard.example.org/x:1\nRUN adduser -D -u 1000000 app\nRUN «useradd» -u 1000000 app',
    'FROM debian:12\nRUN [«"useradd"», "-u", "1000000", "app"]',
  ])('judges %s', (marked) => expect(remarked(rule, marked)).toBe(marked));

  it('mends useradd in shell text alone', () => {
    const text = 'FROM debian:12\nRUN useradd -u 1000000 a\nRUN adduser --uid 1000000 b\nRUN ["useradd", "-u", "1000000", "app"]';
    expect(problemsOf(rule, text).map(({ fix }) => fix?.kind ?? null)).toEqual(['safe', null, null]);
  });
});
