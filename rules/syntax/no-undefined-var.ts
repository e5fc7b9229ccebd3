import {
  defineRule, expandedWords, nearestName, PLATFORM_ARGUMENTS, PREDEFINED_ARGUMENTS, referencesInHeredoc, referencesInWord, shorten,
  type DockerfileModel, type Instruction, type Stage, type VariableReference, type Word,
} from '../../src/rule';

export default defineRule({
  summary: 'Use no variable that is not set',
  why: `The builder puts nothing in the place of a variable that it does not know: \`COPY app $TARGET/\` copies to \`/\`, and nobody is
told. An ARG above the first FROM counts in a stage only when the stage repeats it, and the proxy arguments that RUN sees exist for no other
instruction. What the base image sets is known for the common images; for others the finding is a hint.`,
  exceptions: 'A base image of your own may set the variable. Then declare it with ARG or ENV, or give it a default: `${DIR:-/app}`.',
  severity: 'warning',
  presets: { strict: {}, buildkit: { options: { unknownBase: 'report', defaulted: 'report', track: 'buildkit' } } },
  aliases: ['buildkit:UndefinedVar', 'droast:DF087'],
  controls: [],
  options: {
    unknownBase: {
      type: 'string',
      enum: ['info', 'report'],
      default: 'info',
      description: 'On a base image whose variables are not known: `info` gives a hint, `report` the full level.',
    },
    defaulted: {
      type: 'string',
      enum: ['silent', 'report'],
      default: 'silent',
      description: 'Whether `${x:-y}` and `${x:+y}` count, which need no `x`.',
    },
    track: {
      type: 'string',
      enum: ['all', 'buildkit'],
      default: 'all',
      description: '`buildkit` judges what BuildKit does: not EXPOSE, but names that the same ENV sets.',
    },
  },
  dockerfile: ({ model, options, report }) => {
    function judge(node: Instruction): void {
      // What a trigger sees is up to the file that inherits it.
      if (node.trigger || !mayUseVariable(node)) return;
      const stage = model.stageOf(node);
      if (stage === null) return;
      const reported = new Set<string>();
      const words = expandedWords(node).flatMap((word) => referencesInWord(model, word, node).map((reference) => ({ reference, word })));
      const bodies = node.keyword === 'COPY' || node.keyword === 'ADD' ? node.heredocs.flatMap((heredoc) => referencesInHeredoc(model, heredoc)) : [];
      for (const { reference, word } of [...words, ...bodies.map((each) => ({ reference: each, word: null }))]) {
        const { name, operator } = reference;
        if (reported.has(name) || (options.defaulted === 'silent' && (operator === '-' || operator === '+'))) continue;
        if (isSetBefore(model, node, reference, options.track === 'buildkit')) continue;
        const certainty = certaintyOf(model, stage, node, name);
        if (certainty === 'set') continue;
        reported.add(name);
        const isHint = certainty === 'unknown base' && options.unknownBase === 'info';
        const message = describe(model, stage, node, { reference, word, isHint });
        report({ at: reference.range, message, ...(isHint ? { severity: 'info' } : {}) });
      }
    }

    return {
      ADD: judge,
      ARG: judge,
      COPY: judge,
      ENV: judge,
      ...(options.track === 'all' ? { EXPOSE: judge } : {}),
      LABEL: judge,
      RUN: judge,
      STOPSIGNAL: judge,
      USER: judge,
      VOLUME: judge,
      WORKDIR: judge,
    };
  },
  variants: { onbuild: { expect: 'silent', why: 'what a trigger sees is set by the file that inherits it, too' } },
  examples: [
    { good: 'ARG A=1\nFROM alpine:3.20\nARG A\nARG B\nENV C=$A D=$B PATH=/opt/bin:$PATH\nCOPY x $C/$B/' },
    { good: 'FROM node:20\nLABEL node=$NODE_VERSION x=${NONE:-1}${NONE:+2} price=\\$5\nRUN echo $NONE\nCMD echo $NONE' },
    { bad: 'FROM alpine:3.20\nARG TARGET_DIR=/app\nCOPY x «$TARGT_DIR»/', message: 'did you mean TARGET_DIR' },
    { bad: 'ARG VERSION=1\nFROM ghcr.io/acme/base:1\nLABEL version="v«${VERSION}»"', message: 'ARG VERSION' },
    { bad: 'FROM ghcr.io/acme/base:1\nWORKDIR «$HOME»/app', severity: 'info' },
    { bad: 'FROM debian:12\nENV LD_LIBRARY_PATH=«$LD_LIBRARY_PATH»:/opt/lib PROXY=«$HTTP_PROXY»', message: '${LD_LIBRARY_PATH:+$LD_LIBRARY_PATH:}' },
    { bad: 'FROM debian:12\nENV PYTHONPATH=/app:«$PYTHONPATH»', message: '${PYTHONPATH:+:$PYTHONPATH}' },
    { bad: 'FROM alpine:3.20\nENV N_SRC_DIR=/n\nWORKDIR «$SRC_DIR»/gradle', message: 'declare it with ARG or ENV' },
    { bad: 'FROM alpine:3.20\nCOPY <<EOF /run.sh\necho $(date) «${name}»\nEOF', message: 'quote' },
    {
      options: { unknownBase: 'report', defaulted: 'report', track: 'buildkit' },
      bad: 'FROM ghcr.io/acme/base:1\nENV A=1 B=«$A» C=«${D:-1}»\nEXPOSE $PORT',
    },
  ],
});

