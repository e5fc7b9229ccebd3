import { defineRule, mentions, type Instruction, type RunInstruction } from '../../src/rule';

const SET_TO_STOP = /\$?ErrorActionPreference\s*=\s*[\\'"]*(?:stop|1)/i;
const POWERSHELL = /^(?:.*[\\/])?(?:powershell|pwsh)(?:\.exe)?$/i;

export default defineRule({
  summary: 'Let PowerShell stop at the first error',
  why: `PowerShell goes on after most errors, so a RUN of several statements succeeds although one of them failed, and the broken layer is
cached. With \`$ErrorActionPreference = 'Stop'\` in SHELL every RUN fails where it should.`,
  exceptions: 'A RUN of a single statement fails by itself in most cases and is not reported.',
  severity: 'off',
  presets: { strict: {} },
  aliases: ['tally:powershell/error-action-preference', 'tally:powershell/prefer-shell-instruction', 'tally:powershell/progress-preference'],
  controls: [],
  dockerfile: ({ model, report }) => {
    const reported = new Set<Instruction>();

    function judge(node: RunInstruction): void {
      // Without a semicolon there is one statement; one in JSON may be escaped.
      if (node.command?.form === 'shell' && !node.argumentText.includes(';')) return;
      if (node.heredocs.length > 0 || mentions(model, node, SET_TO_STOP)) return;
      const { shell } = model.stateAt(node);
      if (node.command?.form === 'json') {
        const [program, ...words] = node.command.elements;
        if (program !== undefined && POWERSHELL.test(program.value) && isLong(words.map(({ value }) => value).join(' '))) tell(node);
      } else if (shell.kind === 'powershell' && isLong(node.argumentText)) {
        if (shell.words === null || SET_TO_STOP.test(shell.words.join(' '))) return;
        if (shell.instruction === null) tell(node);
        else if (!reported.has(shell.instruction)) {
          reported.add(shell.instruction);
          report({ at: shell.instruction.keywordRange, message: "PowerShell goes on after an error here; begin the command of SHELL with $ErrorActionPreference = 'Stop';" });
        }
      } else if (shell.kind === 'cmd' && POWERSHELL.test(/^\S+/.exec(node.argumentText)?.[0] ?? '') && isLong(node.argumentText)) {
        tell(node);
      }
    }

    function tell(node: RunInstruction): void {
      report({ at: node.keywordRange, message: "PowerShell goes on after an error here; begin with $ErrorActionPreference = 'Stop';, or set it in SHELL" });
    }

    return { RUN: judge };
  },
  variants: { heredoc: { expect: 'skip', why: 'a heredoc is read by its own interpreter' } },
  examples: [
    { good: "FROM mcr.microsoft.com/windows/servercore:ltsc2022\nSHELL [\"powershell\", \"-Command\", \"$ErrorActionPreference = 'Stop';\"]\nRUN a; b" },
    { bad: 'FROM mcr.microsoft.com/windows/servercore:ltsc2022\n«SHELL» ["powershell", "-Command"]\nRUN a; b\nRUN c; d', message: 'begin the command of SHELL' },
    { bad: 'FROM mcr.microsoft.com/windows/servercore:ltsc2022\nSHELL ["cmd", "/S", "/C"]\n«RUN» powershell -Command "a; b"' },
    { bad: 'FROM mcr.microsoft.com/windows/servercore:ltsc2022\n«RUN» ["powershell", "-Command", "a; b"]' },
    { good: 'FROM mcr.microsoft.com/windows/servercore:ltsc2022\nSHELL ["powershell", "-Command"]\nRUN a\nSHELL ["cmd", "/S", "/C"]\nRUN a & b' },
  ],
});

/** More than one statement; a sign in quotes may be text. */
function isLong(script: string): boolean {
  return script.replace(/'[^']*'/g, '').replace(/[\s;]+["']?$/, '').includes(';');
}
