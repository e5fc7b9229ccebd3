import type { RunInstruction } from '../dockerfile/nodes';
import type { Range } from '../dockerfile/source';
import type { ShellView } from './commands';

/** Where one more `&& command` can be put into a RUN, as an empty range; null when it is no plain chain of commands joined by `&&`. */
export function endOfChain(shell: ShellView, node: RunInstruction): Range | null {
  const [script] = shell.scripts(node);
  const chain = script?.commands.filter(({ nesting, wrapper }) => nesting.length === 0 && wrapper === null) ?? [];
  const last = chain[chain.length - 1];
  if (script?.origin !== 'shell-form' || node.heredocs.length > 0 || last === undefined || last.followedBy !== null) return null;
  const plain = chain.every(({ connector, pipeline }) => (connector === 'start' || connector === '&&') && pipeline.commands.length === 1);
  return plain ? { start: last.range.end, end: last.range.end } : null;
}
