import {
  argumentDefaults, canBeReference, defineRule, literalReference, PLATFORM_ARGUMENTS, shorten, variableReferences, type ArgumentDefaults, type VariableReference, type Word,
} from '../../src/rule';

export default defineRule({
  summary: 'Give the ARGs of FROM defaults that name an image',
  why: `Without \`--build-arg\` this FROM names no image: the build stops for everybody who does not know which argument to give,
and tools that read the file cannot tell what it is built on. A default makes the plain \`docker build .\` work.`,
  exceptions: `Turn it off where the argument must be given on purpose, or list it under \`build.args\` in the config. In a FROM that
\`\${TAG:?give a tag}\` guards the rule is silent.`,
  severity: 'info',
  presets: { strict: {}, buildkit: { severity: 'warning' } },
  aliases: ['buildkit:InvalidDefaultArgInFrom'],
  controls: [],
  dockerfile: ({ model, report }) => {
    const { escape } = model.document;
    let known: ArgumentDefaults | null = null;

    function isDeclared({ name }: VariableReference): boolean {
      return PLATFORM_ARGUMENTS.has(name) || model.globalArgs.some(({ pairs }) => pairs.some(({ key }) => key.value === name));
    }

    return {
      stage({ from, index }) {
        const word: Word | null = from.image;
        if (word?.raw.includes('$') !== true) return;
        const references = variableReferences(word, from, escape);
        // An undeclared name is a mistake of its own.
        if (references.length === 0 || !references.every(isDeclared)) return;
        const defaults = (known ??= argumentDefaults(model));
        const text = defaults.expand(word, from);
        // So is what no argument can mend.
        if (text === null || literalReference(text).valid || !canBeReference(word, from, escape)) return;
        if (model.stages.slice(0, index).some(({ name }) => name?.toLowerCase() === text.toLowerCase())) return;
        // The last empty one: people leave a registry or a prefix empty more often than a tag.
        const at = references.filter(({ name }) => defaults.valueOf(name) === '').at(-1) ?? references[0];
        if (at === undefined) return;
        const what = text === '' ? 'no image' : `${shorten(text, 60)}, which is no image`;
        report({ at: at.range, message: `Without --build-arg ${at.name}=… FROM names ${what}; give ARG ${at.name} a default that makes it one` });
      },
    };
  },
  variants: { onbuild: { expect: 'skip', why: 'FROM is not allowed inside ONBUILD' } },
  examples: [
    { good: 'ARG TAG=3.20\nARG SUFFIX\nFROM alpine:${TAG}${SUFFIX}\nFROM ${SUFFIX}alpine:3.20\nFROM alpine:${SUFFIX:-3.20}\nFROM app-$TARGETARCH' },
    { good: 'ARG TAG\nFROM alpine:${TAG:?give a tag}\nFROM $UNDECLARED\nFROM alpine:' },
    { bad: 'ARG BASE\nARG TAG\nARG REGISTRY\nFROM «$BASE»\nFROM alpine:«${TAG}»\nFROM «${REGISTRY}»/app:1', message: 'ARG BASE' },
    { bad: 'ARG VERSION\nARG TAG=${VERSION}\nARG X=1\nFROM ${X}alpine:«${TAG}»', message: 'alpine:, which is no image' },
    { build: { args: { TAG: null } }, good: 'ARG TAG\nFROM alpine:${TAG}' },
  ],
});
