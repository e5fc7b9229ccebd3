import { concernedBy } from '../../src/engine/concerned-rules';
import { registered } from '../support/rules';

describe('the rules that a file concerns', () => {
  const any = registered('any');
  const apt = registered('apt', { mentions: ['apt', 'aptitude'] });
  const pip = registered('pip', { mentions: ['pip', 'apt'] });
  const registry = [any, apt, pip];
  const concerned = (text: string): readonly string[] => registry.filter(concernedBy(text, registry)).map(({ id }) => id);

  it.each([
    ['', ['any']],
    ['RUN APT-GET', ['any', 'apt', 'pip']],
    ['RUN pip3', ['any', 'pip']],
    ['RUN aptitude', ['any', 'apt']],
    ['RUN apts', ['any']],
    ['RUN xx\\\n  xx', ['any']],
    ['RUN xx \\\nxx', ['any']],
    ['RUN a\\\npt', ['any', 'apt', 'pip']],
    ['RUN a\\ \r\n # b\r\n\r\npt', ['any', 'apt', 'pip']],
    ['RUN a`\npt', ['any', 'apt', 'pip']],
  ])('of %j', (text, ids) => expect(concerned(text)).toEqual(ids));

  it('are known by their registry', () => {
    const other = registered('apt', { mentions: ['sudo'] });
    expect([other].filter(concernedBy('RUN apt', [other]))).toEqual([]);
    expect([other].filter(concernedBy('RUN sudo', [other]))).toEqual([other]);
  });
});
