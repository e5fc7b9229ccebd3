/** Whether what a package manager keeps of its downloads stays in the layer. */
import type { DockerfileModel } from '../dockerfile/model-types';
import { mountsOf } from '../dockerfile/mounts';
import type { RunInstruction } from '../dockerfile/nodes';
import type { ShellCommand, ShellView } from './commands';
import type { PackageManagerName } from './manager-shape';
import { environmentOf, packageCommands } from './package-commands';
import type { PackageAction, PackageCommand } from './package-managers';
import { belowAnyHome, callsCleanUp, removedPaths, removesHomePath, removesPath } from './removal';

const HOME = '~/';
const RPM: ReadonlySet<PackageManagerName> = new Set(['yum', 'dnf', 'microdnf', 'tdnf']);

/** The commands of an instruction by these managers that do one of these and leave their cache in the layer. */
export function commandsThatLeaveCache(
  model: DockerfileModel, shell: ShellView, node: RunInstruction, managers: readonly PackageManagerName[], actions: readonly PackageAction[],
): readonly PackageCommand[] {
  return packageCommands(model, shell, node).filter((asked) =>
    managers.includes(asked.manager) && actions.includes(asked.action) && !asked.dryRun && asked.noCache === false
    && !isCacheOff(model, shell, node, asked) && !isCacheMounted(model, shell, node, asked) && !isCacheCleaned(model, shell, node, asked));
}

/** An environment variable keeps the manager from filling a cache, or may. */
export function isCacheOff(model: DockerfileModel, shell: ShellView, node: RunInstruction, { command, cache }: PackageCommand): boolean {
  return cache.offVariables.some((name) => environmentOf(model, shell, node, command, name) !== '')
    || cache.folderVariables.some((name) => environmentOf(model, shell, node, command, name) === '/dev/null');
}

/** A cache or tmpfs mount lies on one of the folders, or may. */
export function isCacheMounted(model: DockerfileModel, shell: ShellView, node: RunInstruction, asked: PackageCommand): boolean {
  const targets = mountsOf(node).flatMap(({ type, target }) => ((type === 'cache' || type === 'tmpfs') && target !== null ? [target] : []));
  if (targets.length === 0) return false;
  const folders = foldersOf(model, shell, node, asked);
  return folders === null || targets.some((target) => target.includes('$') || folders.some((folder) => covers(target, folder)));
}

/** It is emptied behind the command in the same instruction: by the manager itself, by removal, or by a script whose name says so. */
export function isCacheCleaned(model: DockerfileModel, shell: ShellView, node: RunInstruction, asked: PackageCommand): boolean {
  const folders = foldersOf(model, shell, node, asked);
  const key = `${asked.manager} ${folders?.join(' ') ?? ''}`;
  const known = lastCleanUps.get(node) ?? new Map<string, number>();
  lastCleanUps.set(node, known);
  let last = known.get(key);
  if (last === undefined) {
    const byManager = packageCommands(model, shell, node).filter((other) => cleansFor(other, asked)).at(-1)?.command.range.start ?? -1;
    const byRemoval = shell.commands(node)
      .filter((other) => callsCleanUp(other) || (folders === null ? removedPaths(other).length > 0 : folders.some((folder) => removes(other, folder))))
      .at(-1)?.range.start ?? -1;
    last = Math.max(byManager, byRemoval);
    known.set(key, last);
  }
  return last > asked.command.range.start;
}

/** Where the last command begins that cleans up, by manager and folders: a long script may install again and again. */
const lastCleanUps = new WeakMap<RunInstruction, Map<string, number>>();

function cleansFor(later: PackageCommand, asked: PackageCommand): boolean {
  if (later.action !== 'clean' || later.dryRun) return false;
  if (!RPM.has(asked.manager)) return later.manager === asked.manager;
  // `clean metadata` and the like leave the rest.
  return RPM.has(later.manager) && (later.opaque.length > 0 || later.packages.some(({ value }) => value === 'all'));
}

function removes(command: ShellCommand, folder: string): boolean {
  return (folder.startsWith(HOME) ? removesHomePath(command, folder.slice(HOME.length)) : removesPath(command, folder)) !== false;
}

/** Where it keeps its cache: where it was told to, else where it does so by itself; null when a variable that is not known says it. */
function foldersOf(model: DockerfileModel, shell: ShellView, node: RunInstruction, { command, options, cache }: PackageCommand): readonly string[] | null {
  const told = options.flatMap(({ name, value }) => (cache.folderOptions.includes(name) && value !== null ? [value] : []));
  if (told.length > 0) return told.some((folder) => folder.includes('$')) ? null : told;
  const others: string[] = [];
  const more: string[] = [];
  for (const variable of cache.folderVariables) {
    const slash = variable.indexOf('/');
    const value = environmentOf(model, shell, node, command, slash === -1 ? variable : variable.slice(0, slash));
    if (value === null) return null;
    if (value === '') continue;
    if (slash === -1) others.push(value);
    else more.push(value.replace(/\/+$/, '') + variable.slice(slash));
  }
  return [...(others.length > 0 ? others : cache.folders), ...more];
}

function covers(target: string, folder: string): boolean {
  if (!folder.startsWith(HOME)) return isAtOrBelow(folder, target);
  const path = folder.slice(HOME.length);
  return isAtOrBelow(belowAnyHome(folder, ''), belowAnyHome(target, path.slice(0, `${path}/`.indexOf('/'))));
}

function isAtOrBelow(path: string, folder: string): boolean {
  const plain = folder.replace(/\/+$/, '');
  return path === plain || path.startsWith(`${plain}/`);
}
