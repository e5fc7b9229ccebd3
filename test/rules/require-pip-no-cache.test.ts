import rule from '../../rules/packages/require-pip-no-cache';
import { problemsOf, remarked, saidOf } from '../support/run-rule';

describe('require-pip-no-cache', () => {
  it.each([
    'RUN pip «install» a', 'RUN python3.12 -m pip «install» a', 'RUN /venv/bin/pip «install» a', 'RUN . v/bin/activate && pip «install» a', 'RUN bash -c "pip «install» a"', 'RUN pip install --no-cache-dir a && pip «install» b',
    'RUN if a; then pip «install» a; fi', 'RUN pip cache purge; pip «install» a', 'RUN pip «install» a\nENV PIP_NO_CACHE_DIR=1', 'RUN rm -rf ~/.cache && pip «install» a', 'RUN pip «install» a && rm -rf /tmp/*', 'ONBUILD RUN pip «install» a',
    'RUN pip «install» a\nCOPY pip.conf /etc/pip.conf', 'ENV PIP_NO_CACHE_DIR=\nRUN pip «install» a',
  ])('reports %j', (marked) => {
    expect(remarked(rule, `FROM python:3.12\n${marked}`)).toBe(`FROM python:3.12\n${marked}`);
  });

  it.each([
    'ENV PIP_NO_CACHE_DIR=0\nRUN pip install a', 'ENV PIP_NO_CACHE_DIR=false\nRUN pip install a', 'ARG PIP_NO_CACHE_DIR=1\nRUN pip install a', 'ARG PIP_NO_CACHE_DIR\nRUN pip install a', 'RUN pip config set global.no-cache-dir true\nRUN pip install a',
    'RUN pip install --no-cache a', 'RUN --mount=type=cache,target=/home/a/.cache pip install a', 'ARG OPTIONS\nRUN pip install $OPTIONS a', 'RUN pip download a && pip wheel a && pip list', 'RUN pipx install a && poetry install && pipenv install && uv pip install a && conda install pip',
    'RUN pip install --dry-run a', 'CMD pip install a', 'RUN echo pip install a', 'RUN <<EOF python3\nos.system("pip install a")\nEOF',
  ])('is silent on %j', (lines) => {
    expect(saidOf(rule, `FROM python:3.12\n${lines}`)).toEqual([]);
  });

  it('follows the variable into a stage that is built on the one that sets it', () => {
    expect(saidOf(rule, 'FROM python:3.12 AS base\nENV PIP_NO_CACHE_DIR=off\nFROM base\nRUN pip install a')).toEqual([]);
  });

  it.each([
    ['RUN pip install a', true],
    ['RUN --network=none pip install a', false],
    ['RUN --mount=type=cache,target=/x pip install a', false],
    ['RUN pip download b\nRUN pip install a', false],
    ['RUN pip install a\nRUN pip cache list', false],
    ['RUN ["pip", "install", "a"]', false],
  ])('has a fix for %j: %s', (lines, expected) => {
    const [problem] = problemsOf(rule, `FROM python:3.12\n${lines}`);
    expect(problem?.rule).toBe('rule');
    expect(problem?.fix != null).toBe(expected);
  });
});
