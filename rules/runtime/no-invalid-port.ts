import { defineRule, knownText, nameOrigin, parsePortSpec, type PortMistake } from '../../src/rule';

export default defineRule({
  summary: 'Expose only ports that exist',
  why: `EXPOSE takes a port from 1 to 65535 or a range, with /tcp, /udp or /sctp. The builder refuses anything else; port 0 builds
and means nothing.`,
  severity: 'error',
  presets: { strict: {}, hadolint: {} },
  aliases: [
    'hadolint:DL3011', 'trivy:DS-0008', 'kics:71bf8cf8', 'dockerfilelint:invalid_port', 'dockerfile-utils:INVALID_PORT',
    'dockerfile-utils:INVALID_PROTO', 'droast:DF040', 'dockerfile-doctor:DD038',
  ],
  controls: [],
  mentions: ['expose'],
  dockerfile: ({ model, report }) => ({
    EXPOSE(node) {
      for (const word of node.ports) {
        if (word.raw === '#') {
          report({ at: word.range, message: 'A comment needs a line of its own: EXPOSE reads # as a port; move it above' });
          return;
        }
        const value = model.resolve(word, node);
        const text = knownText(value);
        // A variable may hold several ports, or none.
        if (text === null || text === '' || /\s/.test(text)) continue;
        const spec = parsePortSpec(text);
        const name = `${text}${nameOrigin(value, word.range)}`;
        if (spec.kind === 'invalid') report({ at: word.range, message: `EXPOSE ${name} ${MISTAKES[spec.reason]}` });
        else if (spec.first === 0) report({ at: word.range, message: `EXPOSE ${name} means nothing; name a port from 1 on`, severity: 'info' });
      }
    },
  }),
  examples: [
    { good: 'FROM alpine:3.20\nEXPOSE 80 53/udp 65535/sctp 8000-8010/TCP "443" 8080:80 127.0.0.1:8080:80' },
    { good: 'FROM alpine:3.20\nARG PORT\nARG LIST="80 443"\nEXPOSE $PORT ${PORT}/tcp $LIST' },
    { bad: 'FROM alpine:3.20\nEXPOSE 80 «65536» «80-70» «http»', message: '65535' },
    { bad: 'FROM alpine:3.20\nEXPOSE «80/http» «127.0.0.1:80» «80,» 443', message: 'tcp' },
    { bad: 'FROM alpine:3.20\nARG PORT=99999\nEXPOSE «${PORT}»', message: 'ARG PORT' },
    { bad: 'FROM alpine:3.20\nEXPOSE 80 «#» web', message: 'comment' },
    { bad: 'FROM alpine:3.20\nEXPOSE «0»', severity: 'info' },
  ],
});

const MISTAKES: Readonly<Record<PortMistake, string>> = {
  'no-number': 'is no port; use a number, or a range such as 8000-8010',
  'too-high': 'is out of range; ports end at 65535',
  'reversed-range': 'is a range that runs backwards; put the lower port first',
  'unknown-protocol': 'has an unknown protocol; use tcp, udp or sctp',
  address: 'holds an address, which EXPOSE does not take; name the port alone',
};
