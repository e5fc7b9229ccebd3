import {
  baseName, chainInstructions, defineRule, joinPath, knownText, mentions, mountsOf, shorten, type AddInstruction, type CopyInstruction, type Instruction,
  type RunInstruction, type Stage,
} from '../../src/rule';

/** A mount, its absolute target, and the RUN it belongs to. */
interface Hiding {
  readonly node: RunInstruction;
  readonly target: string;
  readonly type: string;
}

export default defineRule({
  summary: 'Copy nothing out of a place that was only mounted',
  why: `What a RUN writes below a cache, tmpfs or bind mount goes to the mount and not into the stage. A COPY of it from another stage finds
nothing, or what was there before, and often shows only when the cache is new. Copy the result to another place in the same RUN.`,
  severity: 'error',
  presets: { strict: {} },
  aliases: [],
  controls: [],
  mentions: ['mount'],
  dockerfile: ({ model, shell, report }) => {
    const mountsIn = new Map<Stage, readonly Hiding[]>();

    /** The mount that a path lies in, if nothing else in the stage can have put the path there; null otherwise. */
    function hiddenBy(path: string, stage: Stage): Hiding | null {
      const mounts = mountsOfStage(stage);
      const around = mounts.find(({ target }) => isWithin(path, target));
      if (around === undefined) return null;
      return chainInstructions(stage).some((each) => mayWrite(each, path, around)) ? null : around;
    }

    function mountsOfStage(stage: Stage): readonly Hiding[] {
      const mounts = mountsIn.get(stage) ?? hidingIn(stage);
      mountsIn.set(stage, mounts);
      return mounts;
    }

    function hidingIn(stage: Stage): readonly Hiding[] {
      return chainInstructions(stage).flatMap((node) => {
        if (node.keyword !== 'RUN' || node.flags.length === 0) return [];
        return mountsOf(node).flatMap(({ type, target: written }) => {
          const target = type === 'cache' || type === 'tmpfs' || type === 'bind' ? absolute(written, node) : null;
          return target === null ? [] : [{ node, target, type }];
        });
      });
    }

    /** Null when the directory is not certain; the root holds everything. */
    function absolute(target: string | null, node: RunInstruction): string | null {
      if (target === null || /[$*?[]/.test(target)) return null;
      const { workdir } = model.stateAt(node);
      const current = workdir.from === 'base' ? workdir.text || '/' : workdir.from === 'instruction' ? knownText(workdir.value) : null;
      const joined = target.startsWith('/') ? joinPath('/', target) : current === null ? null : joinPath(current, target);
      return joined === '/' ? null : joined;
    }

    function mayWrite(each: Instruction, path: string, { node: hiding, target: folder, type }: Hiding): boolean {
      if (each.keyword === 'COPY' || each.keyword === 'ADD') return putsInto(each, folder, type);
      if (each.keyword === 'UNKNOWN') return true;
      if (each.keyword !== 'RUN') return false;
      const covered = mountsOf(each).some(({ type: kind, target }) => {
        if (kind === 'secret' || kind === 'ssh') return false;
        const other = absolute(target, each);
        return other === null ? target !== null : isWithin(path, other);
      });
      if (covered) return false;
      // Without the mount the same program, or whatever speaks of the place, writes into the stage.
      const last = folder.slice(folder.lastIndexOf('/') + 1);
      if (mentions(model, each, last)) return true;
      const programs = programsOf(hiding);
      if (programs === null) return true;
      const own = programsOf(each);
      return own === null || own.some((program) => programs.includes(program));
    }

    /** Null when that cannot be told. */
    function programsOf(node: RunInstruction): readonly string[] | null {
      const commands = shell.commands(node);
      if (commands.length === 0 || commands.some(({ name, words }) => name === null && words.length > 0)) return null;
      return commands.flatMap(({ name }) => (name === null || PREPARING.has(name) ? [] : [baseName(name)]));
    }

    /**
     * A COPY of the sources to a folder above a cache is no answer: what is built later is not among them. Over a bind mount
     * the same files often lie twice.
     */
    function putsInto(node: CopyInstruction | AddInstruction, folder: string, type: string): boolean {
      const destination = node.destination === null ? null : knownText(model.resolve(node.destination, node));
      if (destination === null || node.keyword === 'ADD' || node.flags.some(({ name }) => name === 'from')) return true;
      if (!destination.startsWith('/')) return type === 'bind' || (!/^\.\/?$/.test(destination) && mightBe(destination, folder));
      const to = joinPath('/', destination);
      return isWithin(to, folder) || (type === 'bind' && (to === '/' || isWithin(folder, to)));
    }

    return {
      end() {
        for (const { instruction: node, target } of model.imageSources) {
          if (node.keyword !== 'COPY' || target.kind !== 'stage' || target.stage === model.stageOf(node) || mountsOfStage(target.stage).length === 0) continue;
          for (const source of node.sources) {
            const text = knownText(model.resolve(source, node));
            if (text === null || /[*?[\\]/.test(text)) continue;
            const hidden = hiddenBy(joinPath('/', text), target.stage);
            if (hidden === null) continue;
            const kind = hidden.type === 'bind' ? 'a bind mount' : `a ${hidden.type} mount`;
            report({
              at: source.range,
              message: `${shorten(text, 80)} is not in the stage, since ${shorten(hidden.target, 80)} is only ${kind} there; copy it elsewhere in the same RUN`,
            });
          }
        }
      },
    };
  },
  variants: { onbuild: { expect: 'skip', why: 'a trigger sees the stages of another file' } },
  examples: [
    {
      good: `FROM rust:1.80 AS build
WORKDIR /src
COPY . .
RUN --mount=type=cache,target=/src/target cargo build --release && cp target/release/app /app
FROM debian:12
COPY --from=build /app /app
COPY --from=build /src /src`,
    },
    {
      bad: `FROM rust:1.80 AS build
WORKDIR /src
COPY . .
RUN apt-get update && apt-get install -y libssl-dev
RUN --mount=type=cache,target=target cargo build --release
FROM debian:12
COPY --from=build «/src/target/release/app» /app`,
      message: '/src/target is only a cache mount',
    },
    { good: 'FROM node:22 AS a\nRUN --mount=type=cache,target=/app/cache npm ci\nRUN npm run build\nFROM scratch\nCOPY --from=a /app/cache /c' },
    { good: 'FROM node:22 AS a\nCOPY cache /app/cache/\nRUN --mount=type=cache,target=/app/cache make\nFROM scratch\nCOPY --from=a /app/cache /c\nCOPY --from=a /app/c* /d' },
    { good: 'ARG D\nFROM node:22 AS a\nRUN --mount=type=cache,target=$D make\nRUN --mount=type=secret,id=s,target=/run/s make\nFROM scratch\nCOPY --from=a /run/s/x /c' },
    { bad: 'FROM golang:1.23 AS a\nRUN --mount=type=bind,target=/src,rw --mount=type=tmpfs,target=/t go build -o /src/out/app\nFROM scratch\nCOPY --from=a «/src/out/app» «/t/x» /c/' },
  ],
});

function isWithin(path: string, folder: string): boolean {
  return path === folder || path.startsWith(`${folder}/`);
}

/** A relative destination may be the folder, or lie in it. */
function mightBe(destination: string, folder: string): boolean {
  const [first = ''] = destination.replace(/^(?:\.\/)+/, '').split('/');
  return first === '..' || folder.split('/').includes(first);
}

/** Commands that lead nowhere by themselves. */
const PREPARING: ReadonlySet<string> = new Set(['cd', 'set', 'echo', 'export', 'true', ':', 'apt-get', 'apt', 'apk', 'dnf', 'yum', 'rm', 'env', 'ls', 'test', '[']);
