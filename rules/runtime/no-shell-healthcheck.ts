import { defineRule, hasNoShell, type CmdInstruction, type HealthcheckInstruction } from '../../src/rule';

export default defineRule({
  summary: 'Use the JSON form where the image has no shell',
  why: `A CMD or HEALTHCHECK in shell form is run by \`/bin/sh\`. An image from scratch, and one of the distroless kind, has none: the
container does not start, or is never healthy, and the message speaks of a missing file.`,
  exceptions: 'A shell that comes into the image in a way that the file does not show. Files that are copied to `/` or `/bin` are taken for one.',
  severity: 'warning',
  presets: { strict: {} },
  aliases: [],
  controls: [],
  mentions: ['cmd', 'healthcheck'],
  dockerfile: ({ model, report }) => {
    function judge(node: CmdInstruction | HealthcheckInstruction): void {
      if (node.command?.form !== 'shell' || model.stageOf(node)?.isShipped !== true || !hasNoShell(model, node)) return;
      const text = node.command.logical.text.trim();
      // Broken JSON is told as that.
      if (text === '' || text.startsWith('[')) return;
      const json = PLAIN.test(text) ? `[${text.split(/ +/).map((word) => JSON.stringify(word)).join(', ')}]` : null;
      const remedy = json === null ? 'call a program in JSON form, without what only a shell can do' : `write ${json}`;
      report({
        at: node.command.range,
        message: `${node.keyword} in shell form needs /bin/sh, which this image does not have; ${remedy}`,
        ...(json === null || node.comments.length > 0
          ? {}
          : { fix: { kind: 'suggestion' as const, changes: 'image' as const, edits: [{ at: node.command.range, text: json }] } }),
      });
    }

    return { CMD: judge, HEALTHCHECK: judge };
  },
  variants: { onbuild: { expect: 'silent', why: 'what a child image has is not known' } },
  examples: [
    { good: 'FROM scratch\nCOPY app /app/\nCMD ["/app/app"]\nHEALTHCHECK CMD ["/app/app", "check"]' },
    { good: 'FROM scratch\nADD rootfs.tar.xz /\nCMD bash\nFROM gcr.io/distroless/base-debian12:debug\nCMD sh' },
    { bad: 'FROM scratch\nCOPY app /app/\nCMD «/app/app --serve»', fixed: 'FROM scratch\nCOPY app /app/\nCMD ["/app/app", "--serve"]', message: '/bin/sh' },
    { bad: 'FROM gcr.io/distroless/static-debian12\nCOPY app /app/\nENTRYPOINT ["/app/app"]\nHEALTHCHECK CMD «/app/app check || exit 1»', message: 'without what only a shell' },
    { bad: 'FROM cgr.dev/chainguard/static AS base\nFROM base\nHEALTHCHECK NONE\nCMD «app»', fixed: 'FROM cgr.dev/chainguard/static AS base\nFROM base\nHEALTHCHECK NONE\nCMD ["app"]' },
  ],
});

/** Words that a shell would leave as they are. */
const PLAIN = /^[\w./:@%+=,-]+(?: +[\w./:@%+=,-]+)*$/;
