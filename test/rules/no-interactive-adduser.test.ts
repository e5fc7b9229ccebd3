import rule from '../../rules/shell/no-interactive-adduser';
import { problemsOf, remarked } from '../support/run-rule';

describe('no-interactive-adduser', () => {
  it.each([
    'FROM debian:12\nRUN «adduser» app\nRUN «adduser» --disabled-password app\nRUN «adduser» --gecos "" app',
    'FROM debian:12\nRUN adduser --disabled-login --comment x app && adduser --system a && adduser a b && adduser --group c && yes | adduser d && adduser e </dev/null && useradd f',
    'FROM debian:12 AS a\nRUN x\nFROM a\nRUN «adduser» app',
    'FROM alpine:3.20\nRUN «adduser» -h /x app && adduser -D a && adduser -SDH b && adduser -S c && adduser c wheel',
    'FROM fedora:41\nRUN adduser app',
    'FROM unheard.example.org/x:1\nRUN adduser app',
    'FROM debian:12\nRUN adduser app <<EOF\nsecret\nEOF',
  ])('judges %s', (marked) => expect(remarked(rule, marked)).toBe(marked));

  it.each([
    ['FROM debian:12\nRUN adduser app', ' --disabled-password --gecos ""'],
    ['FROM debian:12\nRUN adduser --gecos "" app', ' --disabled-password'],
    ['FROM debian:12\nRUN sh -c "adduser app"', undefined],
    ['FROM debian:12\nRUN ["adduser", "app"]', undefined],
    ['FROM alpine:3.20\nRUN adduser app', ' -D'],
  ])('mends %s with %s', (text, expected) => expect(problemsOf(rule, text).map(({ fix }) => fix?.edits[0]?.text)).toEqual([expected]));
});
