import { accountCommands, accountOf, baseName, chainInstructions, defineRule, mentions, type AccountCommand, type Instruction, type Stage } from '../../src/rule';

export default defineRule({
  summary: 'Run the image as the user that it creates',
  why: `Somebody created an account for the program and forgot the USER, so everything still runs as root. The account gives a
feeling of safety and protects nothing.`,
  exceptions: `Accounts of services (\`--system\`), accounts that a command, a configuration or the entry point names later, and images with gosu,
su-exec or the like are not reported.`,
  severity: 'info',
  presets: { strict: {}, cis: {} },
  aliases: ['tally:user-created-but-never-used'],
  controls: ['cis-docker:4.1'],
  mentions: ['useradd', 'adduser'],
  dockerfile: ({ model, shell, report }) => {
    const reported = new Set<number>();

    function judge(stage: Stage): void {
      if (!runsAsRoot(stage)) return;
      const instructions = chainInstructions(stage);
      const created = instructions.flatMap((node) => (node.keyword === 'RUN' && mentions(model, node, /useradd|adduser/) ? createdBy(node) : []));
      if (created.length === 0 || instructions.some((node) => node.keyword === 'USER' && !/^["']?(?:root|0)\b/.test(node.argumentText))) return;
      if (instructions.some(({ range }) => SWITCHES.test(model.source.text.slice(range.start, range.end)))) return;
      const [account] = created;
      if (account === undefined || created.length > 1 || !instructions.some(({ keyword }) => keyword === 'CMD' || keyword === 'ENTRYPOINT')) return;
      // Files of its own show that the program was meant to run as it.
      if (!instructions.some((node) => owns(node, account)) || instructions.some((node) => uses(node, account)) || reported.has(account.account.range.start)) return;
      reported.add(account.account.range.start);
      report({
        at: account.account.range,
        message: `The account ${account.account.value} is created but the image runs as root; end the stage with USER ${account.account.value}`,
      });
    }

    function owns(node: Instruction, { account }: AccountCommand): boolean {
      if (node.keyword === 'COPY' || node.keyword === 'ADD') return node.flags.some(({ name, value }) => name === 'chown' && value?.value.split(':')[0] === account.value);
      if (node.keyword !== 'RUN' || !mentions(model, node, 'chown')) return false;
      return shell.commands(node).some(({ name, words }) => name === 'chown' && words.some(({ value }) => value.split(/[:.]/)[0] === account.value));
    }

    /** A command, the entry point or a setting speaks of the account, other than to give it files. */
    function uses(node: Instruction, { account, uid }: AccountCommand): boolean {
      const names = [account.value, ...(uid !== null && /^\d+$/.test(uid) ? [uid] : [])].map((name) => name.replace(/[^\w]/g, '\\$&'));
      const speaksOf = new RegExp(`(?<![\\w/.-])(?:${names.join('|')})(?![\\w.-])`);
      // The program itself may have the same name.
      if (node.keyword === 'CMD' || node.keyword === 'ENTRYPOINT') return speaksOf.test(node.argumentText.replace(/^\W*\w+/, ''));
      if (node.keyword === 'ENV') return speaksOf.test(node.argumentText);
      if (node.keyword !== 'RUN' || !mentions(model, node, speaksOf)) return false;
      return shell.commands(node).some(({ name, words, redirects }) =>
        (name === null || !GIVES_FILES.has(baseName(name))) && (words.some(({ value }) => speaksOf.test(value)) || redirects.some(({ body }) => speaksOf.test(body ?? ''))));
    }

    function createdBy(node: Instruction): readonly AccountCommand[] {
      return accountCommands(model, shell, node).filter(({ action, isSystem, uid, account }) => action === 'create' && !isSystem && uid !== '0' && account.literal);
    }

    function runsAsRoot(stage: Stage): boolean {
      const { user, os } = model.stateAfter(stage);
      if (os === 'windows') return false;
      if (user.from === 'instruction') return /^(?:root|\+?0+)$/.test(accountOf(user.value) ?? '');
      const base = stage.chain[0]?.base;
      return base?.kind === 'image' && base.known?.runsAsRoot === true && !base.known.dropsRoot;
    }

    return { end: () => model.outputs.forEach(judge) };
  },
  variants: { onbuild: { expect: 'silent', why: 'a trigger creates accounts in the child image, not in this one' } },
  examples: [
    { good: 'FROM debian:12\nRUN useradd app\nUSER app\nCMD ["app"]' },
    { bad: 'FROM debian:12\nRUN useradd -m «app» && chown -R app /srv\nCMD ["app"]', message: 'USER app' },
    { good: 'FROM debian:12\nRUN useradd app && apt-get install -y gosu\nENTRYPOINT ["/entrypoint.sh"]' },
    { good: 'FROM debian:12\nRUN useradd --system sshd\nCMD ["sshd"]' },
    { good: 'FROM unheard.example.org/x:1\nRUN useradd app\nFROM debian:12 AS build\nRUN useradd app\nFROM debian:12\nCMD ["app"]' },
  ],
});

/** What creates accounts and gives them files, and what runs these commands. */
const GIVES_FILES: ReadonlySet<string> = new Set([
  'useradd', 'adduser', 'usermod', 'groupadd', 'addgroup', 'groupmod', 'gpasswd', 'passwd', 'chown', 'chgrp', 'install', 'mkdir', 'find', 'xargs',
]);

/** Something changes to another user, now or when the container runs. */
const SWITCHES = /\b(?:gosu|su-exec|setpriv|runuser|s6-\w+|setuidgid|chpst|supervisord?|sudo|sshd|su|init|systemd|cron|start-stop-daemon)\b|\bchroot\s+--userspec|--?user[ =]/;
