import { chainInstructions, defineRule, knownText, type Stage, type StageBase } from '../../src/rule';

export default defineRule({
  summary: 'Give the image a health check',
  why: `Without a HEALTHCHECK the engine knows only whether the process exists. One that hangs or has lost its database stays in
service until somebody looks.`,
  exceptions: 'Kubernetes has probes of its own and does not run HEALTHCHECK; images of tools and batch jobs need none. HEALTHCHECK NONE says so.',
  severity: 'off',
  presets: { cis: {} },
  aliases: [
    'hadolint:DL3057', 'trivy:DS-0026', 'checkov:CKV_DOCKER_2', 'kics:b03a748a', 'dockle:CIS-DI-0006', 'droast:DF012', 'dockerfile-doctor:DD012',
  ],
  controls: ['cis-docker:4.6'],
  dockerfile: ({ model, report }) => {
    function judge(stage: Stage): void {
      const { image } = stage.from;
      const base = stage.chain[0]?.base;
      if (image === null || base === undefined || isExempt(base)) return;
      const instructions = chainInstructions(stage);
      if (instructions.some(({ keyword }) => keyword === 'HEALTHCHECK')) return;
      // An image of files alone starts nothing.
      if (base.kind === 'scratch' && !instructions.some(({ keyword }) => keyword === 'CMD' || keyword === 'ENTRYPOINT')) return;
      report({ at: image.range, message: 'The image has no HEALTHCHECK; add one, or HEALTHCHECK NONE where something else watches it' });
    }

    // Images in the OCI format, which Buildah writes, cannot carry a health check.
    return { end: () => (model.build.builder === 'buildah' ? undefined : model.outputs.forEach(judge)) };
  },
  variants: { onbuild: { expect: 'skip', why: 'a HEALTHCHECK inside ONBUILD belongs to the child image' } },
  examples: [
    { good: 'FROM debian:12 AS a\nHEALTHCHECK --interval=1m CMD ["app", "ping"]\nFROM a\nUSER app' },
    { good: 'FROM debian:12\nHEALTHCHECK NONE' },
    { good: 'FROM public.ecr.aws/lambda/python:3.12\nCMD ["app.handler"]' },
    { good: 'ARG BASE\nFROM $BASE' },
    { good: 'FROM scratch\nCOPY dist /' },
    { build: { builder: 'buildah' }, good: 'FROM debian:12\nCMD ["app"]' },
    { bad: 'FROM debian:12 AS build\nHEALTHCHECK CMD true\nFROM «debian:12»\nCOPY --from=build /a /a', message: 'HEALTHCHECK' },
    { bad: 'FROM «scratch»\nCOPY app /\nCMD ["/app"]' },
  ],
});

const SERVERLESS = /(?:^|\/)(?:lambda\/|azure-functions\/|aws-lambda-)/;

/** Bases that nobody can see into, and those of platforms that watch the container themselves. */
function isExempt(base: StageBase): boolean {
  if (base.kind === 'context' || base.kind === 'unknown') return true;
  return base.kind === 'image' && SERVERLESS.test(knownText(base.reference.value) ?? '');
}
