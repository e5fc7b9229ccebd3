import {
  baseName, defineRule, namesDevelopment, startCommand, type CmdInstruction, type EntrypointInstruction, type ShellCommand, type Stage,
} from '../../src/rule';

export default defineRule({
  summary: 'Start the program itself, not the package manager that can run it',
  why: `npm, yarn, pnpm, mvn and \`go run\` start the program as a child. Some of them do not pass SIGTERM on or hide the exit code, all of
them stay in memory, and mvn and \`go run\` compile at every start.`,
  exceptions: 'Images for development, whose output stage is named so, are not reported.',
  severity: 'info',
  presets: { strict: {} },
  aliases: [],
  controls: [],
  mentions: ['npm', 'yarn', 'pnpm', 'mvn', 'mvnw', 'go'],
  dockerfile: ({ model, shell, report }) => {
    const reported = new Set<CmdInstruction | EntrypointInstruction>();

    function judge(stage: Stage): void {
      if (namesDevelopment(stage.name)) return;
      const { entrypoint, command } = startCommand(stage);
      if (judgeNode(entrypoint, command?.command?.form === 'json' ? command.command.elements.map(({ value }) => value) : [])) return;
      judgeNode(command, []);
    }

    /** `more`: the words that come behind an exec form. True if there is something to report. */
    function judgeNode(node: CmdInstruction | EntrypointInstruction | null, more: readonly string[]): boolean {
      if (node === null || !RUNNER.test(node.argumentText)) return false;
      const commands = shell.commands(node);
      const last = commands[commands.length - 1];
      if (last === undefined || (last.nesting.length > 0 && last.nestedShell === null)) return false;
      const task = runnerTask(last, node.command?.form === 'json' && last.nestedShell === null ? more : []);
      if (task === null) return false;
      if (!reported.has(node)) report({ at: last.nameRange ?? last.range, message: `${task} stays in front of the program, which may miss signals; ${remedy(task)}` });
      reported.add(node);
      return true;
    }

    return { end: () => model.outputs.forEach(judge) };
  },
  variants: { onbuild: { expect: 'silent', why: 'triggers set the command of the child image' } },
  examples: [
    { good: 'FROM node:22\nCMD ["npm", "test"]\nCMD ["node", "server.js"]' },
    { good: 'FROM node:22 AS dev\nCMD ["npm", "start"]' },
    { good: 'FROM node:22 AS build\nCMD npm start\nFROM nginx:1.27\nENTRYPOINT ["mvn"]\nCMD ["package"]' },
    { bad: 'FROM node:22\nCMD [«"npm"», "start"]', message: 'npm start' },
    { bad: 'FROM node:22\nENTRYPOINT ["tini", "--", «"yarn"»]\nCMD ["serve"]', message: 'yarn serve' },
    { bad: 'FROM maven:3\nENTRYPOINT sh -c "cd /app && exec «mvn» spring-boot:run"' },
    { bad: 'FROM golang:1.23\nCMD «go» run .', message: 'go build' },
  ],
});

const RUNNER = /\b(?:npm|yarn|pnpm|mvnw?|go)\b/;

/** Tasks that end by themselves, so nobody has to stop them. */
const ENDING = /^(?:t|tst|test|ci|i|install|add|update|publish|audit|pack|build|lint|format|generate|migrate|clean|verify|version|help|exec|x|dlx|init|create)$|[:_-]?(?:test|tests|lint|build|e2e|coverage|migrate|migration|seed)$|^(?:test|lint|build|migrate|db):/;

/** `npm start`, `yarn serve`, `go run`; null when the command is something else, or ends by itself. */
function runnerTask({ name, words }: ShellCommand, more: readonly string[]): string | null {
  const program = name === null ? '' : baseName(name).replace(/\.(?:cmd|exe)$/, '');
  const operands = [...words.slice(1).map(({ value }) => value), ...more].filter((word) => !word.startsWith('-'));
  const [first, second] = operands;
  switch (program) {
    case 'npm':
    case 'yarn':
    case 'pnpm': {
      const runs = first === 'run' || first === 'run-script';
      const task = runs ? second : first;
      if (task === undefined || ENDING.test(task) || !/^[\w:.-]+$/.test(task)) return null;
      if (program === 'npm' && !runs && task !== 'start') return null;
      return runs ? `${program} run ${task}` : `${program} ${task}`;
    }
    case 'mvn':
    case 'mvnw': {
      const goal = operands.find((word) => /:(?:run|run-war|java|dev|start)$/.test(word));
      return goal === undefined ? null : `${program} ${goal}`;
    }
    case 'go':
      return first === 'run' ? 'go run' : null;
    default:
      return null;
  }
}

function remedy(task: string): string {
  if (task === 'go run') return 'compile with go build and start the result';
  return task.startsWith('mvn') ? 'package the program and start it with java -jar' : 'start what its script starts, such as ["node", "server.js"]';
}
