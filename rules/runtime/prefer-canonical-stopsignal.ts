import { baseName, chainInstructions, defineRule, knownText, parseSignal, startCommand, type Stage, type StopsignalInstruction } from '../../src/rule';

export default defineRule({
  summary: 'Write STOPSIGNAL as the usual name of the signal that the service expects',
  why: `\`STOPSIGNAL 3\` and \`STOPSIGNAL quit\` work, but who reads them has to look them up. And a service ends well only on the signal it
expects: nginx and php-fpm finish their requests on SIGQUIT and drop them on SIGTERM, and systemd does not stop on SIGTERM at all.`,
  exceptions: 'Where a fast stop is wanted more than a clean one, SIGTERM for nginx is right.',
  severity: 'off',
  presets: { strict: {} },
  aliases: ['tally:prefer-canonical-stopsignal', 'tally:prefer-nginx-sigquit', 'tally:prefer-systemd-sigrtmin-plus-3'],
  controls: [],
  mentions: ['stopsignal'],
  dockerfile: ({ model, report }) => {
    const services = new Set<StopsignalInstruction>();

    function judgeService(stage: Stage): void {
      const signal = chainInstructions(stage).filter((node): node is StopsignalInstruction => node.keyword === 'STOPSIGNAL').at(-1);
      if (signal === undefined || signal.signal === null || signal.trigger || services.has(signal)) return;
      const program = programOf(stage);
      const wanted = program === null ? undefined : EXPECTED.get(program);
      const text = knownText(model.resolve(signal.signal, signal));
      if (wanted === undefined || text === null || canonicalName(text) !== 'SIGTERM') return;
      services.add(signal);
      report({
        at: signal.signal.range,
        message: `${program} expects ${wanted} for a clean stop, not ${text}; write STOPSIGNAL ${wanted}`,
        fix: { kind: 'suggestion', changes: 'image', edits: [{ at: signal.signal.range, text: wanted }] },
      });
    }

    function judgeName(node: StopsignalInstruction): void {
      // A variable is spelt elsewhere, and a wrong signal is told by no-invalid-stopsignal.
      if (node.signal === null || services.has(node) || node.signal.raw.includes('$')) return;
      const text = node.signal.value;
      const name = canonicalName(text);
      if (name === null || name === text || parseSignal(text) !== 'known') return;
      report({
        at: node.signal.range,
        message: `The usual name of ${text} is ${name}; write STOPSIGNAL ${name}`,
        fix: { kind: 'suggestion', changes: 'text', edits: [{ at: node.signal.range, text: name }] },
      });
    }

    const names: StopsignalInstruction[] = [];
    return {
      STOPSIGNAL: (node) => void names.push(node),
      end() {
        if (names.length === 0) return;
        model.outputs.forEach(judgeService);
        names.forEach(judgeName);
      },
    };
  },
  variants: { onbuild: { expect: 'skip', why: 'what the child image starts is not known' } },
  examples: [
    { good: 'FROM alpine:3.20\nARG S=15\nSTOPSIGNAL SIGTERM\nSTOPSIGNAL SIGRTMIN+3\nSTOPSIGNAL $S\nSTOPSIGNAL SIGFOO' },
    { good: 'FROM nginx:1.27\nSTOPSIGNAL SIGQUIT\nCMD ["nginx", "-g", "daemon off;"]' },
    { bad: 'FROM alpine:3.20\nSTOPSIGNAL «3»', fixed: 'FROM alpine:3.20\nSTOPSIGNAL SIGQUIT' },
    { bad: 'FROM alpine:3.20\nSTOPSIGNAL «term»', fixed: 'FROM alpine:3.20\nSTOPSIGNAL SIGTERM', message: 'SIGTERM' },
    { bad: 'FROM debian:12\nSTOPSIGNAL «SIGTERM»\nCMD ["/usr/sbin/nginx", "-g", "daemon off;"]', fixed: 'FROM debian:12\nSTOPSIGNAL SIGQUIT\nCMD ["/usr/sbin/nginx", "-g", "daemon off;"]' },
    { bad: 'FROM fedora:43\nSTOPSIGNAL «15»\nENTRYPOINT ["/sbin/init"]', message: 'SIGRTMIN+3' },
  ],
});

/** By the program that is started: what it takes for a request to end cleanly. Source: the manual pages of nginx, php-fpm and systemd. */
const EXPECTED: ReadonlyMap<string, string> = new Map([
  ['nginx', 'SIGQUIT'], ['php-fpm', 'SIGQUIT'], ['systemd', 'SIGRTMIN+3'], ['init', 'SIGRTMIN+3'],
]);

/** The numbers that are the same on all architectures of Linux. */
const BY_NUMBER: Readonly<Record<string, string>> = {
  1: 'SIGHUP', 2: 'SIGINT', 3: 'SIGQUIT', 4: 'SIGILL', 5: 'SIGTRAP', 6: 'SIGABRT', 8: 'SIGFPE', 11: 'SIGSEGV', 13: 'SIGPIPE', 14: 'SIGALRM', 15: 'SIGTERM',
};

function canonicalName(text: string): string | null {
  if (/^\d+$/.test(text)) return BY_NUMBER[String(Number(text))] ?? null;
  return `SIG${text.toUpperCase().replace(/^SIG/, '')}`;
}

function programOf(stage: Stage): string | null {
  const { entrypoint, command } = startCommand(stage);
  const first = (entrypoint ?? command)?.command ?? null;
  if (first?.form !== 'json') return null;
  return baseName(first.elements[0]?.value ?? '').replace(/^php-fpm[\d.]+$/, 'php-fpm');
}
