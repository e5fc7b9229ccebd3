import { defineRule, mentions, packageCommands, type EnvInstruction, type RunInstruction } from '../../src/rule';

/** Public indexes of makers who publish nothing that is also on PyPI under another owner. */
const PUBLIC = /^(?:https:\/\/)?(?:download\.pytorch\.org|pypi\.(?:ngc\.)?nvidia\.com|pypi\.org|files\.pythonhosted\.org|data\.pyg\.org|www\.piwheels\.org|wheels\.vllm\.ai)(?:[:/]|$)/;

export default defineRule({
  summary: 'Replace the package index rather than adding a second one',
  why: `pip treats all its indexes alike and takes the highest version. Whoever publishes a package of the same name with a higher version on the
public index gets it installed in place of the private one (dependency confusion).`,
  exceptions: 'Well-known public indexes (PyTorch, NVIDIA) are not reported. `--index-url` alone is right: one index that holds or mirrors everything.',
  severity: 'info',
  presets: { strict: {}, cis: {}, nist: {} },
  aliases: [],
  controls: ['cis-docker:4.11', 'nist-800-190:4.1.5'],
  mentions: ['extra'],
  dockerfile: ({ model, shell, report }) => {
    const MESSAGE = 'lets a public package replace a private one of the same name; use --index-url with one index that has both';

    function judgeEnvironment(node: EnvInstruction): void {
      for (const { key, value } of node.pairs) {
        if ((key.value === 'PIP_EXTRA_INDEX_URL' || key.value === 'UV_EXTRA_INDEX_URL') && value !== null && value.value !== '' && !isPublic(value.value)) {
          report({ at: key.range, message: `${key.value} ${MESSAGE}` });
        }
      }
    }

    return {
      ENV: judgeEnvironment,
      RUN(node: RunInstruction) {
        if (!mentions(model, node, 'extra-index-url')) return;
        for (const { manager, options } of packageCommands(model, shell, node)) {
          if (manager !== 'pip' && manager !== 'uv') continue;
          const extra = options.find(({ name, value }) => name === '--extra-index-url' && !isPublic(value ?? ''));
          if (extra !== undefined) report({ at: extra.word.range, message: `--extra-index-url ${MESSAGE}` });
        }
      },
    };
  },
  examples: [
    { good: 'FROM python:3.12\nRUN pip install --index-url https://pypi.example.org/simple team-tool' },
    { bad: 'FROM python:3.12\nRUN pip install «--extra-index-url» https://pypi.example.org/simple team-tool' },
    { bad: 'FROM python:3.12\nENV «PIP_EXTRA_INDEX_URL»=https://pypi.example.org/simple', message: 'PIP_EXTRA_INDEX_URL' },
    { good: 'FROM python:3.12\nRUN pip install torch --extra-index-url https://download.pytorch.org/whl/cu118' },
  ],
});

function isPublic(urls: string): boolean {
  return urls.trim().split(/\s+/).every((url) => PUBLIC.test(url));
}
