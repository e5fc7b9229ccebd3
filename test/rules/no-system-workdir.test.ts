import rule from '../../rules/user/no-system-workdir';
import { problemsOf } from '../support/run-rule';

describe('no-system-workdir', () => {
  it.each(['/proc', '/proc/self', '/sys/', '/dev/shm', '/boot', '/bin', '/sbin/', '/usr/bin', '/lib', '/usr/lib64', '/lost+found'])('reports WORKDIR %s', (path) => {
    expect(problemsOf(rule, `FROM debian:12\nWORKDIR ${path}`).length).toBe(1);
  });

  it.each(['/', '/app', '/etc', '/etc/app', '/usr/local/bin', '/usr/lib/app', '/lib/systemd', '/developer', '/binaries', 'dev', '$UNKNOWN', '/$UNKNOWN'])('passes WORKDIR %s', (path) => {
    expect(problemsOf(rule, `FROM debian:12\nWORKDIR ${path}`)).toEqual([]);
  });
});
