import { baseName, defineRule, shorten, type HealthcheckInstruction, type ShellCommand } from '../../src/rule';

export default defineRule({
  summary: 'Let the health check test the service, and let it fail',
  why: `A check that always succeeds, or that sees only that a process exists, says "healthy" about a service that answers nobody.
The engine knows by itself when process 1 ends.`,
  exceptions: 'Where several processes run in one container, a look at the process list may be all there is; suppress it with that reason.',
  severity: 'info',
  presets: { strict: {} },
  aliases: [],
  controls: [],
  mentions: ['healthcheck'],
  dockerfile: ({ model, shell, report }) => {
    function judge(node: HealthcheckInstruction): void {
      if (node.command === null || node.type?.raw.toUpperCase() !== 'CMD' || model.stageOf(node)?.isShipped === false) return;
      const commands = shell.commands(node).filter(({ wrapped }) => wrapped === null);
      const success = alwaysSucceeds(commands);
      if (success !== null) {
        report({ at: success.range, message: `This check cannot fail, since ${textOf(success)} always succeeds; end it with a test of the service` });
        return;
      }
      const process = commands.find(looksForProcess);
      if (process === undefined || !commands.every((command) => looksForProcess(command) || HELPERS.has(nameOf(command)))) return;
      report({ at: process.range, message: `${textOf(process)} sees only that a process exists; ask the service itself, for example over its port` });
    }

    return { HEALTHCHECK: judge };
  },
  examples: [
    { good: 'FROM debian:12\nHEALTHCHECK CMD curl -fsS localhost || exit 1' },
    { good: 'FROM debian:12\nHEALTHCHECK CMD if ! curl -f localhost; then exit 1; fi; exit 0' },
    { good: 'FROM debian:12\nHEALTHCHECK CMD pgrep app && curl -f localhost && echo ok' },
    { bad: 'FROM debian:12\nHEALTHCHECK CMD curl localhost || «true»', message: 'cannot fail' },
    { bad: 'FROM debian:12\nHEALTHCHECK CMD [«"/bin/true"»]' },
    { bad: 'FROM debian:12\nHEALTHCHECK CMD curl -f localhost; «exit 0»' },
    { bad: "FROM debian:12\nHEALTHCHECK CMD «ps aux» | grep '[a]pp' || exit 1", message: 'ps aux' },
    { bad: 'FROM debian:12\nHEALTHCHECK CMD «kill -0 1»' },
  ],
});

/** Programs that only read what another one prints, or end the check. */
const HELPERS: ReadonlySet<string> = new Set(['grep', 'egrep', 'fgrep', 'awk', 'wc', 'test', '[', 'exit', 'cat', 'head', 'tail', 'tr', 'cut', 'sed', 'true', ':', 'echo']);

function nameOf({ name }: ShellCommand): string {
  return name === null ? '' : baseName(name);
}

function textOf({ words }: ShellCommand): string {
  return shorten(words.map(({ value }) => value).join(' '), 40);
}

function looksForProcess(command: ShellCommand): boolean {
  const name = nameOf(command);
  if (name === 'pgrep' || name === 'pidof') return true;
  if (name === 'kill') return command.words[1]?.value === '-0';
  return name === 'ps' && command.pipeline.commands.some((other) => /^[ef]?grep$/.test(nameOf(other)));
}

/** The command at the end whose success hides every failure before it; null when there is none. */
function alwaysSucceeds(commands: readonly ShellCommand[]): ShellCommand | null {
  const last = commands[commands.length - 1];
  if (last === undefined || last.nesting.length > 0 || !last.decidesStatus || !succeeds(last)) return null;
  if (last.connector === '&&' || last.connector === '|' || last.connector === '&') return null;
  // What ends the check before that, or may end it, does fail.
  const mayEnd = commands.some((command) => command !== last && (['exit', 'set', 'exec', 'trap'].includes(nameOf(command)) || command.name === null));
  return mayEnd ? null : last;
}

function succeeds(command: ShellCommand): boolean {
  const name = nameOf(command);
  if (name === 'exit') return command.words[1]?.value === '0';
  return name === 'true' || name === ':' || name === 'echo' || name === 'printf';
}