function mayUseVariable(node: Instruction): boolean {
  if (node.keyword === 'RUN') return node.flags.some((flag) => flag.value?.raw.includes('$') === true);
  return node.argumentText.includes('$') || node.heredocs.length > 0;
}

/** By an ARG or ENV in force, or by the same ARG; the value of the same ENV is not in force yet, but that is another rule's finding. */
function isSetBefore(model: DockerfileModel, node: Instruction, { name, range }: VariableReference, countsSameEnv: boolean): boolean {
  if (name === 'PATH' || model.settersOf(name, node).length > 0) return true;
  if (node.keyword === 'ARG') return node.pairs.some((pair) => pair.key.value === name && pair.range.end <= range.start);
  return node.keyword === 'ENV' && !countsSameEnv && node.pairs.some((pair) => pair.key.value === name && !holds(pair.range, range));
}

function holds(outer: Word['range'], inner: Word['range']): boolean {
  return outer.start <= inner.start && inner.end <= outer.end;
}

function certaintyOf(model: DockerfileModel, stage: Stage, node: Instruction, name: string): 'set' | 'unset' | 'unknown base' {
  if (model.variable(name, node).kind === 'unset') return 'unset';
  const base = stage.chain[0]?.base;
  const variables = base?.kind === 'image' ? (base.known?.environment ?? null) : null;
  // Known, and it may have the name.
  if (variables !== null || base?.kind === 'scratch' || model.build.baseEnv === 'path-only') return 'set';
  return isGlobal(model, name) || PREDEFINED_ARGUMENTS.has(name) ? 'unset' : 'unknown base';
}

function isGlobal(model: DockerfileModel, name: string): boolean {
  return PLATFORM_ARGUMENTS.has(name) || model.globalArgs.some((arg) => arg.pairs.some((pair) => pair.key.value === name));
}

interface Use {
  readonly reference: VariableReference;
  /** Null in a heredoc. */
  readonly word: Word | null;
  readonly isHint: boolean;
}

function describe(model: DockerfileModel, stage: Stage, node: Instruction, { reference, word, isHint }: Use): string {
  const { name } = reference;
  const shown = `$${shorten(name, 60)}`;
  if (isGlobal(model, name)) return `${shown} is empty in this stage, which does not declare it; add "ARG ${name}" above`;
  if (PREDEFINED_ARGUMENTS.has(name)) return `${shown} is set for RUN only; add "ARG ${name}" above to use it here`;
  if (word === null) return `The builder expands ${shown} in this heredoc, and nothing sets it; quote the delimiter to keep it as it is`;
  // `N_SRC_DIR` is no misspelt `SRC_DIR`: it is a name made from it.
  const near = nearestName(name, namesInForce(model, stage, node).filter((each) => !each.endsWith(`_${name}`) && !each.startsWith(`${name}_`)));
  if (near !== null) return `Nothing sets ${shown}; did you mean ${near}`;
  if (isHint) return `Nothing in this file sets ${shown}, so only the base image can; declare it with ARG or ENV, or give it a default`;
  const separator = separatorBehind(word, reference);
  if (node.keyword === 'ENV' && separator !== null) {
    return `Nothing sets ${shown}, so the value has an empty entry; write \${${name}:+$${name}${separator}} in place of it and the separator`;
  }
  const separatorBefore = separatorInFront(word, reference);
  if (node.keyword === 'ENV' && separatorBefore !== null) {
    return `Nothing sets ${shown}, so the value has an empty entry; write \${${name}:+${separatorBefore}$${name}} in place of the separator and it`;
  }
  return `Nothing sets ${shown}, so the builder puts nothing in its place; declare it with ARG or ENV`;
}

/** The colon or semicolon between the variable and what is added to it. */
function separatorBehind(word: Word, { range }: VariableReference): ':' | ';' | null {
  const behind = word.raw[range.end - word.range.start];
  return behind === ':' || behind === ';' ? behind : null;
}

/** The colon or semicolon between what the variable is added to and the variable. */
function separatorInFront(word: Word, { range }: VariableReference): ':' | ';' | null {
  const before = word.raw[range.start - word.range.start - 1];
  return before === ':' || before === ';' ? before : null;
}

/** What the author may have meant: names declared in the file before the instruction, and those of a known base. */
function namesInForce(model: DockerfileModel, stage: Stage, node: Instruction): readonly string[] {
  const names = model.globalArgs.flatMap((arg) => arg.pairs.map((pair) => pair.key.value));
  for (const each of stage.chain) {
    for (const setter of each.instructions) {
      if (each === stage && setter.range.start >= node.range.start) break;
      if (setter.keyword === 'ARG' || setter.keyword === 'ENV') names.push(...setter.pairs.map((pair) => pair.key.value));
    }
  }
  const base = stage.chain[0]?.base;
  if (base?.kind === 'image') names.push(...Object.keys(base.known?.environment ?? {}));
  return names;
}
