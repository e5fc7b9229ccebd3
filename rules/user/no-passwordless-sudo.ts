import {
  accountCommands, accountOf, chainInstructions, defineRule, knownText, mentions, type Instruction, type Range, type Stage,
} from '../../src/rule';

export default defineRule({
  summary: 'Do not let the user of the image become root without a password',
  why: `An image that ends with USER looks safe, but a sudoers line with NOPASSWD for that user makes every process root for the asking.
Whoever breaks into the program has root again.`,
  exceptions: 'In images to develop in, people are meant to install things; suppress it there with that reason.',
  severity: 'info',
  presets: { strict: {}, cis: {}, nist: {}, gc: {} },
  aliases: [],
  controls: ['cis-docker:4.1', 'nist-800-190:4.1.2', 'gc:least-privilege'],
  mentions: ['nopasswd'],
  dockerfile: ({ model, shell, report }) => {
    const reported = new Set<number>();

    function judge(stage: Stage): void {
      const { user } = model.stateAfter(stage);
      if (user.from !== 'instruction' || user.instruction.user === null) return;
      const account = accountOf(user.value) ?? user.instruction.user.value.replace(/:.*$/, '');
      if (/^(?:|root|\+?0+)$/.test(account)) return;
      const instructions = chainInstructions(stage);
      if (!instructions.some(speaksOfSudoers)) return;
      const groups = instructions.flatMap((node) => (node.keyword === 'RUN' ? accountCommands(model, shell, node) : []))
        .filter((command) => command.account.value === account || command.account.value === user.instruction.user?.value)
        .flatMap((command) => [...command.groups, ...command.options.filter(({ name }) => name === '-g' || name === '--gid').map(({ value }) => value ?? '')]);
      for (const node of instructions) if (speaksOfSudoers(node)) judgeLines(node, account, groups);
    }

    function speaksOfSudoers(node: Instruction): boolean {
      return (node.keyword === 'RUN' || node.keyword === 'COPY') && mentions(model, node, 'NOPASSWD') && mentions(model, node, /sudoers|\/etc\/sudo/);
    }

    function judgeLines(node: Instruction, account: string, groups: readonly string[]): void {
      const { text } = model.source;
      const pattern = new RegExp(ENTRY);
      pattern.lastIndex = node.range.start;
      for (let match = pattern.exec(text); match !== null && match.index < node.range.end; match = pattern.exec(text)) {
        const [, group = '', who = ''] = match;
        const name = valueOf(who, node);
        const place = match.index + match[0].length - 'NOPASSWD'.length;
        const isMeant = group === '' ? name === account || name === 'ALL' : name === account || groups.includes(name);
        if (!isMeant || reported.has(place) || isComment(node, place)) continue;
        reported.add(place);
        const at: Range = { start: place, end: place + 'NOPASSWD'.length };
        report({ at, message: `NOPASSWD lets ${account}, the user of the image, become root without a password; leave the line out` });
        return;
      }
    }

    /** `$USERNAME` of the script or of the builder. */
    function valueOf(who: string, node: Instruction): string {
      const variable = /^\$\{?(\w+)\}?$/.exec(who);
      return variable === null ? who : knownText(model.environment(variable[1] ?? '', node)) ?? who;
    }

    function isComment({ comments }: Instruction, place: number): boolean {
      return comments.some(({ range }) => range.start <= place && place < range.end);
    }

    return { end: () => model.outputs.forEach(judge) };
  },
  variants: { onbuild: { expect: 'silent', why: 'a trigger sets up accounts of the child image, not of this one' } },
  examples: [
    { good: 'FROM debian:12\nRUN echo "app ALL=(ALL) NOPASSWD: ALL" > /etc/sudoers.d/app\nUSER other' },
    { bad: 'FROM debian:12\nRUN useradd app && echo "app ALL=(ALL) «NOPASSWD»: ALL" > /etc/sudoers.d/app\nUSER app', message: 'app' },
    { bad: 'FROM debian:12\nARG ACCOUNT=app\nRUN echo "$ACCOUNT ALL=(root) «NOPASSWD»:ALL" >> /etc/sudoers\nUSER $ACCOUNT' },
    { bad: 'FROM debian:12\nRUN useradd -G sudo app && echo "%sudo ALL=(ALL:ALL) «NOPASSWD»:ALL" >> /etc/sudoers\nUSER app' },
    { good: 'FROM debian:12\nRUN echo "%sudo ALL=(ALL) NOPASSWD:ALL" >> /etc/sudoers\nUSER app' },
    { good: 'FROM debian:12\nRUN echo "app ALL=(ALL) NOPASSWD: /usr/bin/apt-get update" > /etc/sudoers.d/app\nUSER app' },
  ],
});

/** `who host=(as) NOPASSWD: ALL` with the blanks that a shell text may have; only all commands make root. */
const ENTRY = /(%?)([\w.-]+|\$\w+|\$\{\w+\})[ \t]+ALL[ \t]*=[ \t]*(?:\\?\([\w: ]*\\?\))?[ \t]*NOPASSWD(?=:[ \t]*(?:SETENV:[ \t]*)?ALL\b)/g;
