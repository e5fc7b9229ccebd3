import { accountOf, chainInstructions, defineRule, type Stage } from '../../src/rule';

export default defineRule({
  summary: 'Do not keep data of a process that runs as root',
  why: `Files that root writes into a volume belong to root on the host and on every later container. Another user cannot read or
back them up without root again, and to change the user later the owner of all old data must be changed first.`,
  exceptions: 'A data base whose entry point changes to its own user before it writes may suppress this with that reason.',
  severity: 'off',
  presets: { strict: {} },
  aliases: ['tally:stateful-root-runtime'],
  controls: [],
  mentions: ['volume'],
  dockerfile: ({ model, report }) => {
    function judge(stage: Stage): void {
      if (!runsAsRoot(stage)) return;
      const instructions = chainInstructions(stage);
      const paths = instructions.flatMap((node) => (node.keyword === 'VOLUME' ? node.paths : []));
      const path = paths.find(({ value }) => !NO_DATA.test(value));
      if (path === undefined || reported.has(path.range.start)) return;
      if (instructions.some(({ range }) => DROPS_PRIVILEGES.test(model.source.text.slice(range.start, range.end)))) return;
      reported.add(path.range.start);
      report({ at: path.range, message: `The image runs as root and keeps data in ${path.value}; give the folder to another user and end the stage with USER` });
    }

    function runsAsRoot(stage: Stage): boolean {
      const { user, os } = model.stateAfter(stage);
      if (os === 'windows') return false;
      if (user.from === 'instruction') return /^(?:root|\+?0+)$/.test(accountOf(user.value) ?? '');
      const base = stage.chain[0]?.base;
      if (base?.kind === 'scratch') return true;
      return base?.kind === 'image' && base.known?.runsAsRoot === true && !base.known.dropsRoot;
    }

    const reported = new Set<number>();
    return { end: () => model.outputs.forEach(judge) };
  },
  variants: { onbuild: { expect: 'silent', why: 'a trigger sets volumes and user of the child image, not of this one' } },
  examples: [
    { good: 'FROM debian:12\nVOLUME /data\nUSER 10001' },
    { bad: 'FROM debian:12\nVOLUME /run «/data» /log', message: '/data' },
    { bad: 'FROM unheard.example.org/x:1\nUSER app\nVOLUME [«"/data"»]\nUSER root' },
    { good: 'FROM unheard.example.org/x:1\nVOLUME /data\nFROM debian:12\nRUN apt-get install -y gosu\nVOLUME /data' },
  ],
});

/** Scratch folders, those of the system, configuration, and the store of a Docker daemon, which must be root. */
const NO_DATA = /^\/(?:tmp|var\/tmp|run|var\/run|sys|proc|dev|etc|var\/lib\/(?:docker|containers|containerd|kubelet))(?:\/|$)/;

/** A program that changes the user at run time is installed, copied or called. */
const DROPS_PRIVILEGES = /\b(?:gosu|su-exec|setpriv|runuser|s6-setuidgid|setuidgid|chpst|supervisord?|s6-overlay)\b|\bchroot\s+--userspec/;
