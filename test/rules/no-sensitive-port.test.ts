import rule from '../../rules/runtime/no-sensitive-port';
import { saidOf } from '../support/run-rule';

describe('no-sensitive-port', () => {
  it('names the service only where it is known', () => {
    expect(saidOf(rule, 'FROM a\nEXPOSE 22 9922', { options: { ports: ['22', '9922'] } })).toEqual([
      'info: Port 22 is that of SSH; enter containers with docker exec, and remove the service',
      'info: Port 9922 lets others control the container; enter containers with docker exec, and remove the service',
    ]);
  });
});
