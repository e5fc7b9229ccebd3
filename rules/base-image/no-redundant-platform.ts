import { defineRule, type Flag, type FromInstruction, type Range } from '../../src/rule';

export default defineRule({
  summary: 'Do not ask FROM for the target platform, which it takes anyway',
  why: `Without a \`--platform\` flag a FROM is for the target platform. \`--platform=$TARGETPLATFORM\` says the same once more, and makes
the reader look for what is special here.`,
  exceptions: `An ARG above the first FROM that gives TARGETPLATFORM a default makes the flag effective; then the rule is silent. Old
builders other than BuildKit may need the flag.`,
  severity: 'info',
  presets: {
    strict: {},
    hadolint: { severity: 'warning', options: { globalDefault: 'report' } },
    buildkit: { severity: 'warning', options: { globalDefault: 'report' } },
  },
  aliases: ['hadolint:DL3065', 'buildkit:RedundantTargetPlatform', 'droast:DF083'],
  controls: [],
  mentions: ['targetplatform'],
  options: {
    globalDefault: {
      type: 'string',
      enum: ['silent', 'report'],
      default: 'silent',
      description: '`silent` passes the flag when an ARG above the first FROM gives TARGETPLATFORM a default; `report` reports it then too, without a fix.',
    },
  },
  dockerfile: ({ model, options, report }) => {
    function isEffective(): boolean {
      const isGiven = Object.hasOwn(model.build.args, 'TARGETPLATFORM');
      return isGiven || model.globalArgs.some(({ pairs }) => pairs.some(({ key, value }) => key.value === 'TARGETPLATFORM' && value !== null));
    }

    /** The flag and the blanks behind it. */
    function withBlanks({ range: { start, end } }: Flag): Range {
      const { text } = model.source;
      let next = end;
      while (text.charAt(next) === ' ' || text.charAt(next) === '\t') next += 1;
      return { start, end: next };
    }

    function judge(node: FromInstruction): void {
      for (const flag of node.flags) {
        if (flag.name !== 'platform' || flag.value === null || !IS_TARGET.test(flag.value.raw)) continue;
        const effective = isEffective();
        if (effective && options.globalDefault === 'silent') return;
        report({
          at: flag.range,
          message: `FROM takes the target platform without --platform=${flag.value.value} too; remove the flag`,
          ...(effective ? {} : { fix: { kind: 'suggestion', changes: 'instructions', edits: [{ at: withBlanks(flag), text: '' }] } }),
        });
      }
    }

    return { FROM: judge };
  },
  variants: { onbuild: { expect: 'skip', why: 'FROM is not allowed inside ONBUILD' } },
  examples: [
    { good: 'FROM --platform=$BUILDPLATFORM alpine:3.20 AS build\nFROM --platform=$TARGETPLATFORM-x alpine:3.20\nFROM --platform=\'$TARGETPLATFORM\' alpine:3.20' },
    { bad: 'FROM «--platform=$TARGETPLATFORM»  alpine:3.20 AS a', fixed: 'FROM alpine:3.20 AS a', message: 'remove the flag' },
    { bad: 'FROM «--platform=${TARGETPLATFORM:-linux/amd64}» alpine:3.20\nFROM «--platform="$TARGETPLATFORM"» \\\n  alpine:3.20' },
    { good: 'ARG TARGETPLATFORM=linux/arm64\nFROM --platform=$TARGETPLATFORM alpine:3.20' },
    { options: { globalDefault: 'report' }, bad: 'ARG TARGETPLATFORM=linux/arm64\nFROM «--platform=$TARGETPLATFORM» alpine:3.20' },
  ],
});

/** Nothing but that variable, which always has a value, so that a default or an error message never counts. */
const IS_TARGET = /^"?\$(?:TARGETPLATFORM|\{TARGETPLATFORM(?::?[-?][^${}'"]*)?\})"?$/;
