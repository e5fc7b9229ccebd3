import { defineRule, knownText } from '../../src/rule';

export default defineRule({
  summary: 'Work in a directory of your own, not in one of the system',
  why: `What is written below /proc, /sys or /dev is not in the image at all, since these are mounted anew for each step. Files of an
application in /bin or /lib mix with those of the distribution, whose packages may overwrite them.`,
  severity: 'warning',
  presets: { strict: {} },
  aliases: ['trivy:DS-0030'],
  controls: [],
  mentions: ['workdir'],
  dockerfile: ({ model, report }) => ({
    WORKDIR(node) {
      if (node.path === null || model.stateAt(node).os === 'windows') return;
      const path = knownText(model.resolve(node.path, node));
      if (path === null || !SYSTEM.test(path)) return;
      report({ at: node.path.range, message: `WORKDIR ${path} lies in a directory of the system; work in one of your own, such as /app` });
    },
  }),
  examples: [
    { good: 'FROM debian:12\nWORKDIR /app\nWORKDIR /usr/src/app\nWORKDIR /etc/nginx\nWORKDIR /develop\nWORKDIR dev' },
    { bad: 'FROM debian:12\nWORKDIR «/dev/shm/app»', message: '/dev/shm/app' },
    { bad: 'FROM debian:12\nARG WHERE=/bin/\nWORKDIR «$WHERE»' },
    { good: 'FROM mcr.microsoft.com/windows/nanoserver:ltsc2022\nWORKDIR /bin' },
  ],
});

const SYSTEM = /^\/(?:(?:proc|sys|dev|boot|lost\+found)(?:\/|$)|(?:usr\/)?(?:s?bin|lib(?:32|64)?)\/*$)/;
