import { NO_PROGRAMS_ADDED, added, buildpackPrograms, programsOf } from '../../src/knowledge/programs';

const plain = (distribution: string, release: string | null) => programsOf(distribution, release, NO_PROGRAMS_ADDED);

describe('programs of plain distributions', () => {
  test.each([
    ['debian', '12', 'adduser', 'curl'],
    ['debian', '12', 'apt-key', 'ps'],
    ['debian', '13', 'useradd', 'apt-key'],
    ['debian', null, 'bash', 'wget'],
    ['ubuntu', '22.04', 'perl', 'curl'],
    ['ubuntu', '26.04', 'useradd', 'apt-key'],
    ['alpine', '3.20', 'wget', 'curl'],
    ['alpine', null, 'adduser', 'bash'],
    ['fedora', '41', 'curl', 'wget'],
    ['amzn', '2023', 'bash', 'sudo'],
  ])('%s %s has %s and lacks %s', (distribution, release, present, missing) => {
    const { tools, missingTools } = plain(distribution, release);
    expect(tools).toContain(present);
    expect(missingTools).toContain(missing);
  });

  test.each([
    ['debian', '13', 'adduser'],
    ['debian', null, 'apt-key'],
    ['ubuntu', null, 'adduser'],
    ['debian', '8', 'curl'],
    ['ubuntu', '14.04', 'python3'],
    ['wolfi', null, 'wget'],
  ])('of %s %s nothing is said about %s', (distribution, release, program) => {
    const { tools, missingTools } = plain(distribution, release);
    expect([...tools, ...missingTools]).not.toContain(program);
  });
});

describe('what a family adds', () => {
  test('is there, and no longer missing', () => {
    const facts = programsOf('debian', '12', added('curl'));
    expect(facts.tools).toContain('curl');
    expect(facts.missingTools).not.toContain('curl');
  });

  test('is open when it is not sure', () => {
    const { tools, missingTools } = programsOf('debian', '12', buildpackPrograms('full'));
    expect(tools).toEqual(expect.arrayContaining(['curl', 'wget', 'git']));
    expect([...tools, ...missingTools]).not.toContain('python3');
    expect(programsOf('debian', '12', buildpackPrograms('curl')).missingTools).toContain('git');
  });

  test('says nothing when family or distribution is not known', () => {
    expect(programsOf('debian', '12', null)).toEqual({ tools: [], missingTools: [] });
    expect(programsOf(null, null, NO_PROGRAMS_ADDED)).toEqual({ tools: [], missingTools: [] });
  });
});
