import { defineRule, knownPrefix, knownText, type Stage, type WorkdirInstruction } from '../../src/rule';

export default defineRule({
  summary: 'Begin with an absolute WORKDIR',
  why: `A relative WORKDIR adds to the one before it. When none of this file comes before it, it adds to whatever the base image has
set, and a new base then moves all files.`,
  severity: 'warning',
  presets: { strict: {}, hadolint: { severity: 'error', options: { report: 'each' } }, buildkit: {} },
  aliases: [
    'hadolint:DL3000', 'buildkit:WorkdirRelativePath', 'trivy:DS-0009', 'checkov:CKV_DOCKER_10', 'kics:6b376af8',
    'dockerfilelint:invalid_workdir', 'dockerfile-utils:WORKDIR_IS_NOT_ABSOLUTE', 'droast:DF009', 'dockerfile-doctor:DD011',
  ],
  controls: [],
  mentions: ['workdir'],
  options: {
    report: {
      type: 'string',
      enum: ['first', 'each'],
      default: 'first',
      description: '`first` reports a relative WORKDIR that no other one comes before, in its stage or a local base; `each` every relative one.',
    },
  },
  dockerfile: ({ model, options, report }) => {
    const withWorkdir = new Set<Stage>();

    function isRelative(node: WorkdirInstruction): boolean {
      if (node.path === null) return false;
      const value = model.resolve(node.path, node);
      const known = knownText(value);
      const start = known ?? knownPrefix(value);
      if (start === '' || start.startsWith('/')) return false;
      if (model.stateAt(node).os === 'linux') return true;
      // On an unknown base these may be paths of Windows; the backslash may be the escape character, which the value lacks.
      return !/^[A-Za-z]:/.test(start) && !node.path.raw.startsWith('\\');
    }

    return {
      WORKDIR(node) {
        // What it adds to is set by another file.
        if (node.trigger) return;
        const stage = model.stageOf(node);
        if (stage === null) return;
        const first = !withWorkdir.has(stage);
        withWorkdir.add(stage);
        if (node.path === null || (options.report === 'first' && !first) || !isRelative(node)) return;
        report({
          at: node.path.range,
          message: `WORKDIR ${node.path.raw} is relative${first ? ' to the directory of the base image' : ''}; write it from / on`,
        });
      },
      stage(stage) {
        // Stages come in order, so the base has been seen in full.
        if (stage.base.kind === 'stage' && withWorkdir.has(stage.base.stage)) withWorkdir.add(stage);
      },
    };
  },
  variants: { onbuild: { expect: 'skip', why: 'what a WORKDIR inside ONBUILD adds to is set by another file' } },
  examples: [
    { good: 'FROM alpine:3.20 AS a\nWORKDIR /app\nWORKDIR sub\nFROM a\nWORKDIR more\nFROM alpine:3.20\nWORKDIR "/quoted"' },
    { good: 'FROM alpine:3.20\nARG DIR\nARG APP=/app\nWORKDIR ${DIR}\nFROM alpine:3.20\nARG APP=/app\nWORKDIR $APP/x' },
    { good: 'FROM mcr.microsoft.com/windows/servercore:ltsc2022\nWORKDIR C:/app' },
    { bad: 'FROM alpine:3.20\nWORKDIR «app»\nWORKDIR sub\nFROM alpine:3.20\nWORKDIR «"app"»' },
    { bad: 'FROM alpine:3.20\nARG DIR=app\nWORKDIR «${DIR}»\nFROM alpine:3.20\nWORKDIR «./a»', message: '${DIR}' },
    { options: { report: 'each' }, bad: 'FROM alpine:3.20\nWORKDIR /app\nWORKDIR «sub»' },
  ],
});
