import { defineRule, type RunInstruction, type ShellCommand, type ShellScript } from '../../src/rule';

export default defineRule({
  summary: 'Change the directory with WORKDIR rather than with cd',
  why: `A cd lasts until the end of its RUN, so the next RUN starts elsewhere and readers must carry the directory in their heads.
WORKDIR lasts, creates the directory, and shows in the image config.`,
  exceptions: 'A cd is right where the RUN comes back, cleans the directory away, or works in several directories; those are not reported.',
  severity: 'info',
  presets: { strict: {}, hadolint: { severity: 'warning', options: { when: 'any-cd' } } },
  aliases: ['hadolint:DL3003', 'trivy:DS-0013', 'kics:f4a6bcd3', 'droast:DF008', 'dockerfile-doctor:DD045'],
  controls: [],
  options: {
    when: {
      type: 'string',
      enum: ['stays', 'any-cd'],
      default: 'stays',
      description: '`stays` reports a RUN that starts with cd and stays there; `any-cd` every RUN that calls cd.',
    },
  },
  dockerfile: ({ model, shell, options, report }) => {
    function judgeAny(node: RunInstruction): void {
      const command = shell.commands(node).find(isCd);
      if (command?.nameRange == null) return;
      report({ at: command.nameRange, message: 'cd changes the directory for this RUN only; use WORKDIR' });
    }

    function judge(node: RunInstruction, script: ShellScript): void {
      const [first, second] = script.commands;
      if (first === undefined || second === undefined) return;
      if (!isCd(first) || first.nesting.length > 0 || first.failureHandled) return;
      const target = first.words[1];
      if (target === undefined || first.words.length > 2 || !target.value.startsWith('/')) return;
      if (!target.literal && !target.variables.every((name) => model.settersOf(name, node).length > 0)) return;
      if (script.commands.slice(1).some((command) => changesDirectory(command) || removes(command, target.value))) return;
      report({ at: { start: first.range.start, end: target.range.end }, message: `The whole RUN works in ${target.value}; put WORKDIR ${target.value} before it and drop the cd` });
    }

    return {
      RUN(node) {
        if (options.when === 'any-cd') judgeAny(node);
        else for (const script of shell.scripts(node)) judge(node, script);
      },
    };
  },
  examples: [
    { good: 'FROM debian:12\nRUN cd /src && make && cd - && make clean\nRUN (cd /src && make)\nRUN cd /src && make && rm -rf /src' },
    { bad: 'FROM debian:12\nRUN «cd /src» && make && make install', message: 'WORKDIR /src' },
    { good: 'FROM debian:12\nRUN curl -O https://example.org/a.tar && cd /opt && tar xf /a.tar\nRUN cd src && make' },
    { bad: 'FROM debian:12\nENV APP=app\nRUN «cd "/srv/$APP"» ; \\\n  # build it\n  make' },
    { good: 'FROM debian:12\nRUN cd /src' },
    { options: { when: 'any-cd' }, bad: 'FROM debian:12\nRUN make && «cd» src && make' },
  ],
});

function isCd({ name }: ShellCommand): boolean {
  return name === 'cd';
}

function changesDirectory({ name }: ShellCommand): boolean {
  return name === 'cd' || name === 'pushd' || name === 'popd';
}

/** Whether a command removes the directory or one above it, so that WORKDIR would create it anew. */
function removes({ name, words }: ShellCommand, directory: string): boolean {
  return name === 'rm' && words.slice(1).some(({ value }) => directory === value.replace(/\/+\*?$/, '') || directory.startsWith(`${value.replace(/\/+\*?$/, '')}/`));
}
