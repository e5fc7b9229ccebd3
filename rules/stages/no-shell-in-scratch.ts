import { chainInstructions, defineRule, knownText, mountsOf, type AddInstruction, type CopyInstruction, type RunInstruction, type Stage } from '../../src/rule';

export default defineRule({
  summary: 'Run no shell where there is none',
  why: `The shell form of RUN starts \`/bin/sh\`. In a stage FROM scratch, and in images made without a shell, that program does not exist
and the build stops. Do the work in another stage, or name a program of the image in JSON form.`,
  severity: 'warning',
  presets: { strict: {} },
  aliases: ['tally:shell-run-in-scratch'],
  controls: [],
  dockerfile: ({ model, report }) => {
    /** Whether something that is copied may put a shell there: known places elsewhere cannot. */
    function mayBringShell(node: CopyInstruction | AddInstruction): boolean {
      const destination = node.destination === null ? null : knownText(model.resolve(node.destination, node));
      if (destination === null || !destination.startsWith('/')) return true;
      return /^\/(?:[/.]*$|(?:usr|bin|busybox|lib|nix|sbin)\b)/.test(destination);
    }

    function mountsShell(node: RunInstruction): boolean {
      return node.flags.length > 0 && mountsOf(node).some(({ target }) => target === null || target.includes('$') || /^\/?(?:usr\/?|s?bin(?:\/.*)?|usr\/s?bin(?:\/.*)?)?$/.test(target));
    }

    /** What ran before came with its own program, and may have made a shell. */
    function receivedShell(node: RunInstruction): boolean {
      const stage = model.stageOf(node);
      if (stage === null) return true;
      for (const each of chainInstructions(stage)) {
        if (each === node) return false;
        if ((each.keyword === 'COPY' || each.keyword === 'ADD') && mayBringShell(each)) return true;
        if (each.keyword === 'RUN' && (each.command?.form === 'json' || mountsShell(each))) return true;
        if (each.keyword === 'UNKNOWN') return true;
      }
      return false;
    }

    const judged = new Set<Stage | null>();

    return {
      RUN(node) {
        if (node.command?.form !== 'shell' || node.trigger) return;
        const { shell, os } = model.stateAt(node);
        if (shell.kind !== 'none' || shell.instruction !== null || os === 'windows' || mountsShell(node)) return;
        // The first tells it for all that follow.
        const stage = model.stageOf(node);
        if (judged.has(stage) || stage?.chain.some((each) => judged.has(each)) === true) return;
        judged.add(stage);
        if (receivedShell(node)) return;
        report({ at: node.keywordRange, message: 'This RUN needs a shell, and the stage has none; do it in another stage, or use the JSON form with a program that is there' });
      },
    };
  },
  variants: { onbuild: { expect: 'silent', why: 'the image that a trigger runs in may get a shell first' } },
  examples: [
    { good: 'FROM scratch\nCOPY app /app\nRUN ["/app", "--init"]\nRUN echo the program may have made a shell' },
    { good: 'FROM scratch\nADD rootfs.tar.xz /\nRUN echo hi' },
    { good: 'FROM scratch AS s\nCOPY --from=busybox:1.36 /bin /bin\nFROM s\nRUN echo hi' },
    { good: 'FROM scratch\nRUN --mount=from=busybox:1.36,source=/bin,target=/bin echo hi' },
    { good: 'FROM alpine:3.20\nRUN echo hi' },
    { bad: 'FROM scratch AS s\nCOPY app /app\nENV A=1\nFROM s\nWORKDIR /app\n«RUN» chmod +x app\nRUN <<EOF\necho hi\nEOF', message: 'needs a shell' },
  ],
});
