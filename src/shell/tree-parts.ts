/** The parts of a simple command of unbash's tree, made when they are first asked for. */
import type { Assignment, Command, Word } from 'unbash';
import type { LogicalText } from '../dockerfile/logical-text';
import type { ShellAssignment, ShellRedirect, ShellWord } from './commands';
import { assignmentWord, toAssignment, toRedirect, toShellWord } from './shell-word';
import type { CommandParts } from './walk-context';

/** A word, or an assignment behind `export` and the like. */
export type ArgumentNode = Word | Assignment;

const NONE: readonly never[] = [];

/** Name and arguments, in step with the words of the command. */
export function argumentNodes(command: Command): readonly ArgumentNode[] {
  const nodes: ArgumentNode[] = command.name === undefined ? [] : [command.name];
  for (const item of command.suffix) {
    if (item.type === 'Word' || item.type === 'Assignment') nodes.push(item);
  }
  return nodes;
}

export class TreeParts implements CommandParts {
  private knownWords: readonly ShellWord[] | null = null;
  private knownAssignments: readonly ShellAssignment[] | null = null;
  private knownRedirects: readonly ShellRedirect[] | null = null;

  constructor(
    private readonly text: LogicalText,
    private readonly node: Command,
  ) {}

  get words(): readonly ShellWord[] {
    this.knownWords ??= argumentNodes(this.node).map((node) => (node.type === 'Word' ? toShellWord(this.text, node) : assignmentWord(this.text, node)));
    return this.knownWords;
  }

  get assignments(): readonly ShellAssignment[] {
    this.knownAssignments ??= this.node.prefix.length === 0 ? NONE : this.node.prefix.flatMap((item) => (item.type === 'Assignment' ? [toAssignment(this.text, item)] : []));
    return this.knownAssignments;
  }

  get redirects(): readonly ShellRedirect[] {
    this.knownRedirects ??= this.node.redirects.length === 0 ? NONE : this.node.redirects.map((redirect) => toRedirect(this.text, redirect));
    return this.knownRedirects;
  }
}
