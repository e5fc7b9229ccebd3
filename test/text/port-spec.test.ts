import { parsePortSpec } from '../../src/text/port-spec';

describe('parsePortSpec', () => {
  it.each([
    ['80', 80, 80, 'tcp', null],
    ['0', 0, 0, 'tcp', null],
    ['53/UDP', 53, 53, 'udp', null],
    ['80/', 80, 80, 'tcp', null],
    ['65535/sctp', 65535, 65535, 'sctp', null],
    ['8000-8010/tcp', 8000, 8010, 'tcp', null],
    ['8080:80', 80, 80, 'tcp', '8080'],
    ['127.0.0.1:8080:80', 80, 80, 'tcp', '127.0.0.1:8080'],
    ['127.0.0.1::80/udp', 80, 80, 'udp', '127.0.0.1:'],
    ['[::1]:8080:80', 80, 80, 'tcp', '[::1]:8080'],
  ])('reads %s', (text, first, last, protocol, host) => {
    expect(parsePortSpec(text)).toEqual({ kind: 'ports', first, last, protocol, host });
  });

  it.each([
    ['65536', 'too-high'],
    ['80-65536', 'too-high'],
    ['80-70', 'reversed-range'],
    ['80/http', 'unknown-protocol'],
    ['127.0.0.1:80', 'address'],
    ['localhost:80', 'address'],
    ['http', 'no-number'],
    ['80,', 'no-number'],
    ['-1', 'no-number'],
    ['80:', 'no-number'],
    ['', 'no-number'],
    ['#', 'no-number'],
  ])('refuses %s (%s)', (text, reason) => {
    expect(parsePortSpec(text)).toEqual({ kind: 'invalid', reason });
  });
});
