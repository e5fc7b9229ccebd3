import { defineRule, imageName, knownText, type CopyInstruction, type Stage, type StageBase, type Word } from '../../src/rule';

export default defineRule({
  summary: 'Copy what is needed from another stage, not its whole file system',
  why: `\`COPY --from=build / /\` brings along the other stage's tools, caches, accounts and settings, and puts them over those of
the base image: the package database no longer tells what is installed, and libraries of two systems get mixed.`,
  exceptions: `Flattening an image onto \`scratch\` passes, and so does a stage that was put together from \`scratch\`: there everything is meant.
A published image may be of that kind too; what is not known to be a whole system is an info.`,
  severity: 'warning',
  presets: { strict: {}, hadolint: { options: { collections: [] } } },
  aliases: ['hadolint:DL3067'],
  controls: [],
  options: {
    collections: {
      type: 'array',
      items: { type: 'string' },
      default: ['tonistiigi/xx'],
      description: 'Images (without tag) that hold only what is meant to be copied, and pass.',
    },
  },
  dockerfile: ({ model, options, report }) => {
    /** A stage or image that began empty: there is no system in it, only what was put there. */
    function holdsChosenFiles(target: StageBase): boolean {
      if (target.kind === 'context') return true;
      if (target.kind === 'image') return options.collections.includes(imageName(target.reference).replace(/:[^/]*$/, ''));
      if (target.kind !== 'stage') return false;
      const [root] = target.stage.chain;
      return root?.base.kind === 'scratch' || (root?.base.kind === 'image' && isOnlyBase(target.stage) && holdsChosenFiles(root.base));
    }

    function isRoot(word: Word, node: CopyInstruction): boolean {
      const text = knownText(model.resolve(word, node));
      return text !== null && /^\/[/.]*$/.test(text) && !/\.{2}/.test(text);
    }

    /** `.` in the root directory counts. */
    function isRootDestination(word: Word, node: CopyInstruction): boolean {
      if (isRoot(word, node)) return true;
      if (!/^\.\/?$/.test(word.value)) return false;
      const { workdir } = model.stateAt(node);
      return (workdir.from === 'base' ? workdir.text : workdir.from === 'instruction' ? knownText(workdir.value) : null) === '/';
    }

    /** Nothing came before, so there is nothing to be mixed with. */
    function isFlattening(node: CopyInstruction, stage: Stage): boolean {
      const first = stage.instructions.find(({ keyword }) => keyword === 'COPY' || keyword === 'ADD' || keyword === 'RUN');
      return stage.base.kind === 'scratch' && first === node;
    }

    return {
      end() {
        for (const { instruction: node, word, target } of model.imageSources) {
          if (node.keyword !== 'COPY' || node.trigger || node.destination === null) continue;
          const source = node.sources.find((each) => isRoot(each, node));
          if (source === undefined || !isRootDestination(node.destination, node)) continue;
          if (node.flags.some(({ name }) => name === 'exclude') || holdsChosenFiles(target)) continue;
          const stage = model.stageOf(node);
          if (stage === null || isFlattening(node, stage) || (target.kind === 'stage' && target.stage === stage)) continue;
          report({
            at: source.range,
            message: `This copies the whole file system of ${word.value} over that of the image; name the files that are needed`,
            ...(isWholeSystem(target) ? {} : { severity: 'info' }),
          });
        }
      },
    };
  },
  variants: { onbuild: { expect: 'silent', why: 'a trigger copies from the stages of another file, into an image of which nothing is known' } },
  examples: [
    { good: 'FROM alpine:3.20 AS build\nFROM scratch\nCOPY --from=build / /' },
    { good: 'FROM scratch AS parts\nCOPY a /a\nFROM alpine:3.20\nCOPY --from=parts / /\nCOPY --from=tonistiigi/xx:1.6.1 / /' },
    { good: 'ARG V\nFROM tonistiigi/xx:${V} AS xx\nFROM alpine:3.20\nCOPY --from=xx / /' },
    { options: { collections: [] }, bad: 'FROM tonistiigi/xx:1 AS xx\nFROM alpine:3.20\nCOPY --from=xx «/» /\nCOPY --from=x/y:1 «/» /', severity: 'info' },
    { good: 'FROM alpine:3.20 AS build\nFROM alpine:3.20\nCOPY --from=build / /rootfs\nCOPY --from=build /out/ /\nCOPY / /\nCOPY --from=build $X /' },
    { bad: 'FROM alpine:3.20 AS build\nFROM alpine:3.20\nCOPY --from=build «/» /\nCOPY --from=build --link [«"/"», "/"]', message: 'file system of build' },
    { bad: 'FROM alpine:3.20 AS build\nFROM scratch\nCOPY a /a\nWORKDIR /\nCOPY --from=build «/» .' },
  ],
});

/** It adds nothing to its image, which it only gives a name. */
function isOnlyBase({ chain }: Stage): boolean {
  return chain.every(({ instructions }) => instructions.length === 0);
}

/** Whether it is certain that there is a system in it. */
function isWholeSystem(target: StageBase): boolean {
  if (target.kind === 'image') return target.known !== null;
  if (target.kind !== 'stage') return false;
  const base = target.stage.chain[0]?.base;
  return !isOnlyBase(target.stage) || (base !== undefined && base.kind === 'image' && base.known !== null);
}
