import { defineRule, type Flag, type Instruction, type Range, type ReportedFix, type RunInstruction, type ShellScript, type Stage } from '../../src/rule';

export default defineRule({
  summary: 'Join neighbouring RUN instructions',
  why: `Each RUN is a layer and a cache entry of its own. What belongs together and is always run together can be one RUN, joined with
\`&&\` or written as a heredoc: fewer layers, and what the first command leaves behind can be cleaned up in the same layer.`,
  exceptions: `Two steps that change at a different pace are better apart: the cache then keeps the first. A RUN of more than five commands is
taken for such a step. Build stages, whose layers are not
shipped, are not judged, nor are neighbours whose flags or mounts differ.`,
  severity: 'info',
  presets: { strict: {}, hadolint: { severity: 'info', options: { stages: 'all', report: 'each', maxCommands: 1 } }, gc: {} },
  aliases: ['hadolint:DL3059', 'kics:0008c003', 'droast:DF003', 'dockerfile-doctor:DD005'],
  controls: ['gc:fewer-layers'],
  options: {
    stages: { type: 'string', enum: ['shipped', 'all'], default: 'shipped', description: '`shipped` judges what ends up in the image; `all` build stages too.' },
    report: { type: 'string', enum: ['group', 'each'], default: 'group', description: '`group` reports a row of neighbours once; `each` every RUN but the first.' },
    maxCommands: { type: 'integer', minimum: 0, default: 0, description: 'Only neighbours that hold no more commands than this each; 0 means five.' },
  },
  dockerfile: ({ model, shell, options, report }) => {
    function judge(stage: Stage): void {
      if (options.stages === 'shipped' && !stage.isShipped) return;
      for (const group of groupsOf(stage)) {
        const [first, second] = group;
        if (first === undefined || second === undefined) continue;
        if (options.report === 'each') {
          for (const node of group.slice(1)) report({ at: node.keywordRange, message: 'This RUN can be joined with the one before it; write them as one' });
          continue;
        }
        const fix = group.length === 2 ? joined(first, second) : null;
        report({
          at: second.keywordRange,
          message: `${group.length} neighbouring RUN instructions make a layer each; join them with && or in a heredoc`,
          ...(fix === null ? {} : { fix }),
        });
      }
    }

    /** Rows of RUNs that nothing but comments stands between, and that could be one. */
    function groupsOf({ instructions }: Stage): readonly (readonly RunInstruction[])[] {
      const groups: RunInstruction[][] = [];
      let group: RunInstruction[] = [];
      for (const [index, node] of instructions.entries()) {
        if (node.keyword !== 'RUN') continue;
        const before = instructions[index - 1];
        const followsRun = mayJoin(before, node);
        // The shell of a RUN without a neighbour need not be read.
        if (!(followsRun || mayJoin(instructions[index + 1], node)) || !isJoinable(node)) continue;
        if (followsRun && before === group[group.length - 1]) group.push(node);
        else groups.push(group = [node]);
      }
      return groups.filter(({ length }) => length > 1);
    }

    function mayJoin(other: Instruction | undefined, node: RunInstruction): boolean {
      return other?.keyword === 'RUN' && haveSameFlags(other, node);
    }

    function isJoinable(node: RunInstruction): boolean {
      if (node.command?.form === 'json') return false;
      const script = scriptOf(node);
      if (script === null) return false;
      const own = script.commands.filter(({ wrapper, nesting }) => wrapper === null && !nesting.includes('nested-script'));
      return own.length > 0 && own.length <= (options.maxCommands === 0 ? SHORT_STEP : options.maxCommands);
    }

    /** The one script of a RUN; null when it is in exec form or cannot be read. */
    function scriptOf(node: RunInstruction): ShellScript | null {
      const [script, other] = shell.scripts(node);
      return script !== undefined && other === undefined && script.origin !== 'exec-form' && script.readable ? script : null;
    }

    function joined(first: RunInstruction, second: RunInstruction): ReportedFix | null {
      const script = scriptOf(first);
      if (script === null || [first, second].some(({ heredocs }) => heredocs.length > 0)) return null;
      if (script.commands.some(({ name, nesting }) => nesting.length === 0 && (name === null || CHANGES_WHAT_FOLLOWS.has(name)))) return null;
      const last = script.commands[script.commands.length - 1];
      if (last === undefined || last.followedBy !== null || hasComments(model.document.comments, first, second)) return null;
      const start = second.command?.range.start;
      if (start === undefined) return null;
      const escape = model.document.escape;
      return { kind: 'suggestion', changes: 'image', edits: [{ at: { start: first.range.end, end: start }, text: ` ${escape}\n    && ` }] };
    }

    return { stage: judge };
  },
  variants: { onbuild: { expect: 'silent', why: 'a trigger adds its layer to the child image, where other steps may stand between' } },
  examples: [
    { good: 'FROM debian:12\nRUN make && make install\nENV A=b\nRUN make clean' },
    {
      bad: 'FROM debian:12\nRUN make\n«RUN» make install',
      fixed: 'FROM debian:12\nRUN make \\\n    && make install',
    },
    { bad: 'FROM debian:12\nRUN make\n# why\n«RUN» make install\nRUN make clean', message: '3 neighbouring' },
    { good: 'FROM debian:12 AS build\nRUN make\nRUN make install\nFROM debian:12\nCOPY --from=build /a /a' },
    { good: 'FROM debian:12\nRUN --mount=type=cache,target=/c make\nRUN make install\nRUN ["make", "clean"]' },
    { options: { stages: 'all' }, bad: 'FROM debian:12 AS build\nRUN make\n«RUN» make install\nFROM debian:12', message: '2 neighbouring' },
    { options: { report: 'each', maxCommands: 1 }, bad: 'FROM debian:12\nRUN make\n«RUN» make install\n«RUN» make clean\nRUN a && b' },
  ],
});

/** Who writes more commands than this into one RUN has joined what belongs together. */
const SHORT_STEP = 5;

/** What such a command sets lasts to the end of its RUN, so that the next one would feel it. */
const CHANGES_WHAT_FOLLOWS: ReadonlySet<string> = new Set([
  'cd', 'pushd', 'popd', 'export', 'set', 'shopt', 'umask', 'ulimit', 'exec', 'exit', 'trap', 'alias', 'source', '.', 'unset', 'eval', 'return',
]);

function haveSameFlags(one: RunInstruction, other: RunInstruction): boolean {
  if (one.flags.length === 0 && other.flags.length === 0) return true;
  const texts = ({ flags }: RunInstruction): readonly string[] => flags.map((flag: Flag) => `${flag.name}=${flag.value?.raw ?? ''}`).sort();
  return texts(one).join(' ') === texts(other).join(' ');
}

function hasComments(comments: readonly { readonly range: Range }[], first: RunInstruction, second: RunInstruction): boolean {
  return comments.some(({ range }) => range.start >= first.range.end && range.end <= second.range.start);
}
