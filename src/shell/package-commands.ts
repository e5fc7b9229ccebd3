/** The package-manager commands of an instruction, with all that the file says of their variables. */
import type { DockerfileModel } from '../dockerfile/model-types';
import type { Instruction } from '../dockerfile/nodes';
import { knownText } from '../dockerfile/values';
import type { ShellCommand, ShellScript, ShellView } from './commands';
import { mentions } from './mentions';
import type { ChoiceLookup, PackageCommand, VariableLookup } from './package-managers';
import { callsPackageManager, packageCommand, packageManagerPattern } from './package-managers';
import type { ShellVariable } from './shell-variables';
import { expandWord, shellVariables } from './shell-variables';

/** Several rules ask about the same RUN. Nodes are immutable and belong to one model, so an answer never ages. */
const answers = new WeakMap<Instruction, readonly PackageCommand[]>();

/** In the order of the text. Variables get their values from the script, else from ENV and ARG. */
export function packageCommands(model: DockerfileModel, shell: ShellView, instruction: Instruction): readonly PackageCommand[] {
  const known = answers.get(instruction);
  if (known !== undefined) return known;
  const found: PackageCommand[] = [];
  answers.set(instruction, found);
  if (!mentions(model, instruction, packageManagerPattern())) return found;
  const scriptOf = scriptFinder(shell.scripts(instruction));
  for (const command of shell.commands(instruction)) {
    if (!callsPackageManager(command)) continue;
    const { lookup, choices } = lookupsAt(model, instruction, scriptOf, command);
    const asked = packageCommand(command, lookup, choices);
    if (asked !== null) found.push(asked);
  }
  return found;
}

type ScriptFinder = (command: ShellCommand) => ShellScript | null;

/** Finds the script that a command stands in; null for the program of an exec form. */
function scriptFinder(scripts: readonly ShellScript[]): ScriptFinder {
  const [only] = scripts;
  if (only !== undefined && scripts.length === 1 && only.origin !== 'exec-form') return () => only;
  let owners: ReadonlyMap<ShellCommand, ShellScript> | null = null;
  return (command) => {
    owners ??= new Map(scripts.flatMap((script) => script.commands.map((own) => [own, script] as const)));
    return owners.get(command) ?? null;
  };
}

/**
 * What a command finds in an environment variable: '' when nothing in the file sets it, null when that is not known.
 * A base that is not known is taken to set none.
 */
export function environmentOf(model: DockerfileModel, shell: ShellView, instruction: Instruction, command: ShellCommand, name: string): string | null {
  if (!isNamed(model, name)) return knownText(model.environment(name, instruction)) ?? (isSetByBase(model, instruction, name) ? null : '');
  // A script that is sourced may set anything, but hardly what nobody speaks of here.
  if (mentions(model, instruction, name)) {
    const { lookup, isSet } = lookupsAt(model, instruction, scriptFinder(shell.scripts(instruction)), command);
    const own = command.assignments.filter((assignment) => assignment.name === name).at(-1);
    if (own !== undefined) return own.value === null ? null : expandWord(own.value, lookup);
    if (isSet(name)) return lookup(name);
  }
  const known = knownText(model.environment(name, instruction));
  if (known !== null) return known;
  return model.settersOf(name, instruction).length > 0 || isSetByBase(model, instruction, name) || isSetByTrigger(model, instruction, name) ? null : '';
}

/** The triggers of a stage run one after the other in the child image. */
function isSetByTrigger(model: DockerfileModel, instruction: Instruction, name: string): boolean {
  if (!instruction.trigger) return false;
  const all = model.stageOf(instruction)?.chain.flatMap((stage) => stage.instructions) ?? [];
  return all.some((node) => node.keyword === 'ONBUILD' && (node.instruction?.keyword === 'ENV' || node.instruction?.keyword === 'ARG')
    && node.range.start < instruction.range.start && node.argumentText.includes(name));
}

/** Asked for command after command, and most files speak of none of these. */
const namedIn = new WeakMap<DockerfileModel, Map<string, boolean>>();

function isNamed(model: DockerfileModel, name: string): boolean {
  const names = namedIn.get(model) ?? new Map<string, boolean>();
  namedIn.set(model, names);
  const known = names.get(name);
  if (known !== undefined) return known;
  const named = model.source.text.includes(name);
  names.set(name, named);
  return named;
}

function isSetByBase(model: DockerfileModel, instruction: Instruction, name: string): boolean {
  const base = model.stageOf(instruction)?.chain[0]?.base;
  return base?.kind === 'image' && base.known?.environment != null && Object.hasOwn(base.known.environment, name);
}

interface Lookups {
  readonly lookup: VariableLookup;
  /** The script sets it. */
  readonly isSet: (name: string) => boolean;
  readonly choices: ChoiceLookup;
}

/** Ask nothing until the first variable is looked up: most commands have none. */
function lookupsAt(model: DockerfileModel, instruction: Instruction, scriptOf: ScriptFinder, command: ShellCommand): Lookups {
  let inScript: ReturnType<typeof shellVariables> | null = null;
  const variableOf = (name: string): ShellVariable | null => {
    const script = inScript === null ? scriptOf(command) : null;
    if (script !== null) inScript = shellVariables(script, command);
    return inScript?.(name) ?? null;
  };
  return {
    lookup: (name) => {
      const variable = variableOf(name);
      if (variable !== null && variable.kind !== 'untouched') return variable.kind === 'known' ? variable.text : null;
      return knownText(model.environment(name, instruction));
    },
    isSet: (name) => (variableOf(name)?.kind ?? 'untouched') !== 'untouched',
    choices: (name) => {
      const variable = variableOf(name);
      return variable?.kind === 'one-of' ? variable.texts : [];
    },
  };
}

/** The values of variables at any command of the instruction: from its script, else from ENV and ARG. */
export function variablesAt(model: DockerfileModel, shell: ShellView, instruction: Instruction, command: ShellCommand): VariableLookup {
  return lookupsAt(model, instruction, scriptFinder(shell.scripts(instruction)), command).lookup;
}
