import { defineRule, positionAt, wholeLines, type CmdInstruction, type EntrypointInstruction, type HealthcheckInstruction } from '../../src/rule';

type Single = CmdInstruction | EntrypointInstruction | HealthcheckInstruction;

export default defineRule({
  summary: 'Set CMD, ENTRYPOINT and HEALTHCHECK once in a stage',
  why: `Only the last CMD, ENTRYPOINT and HEALTHCHECK of a stage counts. An earlier one has no effect, and who reads the file may
take it for what runs.`,
  severity: 'warning',
  presets: { strict: {}, hadolint: { options: { mark: 'later' }, messages: { entrypoint: 'error', healthcheck: 'error' } }, buildkit: {} },
  aliases: [
    'hadolint:DL3012', 'hadolint:DL4003', 'hadolint:DL4004', 'buildkit:MultipleInstructionsDisallowed', 'trivy:DS-0007',
    'trivy:DS-0016', 'trivy:DS-0023', 'kics:41c195f4', 'kics:6938958b', 'dockerfile-utils:MULTIPLE_INSTRUCTIONS', 'droast:DF038',
    'droast:DF039', 'droast:DF041', 'dockerfile-doctor:DD036', 'dockerfile-doctor:DD037', 'dockerfile-doctor:DD049',
  ],
  controls: [],
  mentions: ['cmd', 'entrypoint', 'healthcheck'],
  options: {
    mark: {
      type: 'string',
      enum: ['lost', 'later'],
      default: 'lost',
      description: '`lost` marks the instruction without effect, `later` the one that takes its place.',
    },
  },
  messages: {
    cmd: {
      aliases: ['hadolint:DL4003', 'buildkit:MultipleInstructionsDisallowed', 'droast:DF038'],
      description: 'A stage has several CMD.',
    },
    entrypoint: {
      aliases: ['hadolint:DL4004', 'buildkit:MultipleInstructionsDisallowed', 'droast:DF039'],
      description: 'A stage has several ENTRYPOINT.',
    },
    healthcheck: {
      aliases: ['hadolint:DL3012', 'buildkit:MultipleInstructionsDisallowed', 'droast:DF041'],
      description: 'A stage has several HEALTHCHECK.',
    },
  },
  dockerfile: ({ model, options, report }) => {
    const last = new Map<string, Single>();

    function judge(node: Single): void {
      const stage = model.stageOf(node);
      if (stage === null) return;
      // Triggers run in another build, where they meet no other instruction of this file.
      const key = `${node.keyword} ${node.trigger}`;
      const lost = last.get(key);
      last.set(key, node);
      if (lost === undefined) return;
      const { keyword } = node;
      const marked = options.mark === 'lost' ? lost : node;
      const line = positionAt(model.source, (options.mark === 'lost' ? node : lost).range.start).line + 1;
      report({
        at: marked.keywordRange,
        message:
          options.mark === 'lost'
            ? `This ${keyword} has no effect, since line ${line} sets another; keep one of them`
            : `This ${keyword} takes the place of the one in line ${line}; keep one of them`,
        messageId: MESSAGE_IDS[keyword],
        ...(lost.trigger
          ? {}
          : { fix: { kind: 'suggestion' as const, changes: 'instructions' as const, edits: [{ at: wholeLines(model.source, lost.range), text: '' }] } }),
      });
    }

    return { stage: () => last.clear(), CMD: judge, ENTRYPOINT: judge, HEALTHCHECK: judge };
  },
  examples: [
    { good: 'FROM alpine:3.20 AS a\nCMD ["a"]\nENTRYPOINT ["e"]\nFROM a\nCMD ["b"]\nONBUILD CMD ["c"]' },
    {
      bad: 'FROM alpine:3.20\n«CMD» ["a"]\nUSER 1000\nENTRYPOINT ["e"]\nCMD ["b"]',
      fixed: 'FROM alpine:3.20\nUSER 1000\nENTRYPOINT ["e"]\nCMD ["b"]',
      message: 'line 5',
    },
    { bad: 'FROM alpine:3.20\n«ENTRYPOINT» ["a"]\n«ENTRYPOINT» ["b"]\nENTRYPOINT ["c"]' },
    { bad: 'FROM alpine:3.20\n«HEALTHCHECK» NONE\nHEALTHCHECK CMD true' },
    { options: { mark: 'later' }, bad: 'FROM alpine:3.20\nCMD ["a"]\n«CMD» ["b"]', message: 'line 2' },
  ],
});

const MESSAGE_IDS = { CMD: 'cmd', ENTRYPOINT: 'entrypoint', HEALTHCHECK: 'healthcheck' } as const;
