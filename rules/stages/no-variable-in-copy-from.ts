import { defineRule, frontendOf, mayKnowMore, shorten } from '../../src/rule';

export default defineRule({
  summary: 'Name stages and images in --from without variables',
  why: `BuildKit expands no variables in \`COPY --from\` and in \`from=\` of a mount, so it looks for an image with a dollar sign in its
name and stops. FROM does expand them: give the image a stage name there, and copy from that.`,
  exceptions: 'Buildah and Podman expand variables there; with `build.builder: buildah` in the config the rule is silent.',
  severity: 'error',
  presets: { strict: {} },
  aliases: [],
  controls: [],
  dockerfile: ({ model, report }) => ({
    end() {
      if (model.build.builder === 'buildah') return;
      for (const { word } of model.imageSources) {
        if (!word.raw.includes('$')) continue;
        const text = shorten(word.raw, 60);
        const lowered = mayKnowMore(frontendOf(model.syntax)) ? { severity: 'info' as const } : {};
        report({ at: word.range, message: `The builder does not expand ${text} here; add FROM ${text} AS name, and write from=name`, ...lowered });
      }
    },
  }),
  examples: [
    { good: 'ARG IMAGE=nginx:1.27\nFROM ${IMAGE} AS web\nFROM alpine:3.20\nCOPY --from=web /a /a\nCOPY --chown=$USER $A /b' },
    { bad: 'ARG TAG=1.27\nFROM alpine:3.20\nCOPY --from=«nginx:${TAG}» /a /a\nRUN --mount=from=«$IMAGE»,target=/b ls /b', message: 'nginx:${TAG}' },
    { build: { builder: 'buildah' }, good: 'FROM alpine:3.20\nARG X=1\nCOPY --from=$X /a /a' },
    { bad: '# syntax=example.org/own/frontend:1\nFROM alpine:3.20\nCOPY --from=«$X» /a /a', severity: 'info' },
  ],
});
