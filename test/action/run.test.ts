import type { RuleDefinition } from '../../src/engine/rule-definition';
import { githubReport } from '../../src/report/github';
import { reportOf } from '../support/report';
import { registered } from '../support/rules';
import { interpretLog, type WorkflowCommand } from '../support/workflow-runner';
import { inStep } from './step';

/** Repeats what it finds, as rules do: each RUN an error, each STOPSIGNAL a warning. */
const RULES = [
  registered('no-run', {
    severity: 'error',
    dockerfile: ({ model, report }) => ({
      RUN: (node) => report({ at: node.range, message: `not this: ${model.source.text.slice(node.range.start, node.range.end)}` }),
    }),
  }),
  registered('no-stop', { dockerfile: ({ report }) => ({ STOPSIGNAL: (node) => report({ at: node.range, message: 'no stopping' }) }) }),
];

const GOOD = 'FROM scratch\n';
const BAD = 'FROM scratch\nRUN a\n';
const WARNING = 'FROM scratch\nSTOPSIGNAL 9\n';

const named = (commands: readonly WorkflowCommand[], ...names: readonly string[]) => commands.filter(({ name }) => names.includes(name));
const files = (commands: readonly WorkflowCommand[]) => named(commands, 'error', 'warning', 'notice').map(({ properties }) => properties['file']);
const messages = (commands: readonly WorkflowCommand[]) => named(commands, 'error', 'warning').map(({ data }) => data);

