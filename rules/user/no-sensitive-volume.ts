import { defineRule, knownText } from '../../src/rule';

export default defineRule({
  summary: 'Declare no volume on a path of the system',
  why: `A volume over /proc, /sys or /dev hides what the kernel gives to the container, and one over /etc or /usr keeps old files
when the image is updated: Docker fills a new volume from the image once and never again. Whoever then mounts the same path of the
host hands it to the container.`,
  exceptions: '`/sys/fs/cgroup`, which systemd in a container needs, is not reported.',
  severity: 'warning',
  presets: { strict: {} },
  aliases: ['dockle:DKL-DI-0002'],
  controls: [],
  mentions: ['volume'],
  dockerfile: ({ model, report }) => ({
    VOLUME(node) {
      if (model.stateAt(node).os === 'windows') return;
      for (const word of node.paths) {
        const path = knownText(model.resolve(word, node));
        if (path === null || !isSensitive(path.replace(/(.)\/+$/, '$1'))) continue;
        report({ at: word.range, message: `A volume on ${path} covers a path of the system; put data into a folder of its own` });
      }
    },
  }),
  examples: [
    { good: 'FROM debian:12\nVOLUME /data /var/lib/app /etc/app\nVOLUME ["/sys/fs/cgroup", "/run", "/tmp"]' },
    { bad: 'FROM debian:12\nVOLUME «/proc» /data', message: '/proc' },
    { bad: 'FROM debian:12\nARG WHERE=/dev/shm\nVOLUME [«"/etc/"», «"$WHERE"»]' },
    { bad: 'FROM debian:12\nVOLUME «/»' },
  ],
});

function isSensitive(path: string): boolean {
  if (/^\/sys\/fs\/cgroup(?:\/|$)/.test(path)) return false;
  return /^\/(?:proc|sys|dev|boot)(?:\/|$)/.test(path) || /^\/(?:(?:usr\/)?(?:s?bin|lib(?:32|64)?)|usr|etc)?$/.test(path);
}
