import { defineRule, environmentOf, unpinnedInstalls } from '../../src/rule';

export default defineRule({
  summary: 'Give the version of what pip installs',
  why: `Without a version pip takes the newest release on the day of the build, so that two builds of one file give two images. A release
that breaks yours, or one that was taken over, comes in without a change of the file.`,
  exceptions: 'A requirements or constraints file gives the versions too, and is easier to keep up to date.',
  severity: 'off',
  presets: { strict: {}, hadolint: { severity: 'warning' } },
  aliases: ['hadolint:DL3013', 'kics:02d9c71f', 'droast:DF051', 'dockerfile-doctor:DD028'],
  controls: [],
  mentions: { RUN: ['pip', 'uv'] },
  dockerfile: ({ model, shell, report }) => ({
    RUN(node) {
      for (const { asked, first, names } of unpinnedInstalls(model, shell, node, ['pip', 'uv'])) {
        if (VERSIONS_FROM.some((name) => environmentOf(model, shell, node, asked.command, name) !== '')) continue;
        report({ at: first.range, message: `${asked.manager} takes whatever version of ${names} is current; name it as in ${first.value}${first.value.includes('+') ? '@COMMIT' : '==VERSION'}` });
      }
    },
  }),
  examples: [
    { bad: 'FROM python:3.12\nRUN pip install --no-cache-dir flask==3.0.3 «requests» celery', message: 'of requests and celery' },
    { good: 'FROM python:3.12\nRUN pip install flask==3.0.3 "requests>=2,<3" celery~=5.4 "black[d]==24.8.0"' },
    { good: 'FROM python:3.12\nRUN pip install -r requirements.txt && pip install -c constraints.txt flask && pip install . ./a a.whl a.tar.gz -e .[dev]' },
    { good: 'FROM python:3.12\nRUN python -m pip install git+https://github.com/a/b@v1 https://example.org/b.zip "c @ git+https://example.org/c@v2"' },
    { bad: 'FROM python:3.12\nRUN python3 -m pip install -q --index-url https://example.org/simple «git+ssh://git@example.org/a/b»', message: 'a/b@COMMIT' },
    { bad: 'FROM python:3.12\nRUN uv pip install --system «flask»; uv tool install ruff@0.6.1 && uv tool install «ruff@latest»', message: 'uv takes' },
    { good: 'FROM python:3.12\nENV PIP_CONSTRAINT=/constraints.txt\nRUN pip install flask' },
    { good: 'FROM python:3.12\nARG FLASK\nRUN pip install $FLASK flask$FLASK && pipx install black && pipenv install flask && pip uninstall jq' },
  ],
});

/** Variables that stand for the options that give versions. */
const VERSIONS_FROM: readonly string[] = ['PIP_CONSTRAINT', 'PIP_REQUIREMENT', 'PIP_NO_INDEX', 'UV_CONSTRAINT', 'UV_NO_INDEX'];
