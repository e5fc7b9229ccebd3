import rule from '../../rules/user/no-root-with-state';
import { remarked } from '../support/run-rule';

describe('no-root-with-state', () => {
  it.each([
    'FROM scratch\nVOLUME /run /tmp /etc/app «/data»\nVOLUME /more',
    'FROM debian:12 AS a\nVOLUME «/data»\nFROM a\nRUN x',
    'FROM debian:12 AS a\nVOLUME /data\nFROM debian:12\nRUN x',
    'FROM debian:12\nUSER root\nVOLUME «/data»',
    'FROM debian:12\nVOLUME /data\nUSER $UNKNOWN',
    'FROM unheard.example.org/x:1\nVOLUME /data',
    'FROM debian:12\nVOLUME /var/lib/docker /var/run/x',
    'FROM debian:12\nCOPY --from=x /su-exec /bin/su-exec\nVOLUME /data',
    'FROM mcr.microsoft.com/windows/servercore:ltsc2022\nVOLUME C:/data',
    'FROM postgres:16\nVOLUME /data',
  ])('judges %s', (marked) => expect(remarked(rule, marked)).toBe(marked));
});
