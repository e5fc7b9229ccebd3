import { chainInstructions, defineRule, isOneEditApart, mentions, type RunInstruction, type ShellExpansion, type ShellScript } from '../../src/rule';

const LOWER = /^(?!_$)[a-z_][a-z0-9_]*$/;
/** These ask whether it is set, or give it a value. */
const ASKS = /^:?[-+?=]$/;
/** BuildKit gives them to every RUN. */
const PROXIES = /^(?:https?|ftp|no|all)_proxy$/;
/** After these nobody knows what is set. */
const OPAQUE = /^(?:\.|source|eval)$/;

export default defineRule({
  summary: 'Read no shell variable that nothing sets',
  why: `A variable that nothing sets is empty: a path loses a part (\`rm -rf $dir/*\`), a version is missing in a URL. Often it was set
in an earlier RUN, whose shell is gone, or its name is written differently.`,
  exceptions: `Names in capitals are not judged, since the base image may set them. A variable that may be unset on purpose can say so with
\`\${name:-}\`.`,
  severity: 'info',
  presets: { strict: {}, hadolint: { severity: 'warning' } },
  aliases: ['hadolint:SC2154', 'hadolint:SC2153'],
  controls: [],
  messages: {
    unassigned: { aliases: ['hadolint:SC2154'], description: 'Nothing sets the variable.' },
    misspelt: { aliases: ['hadolint:SC2153'], description: 'Nothing sets it, but a variable with nearly the same name.' },
  },
  dockerfile: ({ model, shell, report }) => {
    function judge(node: RunInstruction, script: ShellScript): void {
      if (script.shell === 'zsh' || script.commands.some(({ name }) => name !== null && OPAQUE.test(name))) return;
      const judged = new Set<string>();
      const assigned = assignedIn(script.text.text);
      let known: readonly string[] | null = null;
      for (const { name, range, operator } of readsIn(script)) {
        if (name === null || judged.has(name) || !LOWER.test(name) || PROXIES.test(name) || (operator !== null && ASKS.test(operator))) continue;
        judged.add(name);
        if (assigned.has(name) || isDeclared(name, node)) continue;
        known ??= knownNames(node, script);
        const near = known.find((other) => other !== name && (other.toLowerCase() === name || (name.length > 4 && isOneEditApart(other, name))));
        if (near !== undefined) report({ messageId: 'misspelt', at: range, message: `Nothing sets ${name}; did you mean ${near}?` });
        else if (wasSetBefore(name, node)) report({ messageId: 'unassigned', at: range, message: `${name} is empty here, as the RUN that sets it is over; set it in this RUN, or with ENV` });
        else report({ messageId: 'unassigned', at: range, message: `Nothing sets ${name}, so it is empty; set it, or escape the $ if the text is meant` });
      }
    }

    function isDeclared(name: string, node: RunInstruction): boolean {
      if (model.settersOf(name, node).length > 0) return true;
      const base = model.stageOf(node)?.chain[0]?.base;
      const environment = base?.kind === 'image' ? base.known?.environment : null;
      return environment != null && Object.hasOwn(environment, name);
    }

    function knownNames(node: RunInstruction, script: ShellScript): readonly string[] {
      const stage = model.stageOf(node);
      const declared = (stage === null ? [] : chainInstructions(stage)).flatMap((earlier) =>
        earlier.range.start < node.range.start && (earlier.keyword === 'ENV' || earlier.keyword === 'ARG') ? earlier.pairs.map(({ key }) => key.value) : []);
      return [...script.commands.flatMap(({ assignments }) => assignments.map(({ name }) => name)), ...script.loops.map(({ variable }) => variable), ...declared];
    }

    function wasSetBefore(name: string, node: RunInstruction): boolean {
      const stage = model.stageOf(node);
      return stage !== null && chainInstructions(stage).some((earlier) =>
        earlier.keyword === 'RUN' && earlier.range.start < node.range.start && mentions(model, earlier, `${name}=`)
        && shell.commands(earlier).some(({ assignments }) => assignments.some((assignment) => assignment.name === name)));
    }

    return {
      RUN(node: RunInstruction) {
        // The image that is built from this one may set it.
        if (node.trigger || !mentions(model, node, /\$\{?[a-z_]/)) return;
        const [script] = shell.scripts(node);
        if (script !== undefined) judge(node, script);
      },
    };
  },
  variants: { onbuild: { expect: 'silent', why: 'the image that is built from this one may set the variable' } },
  examples: [
    { good: 'FROM debian:12\nARG version\nRUN dir=/opt/app; mkdir -p "$dir/$version"; for f in a b; do touch "$dir/$f"; done' },
    { bad: 'FROM debian:12\nRUN rm -rf "/opt/«$name»/cache"', message: 'Nothing sets name' },
    { bad: 'FROM debian:12\nRUN version=1.2\nRUN curl -O "https://example.org/«$version».tar"', message: 'is over' },
    { bad: 'FROM debian:12\nENV VERSION=1.2\nRUN curl -O "https://example.org/«${version}».tar"', message: 'did you mean VERSION' },
    { bad: 'FROM debian:12\nRUN target=/opt/a; touch "«$targt»/b"', message: 'did you mean target' },
    { good: 'FROM debian:12\nRUN . ./env; echo "$name"\nRUN read -r a b < x; echo "$a" "$b" "${c:-d}" $http_proxy\nRUN while getopts a: o; do echo "$o"; done; echo \'$d\' "\\$e"' },
    { good: 'FROM registry.example.org/app:1\nRUN echo "$JAVA_OPTS"' },
  ],
});

/** What the script's own shell expands in words; what stands in heredocs, case and arithmetic is not looked at. */
function readsIn(script: ShellScript): readonly ShellExpansion[] {
  const own = script.commands.filter(({ wrapper, nesting }) => wrapper === null && !nesting.includes('nested-script'));
  const words = own.flatMap((command) => [
    ...command.words,
    ...command.assignments.flatMap(({ value }) => value ?? []),
    ...command.redirects.flatMap(({ target, body }) => (body === null ? target ?? [] : [])),
  ]);
  return [...words, ...script.loops.flatMap((loop) => loop.words ?? [])].flatMap(({ expansions }) => expansions).filter(({ kind }) => kind === 'variable');
}

const ASSIGNMENT = /(?:^|[^\w$])\{?([A-Za-z_]\w*)(?:\[[^\]\n]{0,100}\])?(?:\s{0,20}(?:[-+*/%&|^]|<<|>>)?=|\+\+|--)|\{([A-Za-z_]\w*):=|(?:\+\+|--)([A-Za-z_]\w*)/g;
const BUILTIN = /\b(?:read|readarray|mapfile|getopts|for|select|let|printf\s+-v|local|declare|typeset|export|readonly|unset)\b[^;&|\n]*/g;

/** Every name that the text may give a value to in any way. */
function assignedIn(text: string): ReadonlySet<string> {
  const names = new Set<string>();
  for (const [, plain, asked, counted] of text.matchAll(ASSIGNMENT)) names.add(plain ?? asked ?? counted ?? '');
  for (const [told] of text.matchAll(BUILTIN)) for (const [name] of told.matchAll(/(?<![\w$])[A-Za-z_]\w*/g)) names.add(name);
  return names;
}
