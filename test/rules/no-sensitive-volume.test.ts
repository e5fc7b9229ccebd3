import rule from '../../rules/user/no-sensitive-volume';
import { problemsOf } from '../support/run-rule';

describe('no-sensitive-volume', () => {
  it.each(['/', '/proc', '/proc/', '/sys/kernel', '/sys/fs', '/dev/shm', '/boot', '/etc', '/usr', '/usr/lib', '/bin', '/lib64/', '["/dev"]'])('reports VOLUME %s', (path) => {
    expect(problemsOf(rule, `FROM debian:12\nVOLUME ${path}`).length).toBe(1);
  });

  it.each(['/data', '/processes', '/sys/fs/cgroup', '/sys/fs/cgroup/a', '/etc/app', '/usr/src/app', '/usr/lib/app', '/device', '/var/run/docker.sock', '$UNKNOWN', 'dev', '[]'])('passes VOLUME %s', (path) => {
    expect(problemsOf(rule, `FROM debian:12\nVOLUME ${path}`)).toEqual([]);
  });

  it('leaves Windows alone', () => {
    expect(problemsOf(rule, 'FROM mcr.microsoft.com/windows/nanoserver:ltsc2022\nVOLUME /etc')).toEqual([]);
  });
});
