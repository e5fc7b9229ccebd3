import {
  chainInstructions, defineRule, findDebugAgent, knownText, namesDevelopment, nameOrigin, startCommand, type CmdInstruction, type EntrypointInstruction,
  type EnvInstruction, type Pair, type Stage,
} from '../../src/rule';

export default defineRule({
  summary: 'Ship images with debugging switched off',
  why: `Whoever reaches the port of a debugger runs code in the container, and the debug pages of web frameworks show source, settings
and often a console. Such switches are for development and get into production by way of the image.`,
  exceptions: 'Images for development, whose output stage is named so (`dev`, `debug`, `test`), are not reported.',
  severity: 'info',
  presets: { strict: {}, nist: {} },
  aliases: [],
  controls: ['nist-800-190:4.1.2'],
  mentions: ['debug', 'flask', 'inspect', 'agentlib', 'xrunjdwp', 'debugpy', 'dlv', 'arg'],
  dockerfile: ({ model, report }) => {
    const reported = new Set<Pair | CmdInstruction | EntrypointInstruction>();

    function judge(stage: Stage): void {
      if (namesDevelopment(stage.name)) return;
      const environment = new Map<string, { readonly pair: Pair; readonly node: EnvInstruction }>();
      for (const node of chainInstructions(stage)) {
        if (node.keyword !== 'ENV') continue;
        for (const pair of node.pairs) if (SWITCHES.has(pair.key.value) || OPTIONS.test(pair.key.value)) environment.set(pair.key.value, { pair, node });
      }
      for (const [name, { pair, node }] of environment) judgeVariable(name, pair, node);
      const { entrypoint, command } = startCommand(stage);
      judgeCommand(entrypoint);
      judgeCommand(command);
    }

    function judgeVariable(name: string, pair: Pair, node: EnvInstruction): void {
      const switches = SWITCHES.get(name);
      if (pair.value === null || reported.has(pair)) return;
      const value = model.resolve(pair.value, node);
      const text = knownText(value);
      if (text === null) return;
      const agent = switches === undefined ? findDebugAgent(text) : null;
      if (switches?.test(text) !== true && agent === null) return;
      reported.add(pair);
      report({
        at: pair.range,
        message: agent === null
          ? `${name}=${text}${nameOrigin(value, pair.value.range)} leaves debugging on in the image; set it when a container is started for that`
          : `${name} opens a debugger to the network with ${agent}; leave it out of the image`,
      });
    }

    function judgeCommand(node: CmdInstruction | EntrypointInstruction | null): void {
      if (node?.command == null || reported.has(node)) return;
      const { command } = node;
      const text = command.form === 'json' ? command.elements.map(({ value }) => value).join(' ') : command.logical.text;
      const agent = findDebugAgent(text);
      if (agent === null) return;
      reported.add(node);
      const element = command.form === 'json' ? command.elements.find(({ value }) => value.includes(agent)) : undefined;
      // The debug mode of Flask listens where Flask does, which may be the machine itself.
      const does = agent === '--debug' ? 'switches debugging on' : 'opens a debugger to the network';
      report({ at: element?.range ?? command.range, message: `${node.keyword} ${does} with ${agent}; leave it out of the image` });
    }

    return { end: () => model.outputs.forEach(judge) };
  },
  variants: { onbuild: { expect: 'silent', why: 'triggers configure the child image' } },
  examples: [
    { good: 'FROM node:22\nARG DEBUG=true\nENV DEBUG=app:* FLASK_DEBUG=0\nCMD ["node", "--inspect", "server.js"]' },
    { good: 'FROM python:3.12 AS base\nENV FLASK_DEBUG=1\nFROM base AS dev\nRUN true' },
    { good: 'FROM python:3.12 AS base\nENV DEBUG=True\nENV DEBUG=False\nFROM base' },
    { bad: 'FROM python:3.12\nENV «FLASK_DEBUG=1» PORT=80', message: 'FLASK_DEBUG=1' },
    { bad: 'FROM python:3.12\nARG MODE=True\nENV «DEBUG=$MODE»', message: 'ARG MODE' },
    { bad: 'FROM node:22\nCMD ["node", «"--inspect=0.0.0.0:9229"», "server.js"]', message: 'debugger' },
    { bad: 'FROM eclipse-temurin:21\nENV «JAVA_TOOL_OPTIONS="-agentlib:jdwp=transport=dt_socket,server=y,suspend=n,address=*:5005"»' },
    { bad: 'FROM python:3.12\nCMD ["flask", "run", «"--debug"»]', message: 'switches debugging on' },
    { bad: 'FROM golang:1.23\nENTRYPOINT «dlv --listen=:2345 --headless exec /app»' },
  ],
});

const ON = /^(?:1|true|on|yes)$/i;

/** Variables that switch a debug mode on, with the values that do. */
const SWITCHES: ReadonlyMap<string, RegExp> = new Map([
  ['DEBUG', ON], ['FLASK_DEBUG', ON], ['DJANGO_DEBUG', ON], ['APP_DEBUG', ON], ['SYMFONY_DEBUG', ON], ['FLASK_ENV', /^development$/i],
  ['WERKZEUG_DEBUG_PIN', /^off$/i],
]);

/** Variables that hold options of a runtime. */
const OPTIONS = /^(?:NODE_OPTIONS|JAVA_TOOL_OPTIONS|JDK_JAVA_OPTIONS|_JAVA_OPTIONS|\w*(?:JAVA|JVM|CATALINA|MAVEN|GRADLE|JBOSS)\w*OPTS|JAVA_\w+|JPDA_ADDRESS)$/;
