import { chainInstructions, defineRule, type HealthcheckInstruction, type Stage } from '../../src/rule';

export default defineRule({
  summary: 'Do not switch the health check off',
  why: `HEALTHCHECK NONE takes away the check that the base image brings, and answers every audit that asks for one. Nobody notices
then that the service hangs.`,
  exceptions: 'Where an orchestrator has probes of its own, NONE saves work; suppress the line with that reason.',
  severity: 'off',
  presets: { cis: {} },
  aliases: [],
  controls: ['cis-docker:4.6'],
  mentions: ['healthcheck'],
  dockerfile: ({ model, report }) => {
    const reported = new Set<HealthcheckInstruction>();

    function judge(stage: Stage): void {
      let last: HealthcheckInstruction | null = null;
      for (const node of chainInstructions(stage)) if (node.keyword === 'HEALTHCHECK') last = node;
      if (last === null || last.type?.raw.toUpperCase() !== 'NONE' || reported.has(last)) return;
      reported.add(last);
      report({ at: last.type.range, message: `HEALTHCHECK ${last.type.raw} leaves the image without a health check; write HEALTHCHECK CMD` });
    }

    return { end: () => model.outputs.forEach(judge) };
  },
  variants: { onbuild: { expect: 'silent', why: 'a trigger sets the health check of the child image' } },
  examples: [
    { good: 'FROM debian:12 AS a\nHEALTHCHECK NONE\nFROM a AS b\nHEALTHCHECK CMD ["app", "ping"]\nFROM b' },
    { good: 'FROM debian:12\nHEALTHCHECK CMD ["NONE"]' },
    { bad: 'FROM debian:12 AS a\nHEALTHCHECK «NONE»\nFROM a\nUSER app', message: 'without' },
  ],
});
