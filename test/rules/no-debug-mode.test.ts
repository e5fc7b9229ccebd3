import rule from '../../rules/runtime/no-debug-mode';
import { remarked } from '../support/run-rule';

describe('no-debug-mode', () => {
  it.each([
    'ENV «DEBUG=1»', 'ENV «DEBUG True»', 'ENV DEBUG=*', 'ENV DEBUG=', 'ENV DEBUG=0 «DJANGO_DEBUG=true»', 'ENV «FLASK_ENV=development»', 'ENV FLASK_ENV=production',
    'ENV XDEBUG=1', 'ENV CONSTRUCTOR=1 constructor=1', 'ARG D\nENV DEBUG=$D', 'ENV «NODE_OPTIONS="--inspect=0.0.0.0"»', 'ENV NODE_OPTIONS=--inspect',
    'ENV «CATALINA_OPTS="-agentlib:jdwp=server=y,address=8000"»', 'CMD «node --inspect=0.0.0.0 a.js»', 'ENTRYPOINT ["flask", "run"]\nCMD ["--debug"]',
    'CMD ["flask", "run", «"--debug"»]', 'CMD «["python", "-m", "debugpy", "--listen", "0.0.0.0:5678", "a.py"]»',
    'CMD node --inspect=0.0.0.0 a.js\nCMD node a.js', 'RUN DEBUG=1 make',
  ])('judges %s', (marked) => {
    expect(remarked(rule, `FROM a\n${marked}`)).toBe(`FROM a\n${marked}`);
  });
});
