import { defineRule, positionAt, type Stage } from '../../src/rule';

export default defineRule({
  summary: 'Give every stage a name of its own',
  why: `Stage names are compared without regard to case. With two stages of one name, COPY --from and FROM silently take the one
that stands last before them, and a build for that target takes the last of all.`,
  severity: 'error',
  presets: { strict: {}, hadolint: {}, buildkit: { severity: 'warning' } },
  aliases: [
    'hadolint:DL3024', 'buildkit:DuplicateStageName', 'trivy:DS-0012', 'checkov:CKV_DOCKER_11', 'kics:f2daed12',
    'dockerfile-utils:DUPLICATE_BUILD_STAGE_NAME', 'droast:DF042',
  ],
  controls: [],
  mentions: ['as'],
  dockerfile: ({ model, report }) => {
    const named = new Map<string, Stage>();

    return {
      stage(stage) {
        const word = stage.from.as?.name ?? null;
        if (stage.name === null || word === null) return;
        const earlier = named.get(stage.name.toLowerCase());
        if (earlier === undefined) {
          named.set(stage.name.toLowerCase(), stage);
          return;
        }
        const line = positionAt(model.source, earlier.from.range.start).line + 1;
        report({ at: word.range, message: `The stage name ${stage.name} is taken by the stage in line ${line}; choose another` });
      },
    };
  },
  variants: { onbuild: { expect: 'skip', why: 'FROM is not allowed inside ONBUILD' } },
  examples: [
    { good: 'FROM alpine:3.20 AS build\nFROM build AS test\nFROM alpine:3.20' },
    { bad: 'FROM alpine:3.20 AS build\nFROM build AS «Build»\nFROM alpine:3.20 as «build»', message: 'line 1' },
  ],
});
