import { compileCommand, compilerPattern, defineRule, mentions, packageCommands, type ArgInstruction, type Pair, type RunInstruction, type Stage } from '../../src/rule';

/** Names of what differs at every build. */
const VOLATILE = /^(?:(?:BUILD|IMAGE|CREATED?|RELEASE)_?(?:DATE|TIME|TIMESTAMP|NUMBER|NO|NUM|ID|REVISION|COUNTER)|DATE|NOW|TIMESTAMP|CACHE_?BUST(?:ER)?|(?:GIT|VCS|SCM|CI|SOURCE|BUILD)_?(?:COMMIT|SHA|HASH|REF|REV|REVISION|COMMIT_?(?:SHA|ID|HASH|REF|SHORT_SHA))|COMMIT(?:_?(?:SHA|ID|HASH|REF))?|REVISION|CI_PIPELINE_I?ID)$/i;

export default defineRule({
  summary: 'Declare an argument that changes at every build behind the expensive steps',
  why: `An ARG is part of the environment of every RUN below it, used or not. One that holds a date, a commit or a build number therefore
throws away the build cache of all of them: packages are installed and code is compiled anew each time.`,
  exceptions: 'An argument that is meant to break the cache there (`CACHEBUST`) is used in the RUN that it is for; then nothing is reported.',
  severity: 'info',
  presets: { strict: {} },
  aliases: [],
  controls: [],
  mentions: ['arg'],
  dockerfile: ({ model, shell, report }) => {
    function judge(stage: Stage): void {
      stage.instructions.forEach((node, index) => {
        if (node.keyword !== 'ARG') return;
        for (const pair of node.pairs) {
          if (VOLATILE.test(pair.key.value)) judgeArgument(node, pair, stage, index);
        }
      });
    }

    function judgeArgument(node: ArgInstruction, pair: Pair, stage: Stage, index: number): void {
      const name = pair.key.value;
      const below = stage.instructions.slice(index + 1);
      // Whoever uses it first needs it there; what comes before that does not.
      const used = below.findIndex((each) => (each.keyword === 'RUN' || each.keyword === 'ENV') && mentions(model, each, name));
      const spoilt = (used === -1 ? below : below.slice(0, used)).find((each): each is RunInstruction => each.keyword === 'RUN' && isExpensive(each));
      if (spoilt === undefined) return;
      // A label that shows it has to come along.
      const users = below.slice(0, below.indexOf(spoilt)).some((each) => mentions(model, each, name));
      const moved = users ? `${node.keyword} and what uses it` : node.keyword;
      report({ at: pair.key.range, message: `${name} differs at every build and spoils the cache of the RUN instructions below; move this ${moved} behind them` });
    }

    function isExpensive(node: RunInstruction): boolean {
      if (packageCommands(model, shell, node).some(({ action }) => action === 'install')) return true;
      return mentions(model, node, compilerPattern()) && shell.commands(node).some((command) => compileCommand(command) !== null);
    }

    return { stage: judge };
  },
  variants: { onbuild: { expect: 'silent', why: 'triggers run in the child image, whose own steps come later' } },
  examples: [
    { good: 'FROM debian:12\nRUN apt-get update && apt-get install -y git\nARG BUILD_DATE\nLABEL org.opencontainers.image.created=$BUILD_DATE' },
    { bad: 'FROM debian:12\nARG «BUILD_DATE»\nLABEL org.opencontainers.image.created=$BUILD_DATE\nRUN apt-get update && apt-get install -y git', message: 'move this ARG and what uses it' },
    { bad: 'FROM golang:1.23 AS build\nARG «GIT_COMMIT»=unknown\nRUN go build ./cmd/a\nRUN echo $GIT_COMMIT', message: 'move this ARG behind' },
    { good: 'FROM golang:1.23 AS build\nARG GIT_COMMIT\nRUN go build -ldflags "-X main.commit=$GIT_COMMIT" .\nRUN go build ./cmd/b' },
    { good: 'ARG BUILD_DATE\nFROM debian:12\nRUN apt-get update && apt-get install -y git\nARG VERSION=1\nRUN make' },
    { good: 'FROM debian:12\nARG VCS_REF\nRUN mkdir /a' },
  ],
});