describe('a step', () => {
  test('annotates problems, adds a table to the summary, and fails', async () => {
    await inStep({ files: { 'a/Dockerfile': BAD, 'b/Dockerfile': GOOD } }, RULES, ({ code, log, outputs, summary }) => {
      expect(code).toBe(1);
      expect(named(log.commands, 'error')).toEqual([
        {
          name: 'error',
          properties: { file: 'a/Dockerfile', line: '2', endLine: '2', col: '1', endColumn: '5', title: 'no-run' },
          data: expect.stringContaining('not this: RUN a'),
        },
      ]);
      expect(log.lines.join('\n')).toContain('a/Dockerfile:2:1: error: not this: RUN a');
      expect(Object.fromEntries(outputs)).toEqual({ problems: '1', errors: '1', 'sarif-file': '' });
      expect(summary).toMatch(/^what another program wrote\n## Plimsoll\n[^]*\| error \|.*not this: RUN a/);
    });
  });

  test('without problems passes and says so', async () => {
    await inStep({ files: { Dockerfile: GOOD } }, RULES, ({ code, log, outputs }) => {
      expect({ code, lines: log.lines, commands: log.commands }).toEqual({ code: 0, lines: ['No problems in 1 file', ''], commands: [] });
      expect(Object.fromEntries(outputs)).toEqual({ problems: '0', errors: '0', 'sarif-file': '' });
    });
  });

  test.each<[Readonly<Record<string, string>>, number]>([
    [{}, 1],
    [{ 'fail-level': 'error' }, 0],
    [{ 'max-warnings': '1' }, 0],
    [{ 'max-warnings': '0' }, 1],
    [{ preset: 'strict' }, 0],
    [{ config: 'lenient.yaml' }, 0],
  ])('with a warning and %j ends with %d', async (inputs, expected) => {
    const repository = { Dockerfile: WARNING, 'lenient.yaml': 'failLevel: error\n' };
    expect(await inStep({ files: repository, inputs }, RULES, ({ code }) => code)).toBe(expected);
  });

  test('counts problems that the fail level lets pass', async () => {
    const step = { files: { Dockerfile: `${BAD}STOPSIGNAL 9\n` }, inputs: { 'fail-level': 'never' } };
    await inStep(step, RULES, ({ code, outputs }) => {
      expect({ code, problems: outputs.get('problems'), errors: outputs.get('errors') }).toEqual({ code: 0, problems: '2', errors: '1' });
    });
  });

  test('lints the paths that it is given', async () => {
    const step = { files: { 'a b/Dockerfile': BAD, c: BAD, 'd/Dockerfile': BAD }, inputs: { paths: '"a b"\nc' } };
    expect(await inStep(step, RULES, ({ log }) => files(log.commands))).toEqual(['a b/Dockerfile', 'c']);
  });

  test('leaves the summary alone when told to', async () => {
    const step = { files: { Dockerfile: BAD }, inputs: { 'step-summary': 'false' } };
    expect(await inStep(step, RULES, ({ summary }) => summary)).toBe('what another program wrote\n');
  });

  test('in a working directory takes paths from there, and names them from the workspace', async () => {
    const step = {
      files: { 'services/a/Dockerfile': BAD, 'services/a/ci.yaml': '{}', Dockerfile: BAD },
      inputs: { 'working-directory': 'services/a', paths: 'Dockerfile missing', config: 'ci.yaml', 'sarif-file': 'out/report.sarif' },
    };
    await inStep(step, RULES, ({ code, log, outputs, summary, file }) => {
      expect(code).toBe(2);
      expect(files(log.commands)).toEqual(['services/a/missing', 'services/a/Dockerfile']);
      expect(summary).toContain('services/a/Dockerfile');
      expect(outputs.get('sarif-file')).toBe('…/services/a/out/report.sarif');
      const { runs } = JSON.parse(file('services/a/out/report.sarif') ?? '');
      expect(runs[0].results[0].locations[0].physicalLocation.artifactLocation.uri).toBe('services/a/Dockerfile');
    });
  });

  test('needs none of the files of the runner', async () => {
    const step = { files: { Dockerfile: BAD }, environment: { GITHUB_OUTPUT: '', GITHUB_STEP_SUMMARY: '', GITHUB_WORKSPACE: '' } };
    await inStep(step, RULES, ({ code, log }) => {
      expect({ code, files: files(log.commands) }).toEqual({ code: 1, files: ['Dockerfile'] });
    });
  });

  test('says which named file the settings leave out', async () => {
    const step = { files: { Dockerfile: BAD, '.plimsoll.yaml': 'ignore: [Dockerfile]\n' }, inputs: { paths: 'Dockerfile' } };
    await inStep(step, RULES, ({ code, log }) => {
      expect({ code, messages: messages(log.commands) }).toEqual({ code: 0, messages: [expect.stringContaining('Dockerfile: left out')] });
    });
  });
});

describe('a step that cannot do its job ends with 2 and says why', () => {
  test.each<[string, Readonly<Record<string, string>>, string]>([
    ['an input without meaning', { 'fail-level': 'fatal' }, 'input fail-level: fatal is none of error, warning, info, never'],
    ['a working directory that is no folder', { 'working-directory': 'Dockerfile' }, 'input working-directory: Dockerfile is no folder'],
    ['a config file that is missing', { config: 'none.yaml' }, 'no such file'],
    ['a folder that is a file', { 'sarif-file': 'Dockerfile/a.sarif' }, 'Dockerfile/a.sarif: cannot be written'],
    ['a file that is a folder', { 'sarif-file': 'folder' }, 'folder: cannot be written (EISDIR)'],
  ])('%s', async (_name, inputs, expected) => {
    await inStep({ files: { Dockerfile: GOOD, 'folder/a': '' }, inputs }, RULES, ({ code, log }) => {
      expect({ code, messages: messages(log.commands) }).toEqual({ code: 2, messages: [expect.stringContaining(expected)] });
    });
  });

  test('a broken config, with its place', async () => {
    await inStep({ files: { Dockerfile: GOOD, '.plimsoll.yaml': 'rules:\n  no-rn: off\n' } }, RULES, ({ code, log }) => {
      expect(code).toBe(2);
      expect(named(log.commands, 'error')).toEqual([
        { name: 'error', properties: { file: '.plimsoll.yaml', title: 'plimsoll' }, data: expect.stringMatching(/^line 2, column 3: .*no-run/) },
      ]);
    });
  });

  test('a file of outputs that cannot be written', async () => {
    await inStep({ files: { Dockerfile: BAD }, environment: { GITHUB_OUTPUT: __dirname } }, RULES, ({ code, log }) => {
      expect(code).toBe(2);
      expect(messages(log.commands)).toContainEqual(expect.stringContaining('cannot be written (EISDIR)'));
    });
  });

  test('a rule that fails, beside the problems of the others', async () => {
    const broken = registered('broken', {
      dockerfile: () => {
        throw new Error('a bug');
      },
    });
    await inStep({ files: { Dockerfile: BAD } }, [...RULES, broken], ({ code, log }) => {
      expect(code).toBe(2);
      expect(messages(log.commands)).toEqual([expect.stringMatching(/^Dockerfile: broken: internal error: .*a bug/), expect.stringContaining('RUN a')]);
    });
  });

  test('an error of the program itself', async () => {
    const broken = {
      ...registered('broken'),
      get rule(): RuleDefinition {
        throw new Error('a bug\n::set-output name=a::b');
      },
    };
    await inStep({ files: { Dockerfile: BAD } }, [broken], ({ code, log }) => {
      expect(code).toBe(2);
      expect(log.commands).toEqual([{ name: 'error', properties: { title: 'plimsoll' }, data: expect.stringMatching(/^internal error\n.*a bug\n::set-output/) }]);
    });
  });
});

describe('no text of a repository acts as a command', () => {
  const COMMANDS = [
    '::set-output name=x::y',
    '::error::planted',
    '::add-mask::scratch',
    '::stop-commands::end',
    '##[set-output name=x]y',
    '##[error]planted',
    '::endgroup::',
    '::save-state name=x::y',
  ];
  /** All that a step of ours may send. */
  const OWN = ['error', 'warning', 'notice', 'group', 'endgroup'];

  const expectNothingPlanted = (log: ReturnType<typeof interpretLog>, groups: number): void => {
    expect(log.commands.filter(({ name }) => !OWN.includes(name))).toEqual([]);
    expect(log.commands.filter(({ data }) => /^(?:planted|y|scratch)$/.test(data))).toEqual([]);
    expect(named(log.commands, 'group', 'endgroup')).toHaveLength(2 * groups);
    expect(log.stopped).toBe(false);
  };

  test.each(COMMANDS)('%s in a Dockerfile', async (command) => {
    const lines = [`RUN echo "\\\n${command}\\\n"`, `RUN <<end\n${command}\n\u2028${command}\rx\r${command}\nend`, `RUN ${command}`];
    await inStep({ files: { Dockerfile: `FROM scratch\n${lines.join('\n')}\n` } }, RULES, ({ code, text, log, outputs }) => {
      expect(code).toBe(1);
      expect(text).toContain(command);
      expectNothingPlanted(log, 1);
      expect(named(log.commands, 'error').length).toBeGreaterThanOrEqual(3);
      expect(outputs.size).toBe(3);
    });
  });

  // No file name has a slash or, on Windows, a colon or a line end.
  (process.platform === 'win32' ? test.skip : test).each(COMMANDS)('%s in the name of a file', async (command) => {
    const repository = { [`Dockerfile.\n${command}`]: BAD, [`${command}/Dockerfile`]: BAD, [`${command}\n/.plimsoll.yaml`]: 'rule: {}', [`${command}\n/Dockerfile`]: BAD };
    const inputs = { paths: `. "${command}/missing" ${command}/Dockerfile/none` };
    await inStep({ files: repository, inputs }, RULES, ({ code, log, outputs }) => {
      expect(code).toBe(2);
      expectNothingPlanted(log, 1);
      expect(outputs.size).toBe(3);
    });
  });

  test.each(COMMANDS)('%s in a config and in inputs', async (command) => {
    const repository = { Dockerfile: BAD, '.plimsoll.yaml': `rules:\n  ${JSON.stringify(`a\n${command}`)}: off\n` };
    for (const inputs of [{}, { 'fail-level': `a\n${command}` }, { preset: command }, { 'working-directory': `a\n${command}` }, { 'sarif-file': `a\n${command}\nb<<c` }]) {
      await inStep({ files: repository, inputs }, RULES, ({ code, log, outputs }) => {
        expect(code).toBe(2);
        expectNothingPlanted(log, 0);
        expect([...outputs.keys()].filter((name) => !['problems', 'errors', 'sarif-file'].includes(name))).toEqual([]);
      });
    }
  });

  test('so that silence means something: the same text without its guard does act', () => {
    const report = reportOf({ files: [{ text: '::set-output name=x::y', problems: [{}] }] });
    const guarded = githubReport(report, { token: 'a-word-that-nobody-knows' });
    expect(named(interpretLog(guarded).commands, 'set-output')).toEqual([]);
    const bare = '::set-output name=x::y\nplimsoll: ##[set-output name=z]%25\n  ::stop-commands::A\n::error::hidden\n::a::\n::error::seen';
    expect(interpretLog(bare)).toEqual({
      commands: [
        { name: 'set-output', properties: { name: 'x' }, data: 'y' },
        { name: 'set-output', properties: { name: 'z' }, data: '%' },
        { name: 'error', properties: {}, data: 'seen' },
      ],
      lines: ['::error::hidden'],
      stopped: false,
    });
    expect(interpretLog('::stop-commands::a\n::error::x').stopped).toBe(true);
  });
});
