import { accountOf, defineRule, nameOrigin, type OperatingSystem, type Stage, type UserInstruction } from '../../src/rule';

export default defineRule({
  summary: 'Do not set root as the user of the image',
  why: `A process that runs as root in a container is root towards everything that is mounted or shared with it, and one kernel
or runtime bug away from root on the host. The last USER of the shipped stage decides; a USER root in a build stage, or one
that a later USER takes back, does no harm.`,
  exceptions: 'An image whose entry point needs root at its start and drops it itself (gosu, su-exec, s6) may suppress this with that reason.',
  severity: 'warning',
  presets: { strict: {}, hadolint: { severity: 'warning', options: { stages: 'all' } }, cis: {}, nist: {}, gc: {} },
  aliases: [
    'hadolint:DL3002', 'trivy:DS-0002', 'checkov:CKV_DOCKER_8', 'kics:67fd0c4a', 'dockle:CIS-DI-0001', 'droast:DF002',
    'dockerfile_lint:sample:root_user',
  ],
  controls: ['cis-docker:4.1', 'nist-800-190:4.1.2', 'gc:least-privilege'],
  mentions: ['user'],
  options: {
    stages: {
      type: 'string',
      enum: ['output', 'all'],
      default: 'output',
      description: '`output` judges the user that a shipped stage ends with; `all` judges each stage by its own last USER.',
    },
  },
  dockerfile: ({ model, options, report }) => {
    const reported = new Set<UserInstruction>();

    function judge(stage: Stage): void {
      const { user, os } = model.stateAfter(stage);
      if (user.from !== 'instruction') return;
      const { instruction, value } = user;
      if (instruction.user === null || reported.has(instruction)) return;
      if (options.stages === 'all' && !stage.instructions.includes(instruction)) return;
      const account = accountOf(value);
      if (account === null || !isRoot(account, os)) return;
      reported.add(instruction);
      report({
        at: instruction.user.range,
        message: `The ${stage.isShipped ? 'image' : 'stage'} runs as ${account}${nameOrigin(value, instruction.user.range)}; end the stage with a USER that is not root`,
      });
    }

    return { end: () => (options.stages === 'all' ? model.stages : model.outputs).forEach(judge) };
  },
  variants: { onbuild: { expect: 'silent', why: 'a trigger sets the user of the child image, not of this one' } },
  examples: [
    { good: 'FROM debian:12\nUSER root\nRUN make\nUSER 10001\nCMD ["app"]' },
    { bad: 'FROM debian:12\nUSER app\nUSER «root»\nCMD ["app"]', message: 'runs as root' },
    { bad: 'FROM debian:12\nUSER «0:0»' },
    { bad: 'ARG RUN_AS=root\nFROM debian:12\nARG RUN_AS\nUSER «$RUN_AS:app»', message: 'ARG RUN_AS' },
    { good: 'FROM debian:12 AS build\nUSER root\nFROM debian:12\nARG RUN_AS\nUSER $RUN_AS' },
    { bad: 'FROM debian:12 AS base\nUSER «"root"»\nFROM base\nCMD ["app"]' },
    { options: { stages: 'all' }, bad: 'FROM debian:12 AS build\nUSER «root»\nFROM debian:12\nUSER 1000', message: 'The stage runs' },
    { bad: 'FROM mcr.microsoft.com/windows/servercore:ltsc2022\nUSER «ContainerAdministrator»' },
  ],
});

/** uid 0 in any spelling that the runtime reads as a number, or the name of the administrator, which Linux does not have. */
function isRoot(account: string, os: OperatingSystem): boolean {
  if (os !== 'linux' && /^containeradministrator$/i.test(account)) return true;
  return os !== 'windows' && (account === 'root' || /^\+?0+$/.test(account));
}
