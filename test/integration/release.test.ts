/** What users of a release do with it, with the real programs. */
import { existsSync, readFileSync, readdirSync } from 'node:fs';
import { delimiter, dirname, join } from 'node:path';
import { parse } from 'yaml';
import { describeWithPrograms } from '../support/real-parts';
import { interpretLog, readOutputFile } from '../support/workflow-runner';
import { createWorkplace, makeRelease, TAG, type Workplace } from './release';

const BAD = 'FROM node:latest\nUSER node\n';
const GOOD = `FROM node:24.11.1
LABEL org.opencontainers.image.source=https://example.org/a org.opencontainers.image.version=1.0.0 org.opencontainers.image.revision=a1b2c3d
USER node
`;

describeWithPrograms('a release', ['git', 'npm'], () => {
  let place: Workplace;
  const release = (): string => `file://${place.path('release')}`;

  beforeAll(() => {
    place = createWorkplace();
    makeRelease(place, 'release');
    place.write('project/Dockerfile', BAD);
    place.demand('.', 'git', ['clone', '-q', '--branch', TAG, release(), 'clone']);
  }, 120_000);
  afterAll(() => place.dispose());

  test('works from a clone of its tag with nothing but Node', () => {
    const { status, stdout, stderr } = place.run('project', process.execPath, [place.path('clone/bin/plimsoll.js'), '.'], { PATH: '' });
    expect({ status, stderr }).toEqual({ status: 1, stderr: '' });
    expect(stdout).toContain('Dockerfile:1:11: warning: ');
  });

  test('explains rules, lists them, and helps, too', () => {
    const run = (...words: readonly string[]) => place.run('project', process.execPath, [place.path('clone/bin/plimsoll.js'), ...words], { PATH: '' });
    expect(run('explain', 'DL3007')).toMatchObject({ status: 0, stderr: '', stdout: expect.stringContaining('no-latest-tag') });
    expect(run('rules')).toMatchObject({ status: 0, stderr: '', stdout: expect.stringContaining('no-latest-tag') });
    expect(run('--help')).toMatchObject({ status: 0, stderr: '', stdout: expect.stringContaining('USAGE') });
  });

  test('is installed by npm from git, alone', () => {
    // The command of newer releases of pre-commit, with the environment that they set.
    place.demand('.', 'npm', ['install', '--allow-git=root', '--install-links', '-g', `git+${release()}`], { npm_config_prefix: place.path('prefix') });
    const modules = place.path('prefix/lib/node_modules');
    expect(readdirSync(modules)).toEqual(['plimsoll']);
    expect(existsSync(join(modules, 'plimsoll/node_modules'))).toBe(false);
    const { status, stdout, stderr } = place.run('project', place.path('prefix/bin/plimsoll'), ['Dockerfile']);
    expect({ status, stderr }).toEqual({ status: 1, stderr: '' });
    expect(stdout).toContain('Dockerfile:1:11: warning: ');
  }, 60_000);

  describe('as an action', () => {
    const act = (inputs: Readonly<Record<string, string>>) => {
      place.write('output', '');
      place.write('summary', '');
      const action: { runs: { main: string } } = parse(readFileSync(place.path('clone/action.yml'), 'utf8'));
      const { status, stdout, stderr } = place.run('workspace', process.execPath, [place.path('clone', action.runs.main)], {
        PATH: '',
        GITHUB_WORKSPACE: place.path('workspace'),
        GITHUB_OUTPUT: place.path('output'),
        GITHUB_STEP_SUMMARY: place.path('summary'),
        ...Object.fromEntries(Object.entries(inputs).map(([name, value]) => [`INPUT_${name.toUpperCase()}`, value])),
      });
      return {
        status,
        log: interpretLog(`${stdout}${stderr}`),
        outputs: Object.fromEntries(readOutputFile(readFileSync(place.path('output'), 'utf8'))),
        summary: readFileSync(place.path('summary'), 'utf8'),
      };
    };

    beforeAll(() => {
      place.write('workspace/good/Dockerfile', GOOD);
      place.write(
        'workspace/bad/Dockerfile',
        `FROM node:latest
LABEL a="\\
::set-output name=x::y\\
" ::set-output name=x::y
RUN echo "\\
::set-output name=x::y \\
" && sudo ls ::set-output name=x::y
::error::planted
MAINTAINER ::add-mask::node ##[set-output name=x]y
STOPSIGNAL ::stop-commands::a
USER node
`,
      );
    });

    test('passes on a good Dockerfile', () => {
      const { status, log, outputs } = act({ paths: 'good' });
      expect({ status, commands: log.commands }).toEqual({ status: 0, commands: [] });
      expect(outputs).toEqual({ problems: '0', errors: '0', 'sarif-file': '' });
    });

    test('annotates a bad one, whose text does nothing', () => {
      const { status, log, outputs, summary } = act({ paths: 'bad\ngood', 'sarif-file': 'report.sarif' });
      expect(status).toBe(1);
      const names = new Set(log.commands.map(({ name }) => name));
      expect([...names].filter((name) => !['error', 'warning', 'notice', 'group', 'endgroup'].includes(name))).toEqual([]);
      expect(log.commands).not.toContainEqual(expect.objectContaining({ data: 'planted' }));
      expect(log.stopped).toBe(false);
      // It was shown, and would have acted.
      const lines = log.lines.join('\n');
      expect(lines).toContain('::set-output name=x::y');
      expect(lines).toContain('##[set-output name=x]y');
      expect(lines).toContain('::error::planted');

      expect(log.commands).toContainEqual(
        expect.objectContaining({ name: 'warning', properties: expect.objectContaining({ file: 'bad/Dockerfile', line: '1', col: '11', title: 'no-latest-tag' }) }),
      );
      const annotations = log.commands.filter(({ name }) => ['error', 'warning', 'notice'].includes(name));
      expect(outputs).toEqual({
        problems: String(annotations.length),
        errors: String(annotations.filter(({ name }) => name === 'error').length),
        'sarif-file': place.path('workspace/report.sarif'),
      });
      expect(summary).toContain('| warning | <code>bad/Dockerfile');
      expect(JSON.parse(readFileSync(place.path('workspace/report.sarif'), 'utf8')).runs[0].results).toHaveLength(annotations.length);
    });

    test('says what is wrong with its inputs', () => {
      const { status, log, outputs } = act({ 'fail-level': 'fatal' });
      expect({ status, outputs }).toEqual({ status: 2, outputs: {} });
      expect(log.commands).toEqual([expect.objectContaining({ name: 'error', data: expect.stringContaining('fail-level') })]);
    });
  });

  describeWithPrograms('as a pre-commit hook', ['pre-commit'], () => {
    // The Node of this test, which the hook is to use.
    const environment = { PATH: [dirname(process.execPath), process.env['PATH']].join(delimiter) };
    const git = (...words: readonly string[]) => place.run('hooked', 'git', words, environment);
    const said = ({ status, stdout, stderr }: ReturnType<typeof git>) => ({ status, text: stdout + stderr });

    beforeAll(() => {
      const config = `repos:\n  - repo: ${release()}\n    rev: ${TAG}\n    hooks:\n      - id: plimsoll\n`;
      place.write('hooked/.pre-commit-config.yaml', config);
      place.write('hooked/README.md', 'FROM node:latest\n');
      place.demand('hooked', 'git', ['init', '-q']);
      place.demand('hooked', 'pre-commit', ['install', '--install-hooks'], environment);
      place.demand('hooked', 'git', ['add', '-A']);
    }, 120_000);

    test('is skipped when no Dockerfile is staged', () => {
      place.write('hooked/Dockerfile', BAD);
      expect(said(git('commit', '-m', 'No Dockerfile'))).toMatchObject({ status: 0, text: expect.stringMatching(/plimsoll\.+\(no files to check\)Skipped/) });
    });

    test('refuses a commit with bad Dockerfiles, all in one report', () => {
      place.write('hooked/a/Containerfile', BAD);
      place.demand('hooked', 'git', ['add', '-A']);
      const { status, text } = said(git('commit', '-m', 'Bad'));
      expect(status).toBe(1);
      expect(text).toMatch(/plimsoll\.+Failed/);
      expect(text).toMatch(/^Dockerfile:1:11: warning: .* \[no-latest-tag\]$/m);
      expect(text).toMatch(/^a\/Containerfile:1:11: warning: .* \[no-latest-tag\]$/m);
      expect(text).toMatch(/^2 warnings.* in 2 files$/m);
    });

    test('lets a commit with good ones pass', () => {
      place.write('hooked/Dockerfile', GOOD);
      place.write('hooked/a/Containerfile', GOOD);
      place.demand('hooked', 'git', ['add', '-A']);
      expect(said(git('commit', '-m', 'Good'))).toMatchObject({ status: 0, text: expect.stringMatching(/plimsoll\.+Passed/) });
    });

    test('looks at the files that a search of the folder finds', () => {
      const names = [
        ...['Dockerfile', 'dockerfile', 'Containerfile', 'containerfile', 'Dockerfile.dev', 'Dockerfile-dev', 'Containerfile.dev'],
        ...['dev.Dockerfile', 'dev.dockerfile', 'dev.Containerfile', '.Dockerfile', 'Dockerfile.v1.in-use', 'Dockerfile.'],
        ...['Dockerfile.md', 'Dockerfile.MD', 'Dockerfile.dockerignore', 'Dockerfile.j2', 'Dockerfile~', '.#dev.Dockerfile', 'Dockerfiles', 'dockerfile.txt'],
        ...['my-Dockerfile', 'Dockerfile_dev', 'Dockerfile.d/notes', 'notes.md/Dockerfile', 'DOCKERFILE'],
      ];
      for (const name of names) place.write(`hooked/names/${name}`, BAD);
      place.demand('hooked', 'git', ['add', '-A']);
      const reported = (text: string) => [...text.matchAll(/^(names\/.*):1:11: warning/gm)].map(([, path]) => path).sort();
      const searched = reported(place.run('hooked', process.execPath, [place.path('clone/bin/plimsoll.js'), 'names']).stdout);
      expect(searched).toEqual(expect.arrayContaining(['names/Containerfile', 'names/Dockerfile-dev', 'names/dev.dockerfile', 'names/notes.md/Dockerfile']));
      expect(reported(said(place.run('hooked', 'pre-commit', ['run'], environment)).text)).toEqual(searched);
    });
  });
});
