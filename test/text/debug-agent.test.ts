import { findDebugAgent } from '../../src/text/debug-agent';

describe('findDebugAgent', () => {
  it.each([
    ['node --inspect=0.0.0.0:9229 a.js', '--inspect=0.0.0.0:9229'],
    ['node --inspect-brk=0.0.0.0 a.js', '--inspect-brk=0.0.0.0'],
    ['nodemon --inspect 0.0.0.0:9229', '--inspect 0.0.0.0:9229'],
    ['--inspect=[::]:9229', '--inspect=[::]:9229'],
    ['java -agentlib:jdwp=transport=dt_socket,server=y,address=*:5005 -jar a.jar', '-agentlib:jdwp=transport=dt_socket,server=y,address=*:5005'],
    ['-Xrunjdwp:server=y,transport=dt_socket,address=8000', '-Xrunjdwp:server=y,transport=dt_socket,address=8000'],
    ['python -m debugpy --listen 0.0.0.0:5678 a.py', '--listen 0.0.0.0:5678'],
    ['dlv debug --headless --listen=:2345', '--listen=:2345'],
    ['flask run --host 0.0.0.0 --debug', '--debug'],
  ])('finds the debugger in %s', (text, expected) => {
    expect(findDebugAgent(text)).toBe(expected);
  });

  it.each([
    'node --inspect a.js', 'node --inspect=127.0.0.1:9229 a.js', 'node --inspect=9229 a.js', 'x--inspect=0.0.0.0',
    '-agentlib:jdwp=transport=dt_socket,server=y,address=127.0.0.1:5005', '-agentlib:jdwp=transport=dt_socket,server=n,address=host:5005',
    '-agentlib:jdwp=transport=dt_socket,server=y', '-agentlib:other', 'python -m debugpy --listen 5678 a.py', 'dlv --listen=localhost:2345',
    'redis --listen 0.0.0.0', 'flask run', 'app --debug', '',
  ])('finds none in %j', (text) => {
    expect(findDebugAgent(text)).toBeNull();
  });
});
