import { defineRule, knownText, nameOrigin, parsePortSpec } from '../../src/rule';

export default defineRule({
  summary: 'Expose only ports from 1024 on',
  why: `Ports below 1024 may need a capability that a process without root does not have, depending on the kernel settings and the
runtime. A program that listens on 8080 runs under any user.`,
  exceptions: 'Docker lets every user bind low ports by default; the rule is for those whose runtime does not.',
  severity: 'off',
  presets: {},
  aliases: [],
  controls: [],
  mentions: ['expose'],
  dockerfile: ({ model, report }) => ({
    EXPOSE(node) {
      if (model.stageOf(node)?.isShipped !== true) return;
      for (const word of node.ports) {
        const value = model.resolve(word, node);
        const text = knownText(value);
        const spec = text === null ? null : parsePortSpec(text);
        if (spec?.kind !== 'ports' || spec.first === 0 || spec.first >= FIRST_FREE_PORT) continue;
        report({
          at: word.range,
          message: `Port ${spec.first}${nameOrigin(value, word.range)} is below 1024; let the program listen on a higher one`,
        });
      }
    },
  }),
  examples: [
    { good: 'FROM nginx:1.27 AS build\nEXPOSE 80\nFROM nginx:1.27\nARG P\nEXPOSE 8080 1024/udp $P 0 99999' },
    { bad: 'FROM nginx:1.27\nARG P=443\nEXPOSE «80» «$P» «1000-2000» 80:8080', message: 'Port 80' },
  ],
});

const FIRST_FREE_PORT = 1024;
