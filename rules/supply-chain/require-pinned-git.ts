import {
  checkedOutRevision, defineRule, gitCommand, isGitSource, isMovingRevision, knownText, mentions, packageCommands, revisionInAddress, shorten, variablesAt,
  type AddInstruction, type GitCommand, type Range, type RunInstruction, type ShellCommand,
} from '../../src/rule';

export default defineRule({
  summary: 'Take a commit or a tag from a git repository, not a branch',
  why: `A clone without a revision takes whatever the branch holds at the time of the build. The image then changes without a change of the
Dockerfile, a broken commit breaks the build, and whoever can push to that repository gets code into the image. A commit is the firmest
name; a tag says more and can be moved.`,
  exceptions: 'Images that are meant to follow a branch, as nightly builds are, do not want this.',
  severity: 'off',
  presets: { strict: {} },
  aliases: [],
  controls: ['gc:trusted-base'],
  mentions: ['add', 'git', 'github'],
  dockerfile: ({ model, shell, report }) => {
    function reportRevision(at: Range, address: string, revision: string): void {
      const takes = revision === '' ? 'names no revision, so the build takes what its default branch holds' : `is taken at ${shorten(revision, 40)}, which moves`;
      report({ at, message: `The repository ${shorten(address, 80)} ${takes}; name a commit or a tag` });
    }

    function gitOf(node: RunInstruction, command: ShellCommand): GitCommand | null {
      return gitCommand(command, variablesAt(model, shell, node, command));
    }

    function judgeClones(node: RunInstruction): void {
      const commands = shell.commands(node);
      commands.forEach((command, index) => {
        const git = gitOf(node, command);
        if (git?.subcommand !== 'clone') return;
        const [address] = git.operands;
        if (address === undefined || !isRemoteRepository(address.value)) return;
        const option = git.options.filter(({ name }) => name === '-b' || name === '--branch' || name === '--revision').at(-1);
        if (option !== undefined && !isMovingRevision(option.value ?? '$')) return;
        if (commands.slice(index + 1).some((later) => pins(node, later)) || isPinnedLater(node)) return;
        reportRevision(option?.word.range ?? address.range, address.value, option?.value ?? branchTaken(node, commands.slice(index + 1)));
      });
    }

    function pins(node: RunInstruction, command: ShellCommand): boolean {
      const git = gitOf(node, command);
      const revision = git === null ? null : checkedOutRevision(git);
      return (revision !== null && !isMovingRevision(revision)) || git?.subcommand === 'verify-commit' || git?.subcommand === 'verify-tag';
    }

    /** The branch that is checked out before anything else is cloned; '' for none. */
    function branchTaken(node: RunInstruction, commands: readonly ShellCommand[]): string {
      for (const command of commands) {
        const git = gitOf(node, command);
        if (git?.subcommand === 'clone') return '';
        const revision = git?.subcommand === 'checkout' || git?.subcommand === 'switch' ? checkedOutRevision(git) : null;
        if (revision !== null && revision !== '.') return revision;
      }
      return '';
    }

    /** A revision is checked out further down, before the next clone. */
    function isPinnedLater(node: RunInstruction): boolean {
      for (const each of model.stageOf(node)?.instructions ?? []) {
        const later = node.trigger && each.keyword === 'ONBUILD' ? each.instruction : each;
        if (later?.keyword !== 'RUN' || later.range.start <= node.range.start || !mentions(model, later, /\bgit\b/)) continue;
        const commands = shell.commands(later);
        if (commands.some((command) => gitCommand(command)?.subcommand === 'clone')) return false;
        if (commands.some((command) => pins(later, command))) return true;
      }
      return false;
    }

    function judgeInstalls(node: RunInstruction): void {
      for (const { action, manager, packages } of packageCommands(model, shell, node)) {
        if (action !== 'install') continue;
        for (const { value, range } of packages) {
          const revision = manager === 'pip' || manager === 'pipx' || manager === 'uv' ? revisionForPip(value) : NODE_MANAGERS.has(manager) ? revisionForNode(value) : null;
          if (revision !== null && (revision === '' ? !/[$`]/.test(value) : isMovingRevision(revision))) reportRevision(range, value, revision);
        }
      }
    }

    return {
      RUN(node: RunInstruction) {
        if (!mentions(model, node, 'git')) return;
        if (mentions(model, node, /\bclone\b/)) judgeClones(node);
        if (mentions(model, node, /\bgit[+:@]|github:|\.git\b/)) judgeInstalls(node);
      },
      ADD(node: AddInstruction) {
        if (node.flags.some(({ name }) => name === 'checksum')) return;
        for (const source of node.sources) {
          const address = knownText(model.resolve(source, node));
          if (address === null || !isGitSource(address)) continue;
          const revision = revisionInAddress(address);
          if (revision === '' || isMovingRevision(revision)) reportRevision(source.range, address, revision);
        }
      },
    };
  },
  examples: [
    { good: 'FROM debian:12\nRUN git clone https://example.org/a.git && cd a && git checkout 1f2e3d4\nRUN git clone --depth 1 -b v1.2 https://example.org/b.git' },
    { bad: 'FROM debian:12\nRUN git clone --depth 1 «https://example.org/a.git» && make -C a', message: 'names no revision' },
    { bad: 'FROM debian:12\nARG REF=main\nRUN git clone «--branch» $REF https://example.org/a.git', message: 'at main' },
    { good: 'FROM debian:12\nARG REF\nRUN git clone -b $REF https://example.org/a.git && git clone "$URL" && git clone /src /copy && git submodule update --init' },
    { bad: 'FROM debian:12\nADD «https://example.org/a.git#main» /a\nADD «git@example.org:a.git» /b', message: 'at main' },
    { good: 'FROM debian:12\nADD https://example.org/a.git#v1.2:docs /a\nADD --checksum=1f2e3d4 git@example.org:a.git /b\nADD https://example.org/a.tgz /c' },
    { bad: 'FROM debian:12\nRUN pip install «git+https://example.org/a.git» && pip install git+https://example.org/b.git@1f2e3d4\nRUN npm install «github:o/r»' },
    { bad: 'FROM debian:12\nRUN git clone «https://example.org/a.git» && cd a && git checkout stable', message: 'at stable' },
    { good: 'FROM debian:12\nRUN git clone https://example.org/a.git /a\nWORKDIR /a\nRUN git checkout v1.2' },
  ],
});

const NODE_MANAGERS: ReadonlySet<string> = new Set(['npm', 'yarn', 'pnpm']);

/** Not a folder of the image, and not a variable that may hold options. */
function isRemoteRepository(address: string): boolean {
  return /^(?:https?|git|ssh|ftps?):\/\/|^[\w.-]+@[\w.-]+:/.test(address);
}

/** Of `name @ git+https://host/a.git@v1#egg=a`; null when it is no repository. */
function revisionForPip(text: string): string | null {
  const address = /(?:^|@\s*)git\+[\w+]+:\/\/[^/]*(\/[^#]*)?/.exec(text);
  return address === null ? null : (/@(.*)$/.exec(address[1] ?? '')?.[1] ?? '');
}

function revisionForNode(text: string): string | null {
  const isRepository = /^(?:@?[\w./-]+@)?(?:git(?:\+\w+)?:\/\/|git@|github:|gitlab:|bitbucket:|https?:\/\/\S+\.git(?:#|$))/.test(text);
  return isRepository ? revisionInAddress(text) : null;
}
