import { defineRule, knownText, nameOrigin, parsePlatformName, shorten, variableReferences, type Flag, type FromInstruction, type Stage } from '../../src/rule';

export default defineRule({
  summary: 'Let the build choose the platform',
  why: `With a fixed platform in FROM the image is for that platform whatever the build was asked for, so a build for several platforms gives
the same programs several times under different names. On another machine everything in the stage runs in an emulator.`,
  exceptions: `Name the stage after the platform (\`AS build-amd64\`) where it is meant; then the rule is silent. An image that exists for one
platform only is another good reason to suppress it.`,
  severity: 'info',
  presets: {
    strict: {},
    hadolint: { severity: 'warning', options: { excuse: 'build-variables' } },
    buildkit: { severity: 'warning' },
  },
  aliases: ['hadolint:DL3029', 'buildkit:FromPlatformFlagConstDisallowed', 'kics:b16e8501', 'droast:DF061'],
  controls: [],
  mentions: ['platform'],
  options: {
    excuse: {
      type: 'string',
      enum: ['any-variable', 'build-variables'],
      default: 'any-variable',
      description:
        '`any-variable` passes a value with any variable, and a stage whose name holds the system or architecture; `build-variables` only a value that mentions BUILDPLATFORM or TARGETPLATFORM.',
    },
  },
  dockerfile: ({ model, options, report }) => {
    function judge(stage: Stage, flag: Flag): void {
      if (flag.value === null || flag.value.raw === '') return;
      const value = model.resolve(flag.value, stage.from);
      if (options.excuse === 'build-variables' ? mentionsBuild(flag) : isExcused(stage, flag, knownText(value))) return;
      report({
        at: flag.value.range,
        message: `The platform ${shorten(flag.value.value, 60)} is fixed${nameOrigin(value, flag.value.range)}; drop the flag, use $BUILDPLATFORM, or name the stage after the platform`,
      });
    }

    function isExcused({ name, from }: Stage, flag: Flag, text: string | null): boolean {
      if (flag.value === null || text === null || variableReferences(flag.value, from, model.document.escape).length > 0) return true;
      const platform = parsePlatformName(text);
      // What cannot be parsed stops the build, which no-invalid-platform says.
      if (platform === null) return true;
      const lower = name?.toLowerCase() ?? '';
      return [platform.os, platform.architecture].some((word) => word !== '' && lower.includes(word));
    }

    return {
      stage(stage) {
        for (const flag of platformFlags(stage.from)) judge(stage, flag);
      },
    };
  },
  variants: { onbuild: { expect: 'skip', why: 'FROM is not allowed inside ONBUILD' } },
  examples: [
    { good: 'ARG P=linux/amd64\nFROM --platform=$BUILDPLATFORM alpine:3.20 AS a\nFROM --platform=${P} alpine:3.20\nFROM alpine:3.20' },
    { bad: 'FROM --platform=«linux/amd64» alpine:3.20\nFROM --platform=«"linux/arm64"» alpine:3.20 AS build', message: 'linux/amd64' },
    { good: 'FROM --platform=linux/amd64 alpine:3.20 AS build-AMD64\nFROM --platform=linux/arm/v7 alpine:3.20 AS armv7\nFROM --platform=linux/x86_64 alpine:3.20 AS amd64' },
    { bad: 'FROM --platform=«windows/amd64» alpine:3.20 AS win' },
    { options: { excuse: 'build-variables' }, good: 'FROM --platform=${BUILDPLATFORM:-linux/amd64} alpine:3.20' },
    { options: { excuse: 'build-variables' }, bad: 'ARG P=linux/amd64\nFROM --platform=«$P» alpine:3.20 AS amd64' },
  ],
});

function platformFlags({ flags }: FromInstruction): readonly Flag[] {
  return flags.filter(({ name }) => name === 'platform');
}

function mentionsBuild({ value }: Flag): boolean {
  return /BUILDPLATFORM|TARGETPLATFORM/.test(value?.raw ?? '');
}
