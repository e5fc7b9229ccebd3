import {
  defineRule, knownText, mayHold, type AddInstruction, type CopyInstruction, type Instruction, type Stage, type UserInstruction,
} from '../../src/rule';

export default defineRule({
  summary: 'Name no account where none can be looked up',
  why: `A name means something only through \`/etc/passwd\` and \`/etc/group\`. An image from scratch has neither: COPY --chown stops the
build, and the container does not start. COPY --link is made apart from the stage, so it cannot look the name up there, whatever
the base holds: BuildKit says "invalid user index: -1".`,
  exceptions: 'A passwd file that comes into the image in a way that the file does not show. Files that are copied to `/` or `/etc` are taken for one.',
  severity: 'warning',
  presets: { strict: {} },
  aliases: ['tally:named-identity-in-passwdless-stage'],
  controls: [],
  mentions: ['user', 'chown'],
  dockerfile: ({ model, report }) => {
    /** The first part of `account:group` that is a name; root is 0 by itself. */
    function nameIn(text: string): { readonly name: string; readonly file: string } | null {
      const [account = '', group = ''] = text.split(':');
      if (isName(account)) return { name: account, file: '/etc/passwd' };
      return isName(group) ? { name: group, file: '/etc/group' } : null;
    }

    function hasAccounts(stage: Stage, node: Instruction, file: string): boolean {
      return stage.chain[0]?.base.kind !== 'scratch' || mayHold(model, stage, [file], node);
    }

    function judgeUser(node: UserInstruction): void {
      const stage = model.stageOf(node);
      if (stage === null || node.trigger || node.user === null || !stage.isShipped || stage.chain[0]?.base.kind !== 'scratch') return;
      const found = nameIn(knownText(model.resolve(node.user, node)) ?? '');
      // The name is looked up when the container starts, when all of the stage is there.
      if (found === null || mayHold(model, stage, [found.file])) return;
      report({ at: node.user.range, message: `USER ${found.name} cannot be looked up, since this image has no ${found.file}; write a number, such as 65532` });
    }

    function judgeOwner(node: CopyInstruction | AddInstruction): void {
      const owner = node.flags.find(({ name }) => name === 'chown')?.value ?? null;
      const stage = owner === null ? null : model.stageOf(node);
      if (owner === null || stage === null || node.trigger) return;
      const found = nameIn(knownText(model.resolve(owner, node)) ?? '');
      if (found === null) return;
      if (!hasAccounts(stage, node, found.file)) {
        report({ at: owner.range, message: `${found.name} cannot be looked up, since this stage has no ${found.file}; write a number, such as 65532` });
      } else if (isLinked(node)) {
        report({ at: owner.range, message: `${node.keyword} --link cannot look up ${found.name}, since it does not see the files of the stage; write the number, or leave out --link` });
      }
    }

    return { USER: judgeUser, COPY: judgeOwner, ADD: judgeOwner };
  },
  variants: { onbuild: { expect: 'silent', why: 'the child image may have the account' } },
  examples: [
    { good: 'FROM debian:12\nRUN useradd app\nCOPY --chown=app:app a /a\nUSER app\nFROM scratch\nCOPY --chown=1000:1000 a /a/\nCOPY --link --chown=root b /b\nUSER 1000' },
    { good: 'FROM scratch\nCOPY passwd group /etc/\nCOPY --chown=app a /a\nUSER app:app\nFROM scratch\nADD rootfs.tar.gz /\nUSER app' },
    { bad: 'FROM scratch AS a\nCOPY --chown=«app» a /a/\nUSER «nobody»\nFROM a\nUSER «1000:staff»', message: '/etc/passwd' },
    { bad: 'FROM node:22\nCOPY --link --chown=«node:node» . /app', message: '--link' },
    { bad: 'FROM node:22\nARG OWNER=node\nADD --chown=«$OWNER» --link=true a.tar /app\nCOPY --chown=node --link=false a /b' },
  ],
});

function isName(part: string): boolean {
  return part !== '' && part !== 'root' && !/^[-+]?\d+$/.test(part);
}

/** With a --chmod the copy is made in the stage after all. */
function isLinked({ flags }: CopyInstruction | AddInstruction): boolean {
  const link = flags.find(({ name }) => name === 'link');
  return link !== undefined && link.value?.value.toLowerCase() !== 'false' && !flags.some(({ name }) => name === 'chmod');
}
