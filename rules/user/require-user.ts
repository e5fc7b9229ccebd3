import { defineRule, type Instruction, type Stage } from '../../src/rule';

export default defineRule({
  summary: 'Give the image a user that is not root',
  why: `Without a USER the image runs as whatever its base runs as, and nearly every base runs as root. A process that is root in
the container is root towards every mounted volume and one bug away from root on the host.`,
  exceptions: `Base, development and CI images are built upon rather than run; suppress it there, or where an entry point drops
its privileges itself. On a base that Plimsoll does not know this is an info only.`,
  severity: 'warning',
  presets: { strict: {}, cis: {}, nist: {}, gc: {} },
  aliases: [
    'trivy:DS-0002', 'checkov:CKV_DOCKER_3', 'kics:fd54f200', 'dockle:CIS-DI-0001', 'droast:DF020', 'dockerfile-doctor:DD008',
    'dockerfile_lint:sample:required_USER',
  ],
  controls: ['cis-docker:4.1', 'nist-800-190:4.1.2', 'gc:least-privilege'],
  dockerfile: ({ model, report }) => {
    function judge(stage: Stage): void {
      const image = stage.from.image;
      const { user, os } = model.stateAfter(stage);
      if (image === null || user.from === 'instruction') return;
      if (os === 'windows') return;
      const root = baseRunsAsRoot(stage);
      if (root === false) return;
      if (root === null) {
        return report({
          at: image.range,
          severity: 'info',
          message: `No USER is set, and whether ${image.value} runs as root cannot be told; set a USER, or suppress this if the base sets one`,
        });
      }
      const certain = stage.chain.some(setsCommand) && !stage.chain.some(dropsPrivileges);
      report({
        at: image.range,
        ...(certain ? {} : { severity: 'info' }),
        message: `No USER is set, so the image runs as root like ${baseName(stage)}; create an account and name it in USER`,
      });
    }

    return { end: () => model.outputs.forEach(judge) };
  },
  variants: { onbuild: { expect: 'skip', why: 'a USER or CMD inside ONBUILD belongs to the child image' } },
  examples: [
    { good: 'FROM debian:12\nRUN useradd app\nUSER app\nCMD ["app"]' },
    { bad: 'FROM «debian:12»\nCMD ["app"]', message: 'like debian:12' },
    { bad: 'FROM «debian:12»\nRUN make', severity: 'info' },
    { bad: 'FROM «debian:12»\nRUN apt-get install -y gosu\nENTRYPOINT ["/entrypoint.sh"]', severity: 'info' },
    { bad: 'FROM «registry.example.org/team/base:1»\nCMD ["app"]', severity: 'info', message: 'cannot be told' },
    { good: 'FROM gcr.io/distroless/static-debian12:nonroot\nCMD ["/app"]' },
    { good: 'FROM debian:12 AS base\nUSER 1000\nFROM base\nCMD ["app"]' },
    { good: 'FROM mcr.microsoft.com/windows/nanoserver:ltsc2022\nCMD ["app.exe"]' },
  ],
});

function rootOf(stage: Stage): Stage {
  return stage.chain[0] ?? stage;
}

/** Null when nothing certain is known of the image that the chain starts from. */
function baseRunsAsRoot(stage: Stage): boolean | null {
  const { base } = rootOf(stage);
  if (base.kind === 'scratch') return true;
  return base.kind === 'image' ? (base.known?.runsAsRoot ?? null) : null;
}

function baseName(stage: Stage): string {
  return rootOf(stage).from.image?.value ?? 'its base';
}

function setsCommand(stage: Stage): boolean {
  return stage.instructions.some(({ keyword }) => keyword === 'CMD' || keyword === 'ENTRYPOINT');
}

/** A program that changes the user at run time is installed, copied or called somewhere in the stage. */
function dropsPrivileges(stage: Stage): boolean {
  return stage.instructions.some((node: Instruction) => /\b(gosu|su-exec|setpriv|runuser)\b|\bchroot\s+--userspec/.test(node.argumentText));
}
