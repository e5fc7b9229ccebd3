import { defineRule, knownText, type ReportedFix, type RunInstruction, type ShellCommand } from '../../src/rule';

export default defineRule({
  summary: 'Set what should last with an instruction, not in a RUN of its own',
  why: `Each RUN starts a new shell. A RUN that only changes directory, exports a variable, sources a file or sets an option ends with
nothing to show: the next RUN starts where this one did. WORKDIR, ENV and SHELL last.`,
  exceptions: 'A `cd` alone can serve as a check that the folder is there; `test -d` says so.',
  severity: 'warning',
  presets: { strict: {} },
  aliases: [],
  controls: [],
  dockerfile: ({ model, shell, report }) => {
    function judge(node: RunInstruction): void {
      const scripts = shell.scripts(node);
      if (scripts.length !== 1 || scripts[0]?.readable !== true) return;
      const commands = shell.commands(node).filter(({ nesting }) => !nesting.includes('substitution'));
      const setters = commands.filter((command) => adviceOf(command) !== null);
      if (setters.length === 0 || !commands.every((command) => adviceOf(command) !== null || isNothing(command))) return;
      const last = setters[setters.length - 1];
      const advice = last === undefined ? null : adviceOf(last);
      if (last?.nameRange == null || advice === null) return;
      const fix = commands.length === 1 ? fixOf(node, last) : null;
      report({
        at: last.nameRange,
        message: `What ${last.name ?? ''} sets is forgotten when this RUN ends; ${advice}`,
        ...(fix === null ? {} : { fix }),
      });
    }

    function fixOf(node: RunInstruction, { name, words, redirects }: ShellCommand): ReportedFix | null {
      const [, only] = words;
      if (only === undefined || words.length !== 2 || redirects.length > 0 || node.flags.length > 0 || node.heredocs.length > 0 || node.command?.form === 'json') return null;
      const text = name === 'cd' ? workdirOf(only.raw) : name === 'export' ? variableOf(node, only.raw) : null;
      return text === null ? null : { kind: 'suggestion', changes: 'image', edits: [{ at: { start: node.range.start, end: node.range.end }, text }] };
    }

    function workdirOf(raw: string): string | null {
      return /^\/[\w./-]*$/.test(raw) ? `WORKDIR ${raw}` : null;
    }

    /** Only values that the builder reads as the shell does. */
    function variableOf(node: RunInstruction, raw: string): string | null {
      const match = /^([A-Za-z_]\w*)=((?:[\w./:@%+,-]|\$\w+|\$\{\w+\})*)$/.exec(raw);
      if (match === null) return null;
      const names = Array.from((match[2] ?? '').matchAll(/\$\{?(\w+)/g), (found) => found[1] ?? '');
      return names.every((name) => name === 'PATH' || knownText(model.variable(name, node)) !== null) ? `ENV ${raw}` : null;
    }

    return {
      RUN(node) {
        // A RUN that does work begins with it nearly always.
        if (/\b(?:cd|export|source|alias|umask|ulimit|set|nvm|conda|pushd)\b|(?:^|[\s;&"])\.\s/.test(node.argumentText) || node.heredocs.length > 0) judge(node);
      },
    };
  },
  examples: [
    { good: 'FROM debian:12\nRUN cd /src && make\nRUN export A=b; make\nRUN . /opt/env && python x.py\nRUN . ./install.sh\nRUN set -ex' },
    { bad: 'FROM debian:12\nRUN «cd» /src', fixed: 'FROM debian:12\nWORKDIR /src', message: 'WORKDIR' },
    { bad: 'FROM debian:12\nRUN «export» LANG=C.UTF-8', fixed: 'FROM debian:12\nENV LANG=C.UTF-8', message: 'ENV' },
    { bad: 'FROM debian:12\nRUN . ~/.nvm/nvm.sh && «nvm» use 20\nRUN «source» /venv/bin/activate\nRUN «alias» ll="ls -l"' },
    { good: 'FROM debian:12\nRUN export A=b > /etc/a && nvm install 20 && conda create -n x\nRUN echo "cd /src" >> ~/.bashrc' },
  ],
});

/** What to do instead of a command that only sets state; null for all others. */
function adviceOf({ name, words, redirects }: ShellCommand): string | null {
  if (redirects.some(({ operator }) => operator.startsWith('>'))) return null;
  const [, first] = words;
  switch (name) {
    case 'cd':
    case 'pushd':
      return 'use WORKDIR';
    case 'export':
      return first === undefined || first.value.startsWith('-') ? null : 'use ENV';
    case 'source':
    case '.':
      // Other files may do work.
      return /(?:^|\/)(?:activate|\.?(?:bash|zsh|k?sh)rc|bash\.bashrc|\.?(?:bash_|z)?profile|nvm\.sh|(?:local_)?setup\.(?:ba|z)?sh|env(?:\.sh)?|\.env|conda\.sh)$/.test(first?.value ?? '')
        ? 'source it where it is needed, or set what it sets with ENV' : null;
    case 'alias':
      return words.length > 1 ? 'write a script, or put it into a file that the shell reads' : null;
    case 'umask':
      return words.length > 1 ? 'put it into each RUN that needs it' : null;
    case 'ulimit':
      return words.length > 1 ? 'set the limit where the container is started' : null;
    case 'nvm':
      return first?.value === 'use' ? 'put its folder into PATH with ENV' : null;
    case 'conda':
    case 'mamba':
    case 'micromamba':
      return first?.value === 'activate' ? 'put the environment into PATH with ENV, or use conda run' : null;
    default:
      return null;
  }
}

/** Neither sets anything that should last nor does any work: `set -e`, `A=b`, `true`. */
function isNothing({ name, words, assignments, redirects }: ShellCommand): boolean {
  if (redirects.length > 0) return false;
  if (name === null) return words.length === 0 && assignments.length > 0;
  return name === 'set' || name === 'shopt' || name === 'true' || name === ':';
}
