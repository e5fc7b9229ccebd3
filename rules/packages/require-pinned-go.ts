import { defineRule, environmentOf, packageCommands, type PackageCommand, type RunInstruction } from '../../src/rule';

export default defineRule({
  summary: 'Give the version of what go installs or runs',
  why: `With \`@latest\`, or the name of a branch, go takes the newest commit or release on the day of the build, so that two builds of one
file give two images. One that breaks yours, or was taken over, comes in without a change of the file.`,
  exceptions: `Without any version go takes the one in go.mod since Go 1.16, and fails outside a module: that is reported only where modules are
known to be off or the base image's Go is older.`,
  severity: 'off',
  presets: { strict: {}, hadolint: { severity: 'warning', options: { module: 'ignore' } } },
  aliases: ['hadolint:DL3062', 'droast:DF054'],
  controls: [],
  mentions: { RUN: ['go'] },
  options: {
    module: {
      type: 'string',
      enum: ['assume', 'ignore'],
      default: 'assume',
      description: '`assume` takes a name without a version for one that go.mod gives it to; `ignore` reports it.',
    },
  },
  dockerfile: ({ model, shell, options, report }) => {
    /** Whether a name without a version is fetched as it is on the day. */
    function mayFetchNewest(node: RunInstruction, asked: PackageCommand): boolean {
      return options.module === 'ignore' || (asked.subcommandText === 'get' && isWithoutModules(node, asked));
    }

    /** Such a go refuses a version behind the name. */
    function isWithoutModules(node: RunInstruction, { command }: PackageCommand): boolean {
      return environmentOf(model, shell, node, command, 'GO111MODULE') === 'off' || hasGoWithoutModules(node);
    }

    function hasGoWithoutModules(node: RunInstruction): boolean {
      const base = model.stageOf(node)?.chain[0]?.base;
      if (base?.kind !== 'image') return false;
      const { path, tag } = base.reference;
      if (path.kind !== 'known' || tag.kind !== 'known' || !/^(?:library\/)?golang$/.test(path.text)) return false;
      const minor = /^1\.(\d+)(?![\w])/.exec(tag.text)?.[1];
      return minor !== undefined && Number(minor) < 16;
    }

    return {
      RUN(node) {
        for (const asked of packageCommands(model, shell, node)) {
          if (asked.manager !== 'go' || !FETCHING.has(asked.subcommandText)) continue;
          const named = asked.subcommandText === 'run' ? asked.packages.slice(0, 1) : asked.packages;
          const newest = named.find(({ value }) => {
            const at = value.lastIndexOf('@');
            if (at === -1 && options.module === 'ignore' && value.endsWith('.go')) return true;
            return at === -1 ? isFetched(value) && mayFetchNewest(node, asked) : MOVING.has(value.slice(at + 1));
          });
          if (newest === undefined) continue;
          const [path = ''] = newest.value.split('@');
          const where = isWithoutModules(node, asked) ? ', with Go modules on' : '';
          report({
            at: newest.range,
            message: `go ${asked.subcommandText} takes whatever version of ${newest.value} is current; name it as in ${path}@VERSION${where}`,
          });
        }
      },
    };
  },
  examples: [
    { bad: 'FROM golang:1.23\nRUN go install -v -ldflags "-s -w" golang.org/x/tools/gopls@v0.16.2 && go install «github.com/a/b@latest»', message: 'github.com/a/b@VERSION' },
    { good: 'FROM golang:1.23\nARG B\nRUN go install github.com/a/b@$B && go get github.com/a/c@7182a93 && go run github.com/a/d@v1 serve x@latest' },
    { good: 'FROM golang:1.23\nRUN go install github.com/a/b && go get github.com/a/b && go install ./... && go run . && go run main.go' },
    { bad: 'FROM golang:1.23\nRUN go run -mod=mod «github.com/a/b@main» serve' },
    { bad: 'FROM golang:1.15\nRUN go get -u «github.com/a/b/...» && go install github.com/a/b' },
    { bad: 'FROM golang:1.23\nRUN GO111MODULE=off go get -d -v «github.com/a/b»', message: 'b@VERSION, with Go modules on' },
    { options: { module: 'ignore' }, bad: 'FROM golang:1.23\nRUN go install -tags x «github.com/a/b»' },
  ],
});

const FETCHING: ReadonlySet<string> = new Set(['install', 'get', 'run']);

/** Names that mean another commit tomorrow. */
const MOVING: ReadonlySet<string> = new Set(['latest', 'upgrade', 'patch', 'main', 'master', 'trunk', 'develop', 'dev', 'HEAD']);

/** Packages of other modules begin with the name of a host; all else is local or comes with Go. */
function isFetched(text: string): boolean {
  return !/^[.$`/]/.test(text) && /^[^/]*\.[^/]*\//.test(text);
}
