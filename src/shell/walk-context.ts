/** What the walk over a shell tree carries along. */
import type { Statement } from 'unbash';
import type { LogicalText } from '../dockerfile/logical-text';
import type { Range } from '../dockerfile/source';
import type {
  Connector, NestedShell, Nesting, ShellAssignment, ShellCommand, ShellLoop, ShellPipeline, ShellRedirect, ShellWord,
} from './commands';
import type { Interpreter } from './interpreter';

/** The body of a heredoc that a shell reads. */
export interface EmbeddedScript {
  readonly text: LogicalText;
  readonly interpreter: Interpreter;
}

/** What the walk found, in the order of the walk. */
export interface Collected {
  readonly commands: ShellCommand[];
  readonly pipelines: ShellPipeline[];
  readonly loops: ShellLoop[];
  readonly embedded: EmbeddedScript[];
}

/** What surrounds a list of commands. */
export interface Context {
  readonly text: LogicalText;
  readonly collected: Collected;
  readonly nesting: readonly Nesting[];
  readonly failureHandled: boolean;
  /** Nothing runs behind the list. */
  readonly decidesStatus: boolean;
  readonly nestedShell: NestedShell | null;
  /** How many scripts within scripts. */
  readonly depth: number;
  /** Walks a list; gives its last simple command. */
  readonly walk: (list: readonly Statement[], context: Context) => ShellCommand | null;
}

/** How a member of a list is tied to its neighbours. */
export interface Link {
  readonly connector: Connector;
  readonly connectorRange: Range | null;
  readonly followedBy: ShellCommand['followedBy'];
  readonly failureHandled: boolean;
  readonly decidesStatus: boolean;
}

/** A pipeline whose members are still being collected. */
export interface PipelineDraft extends ShellPipeline {
  readonly commands: ShellCommand[];
}

/** What a command is made of. */
export interface CommandParts {
  readonly words: readonly ShellWord[];
  readonly assignments: readonly ShellAssignment[];
  readonly redirects: readonly ShellRedirect[];
}

/** A command as the walk lists it: its words are made when they are first asked for, since most rules look at names only. */
export class ListedCommand implements ShellCommand {
  readonly connector: Connector;
  readonly connectorRange: Range | null;
  readonly followedBy: ShellCommand['followedBy'];
  readonly failureHandled: boolean;
  readonly decidesStatus: boolean;
  readonly nesting: readonly Nesting[];
  readonly nestedShell: NestedShell | null;
  wrapper: ShellCommand | null = null;
  wrapped: ShellCommand | null = null;

  constructor(
    readonly name: string | null,
    readonly range: Range,
    private readonly parts: CommandParts,
    context: Pick<Context, 'nesting' | 'nestedShell'>,
    link: Link,
    private ownPipeline: ShellPipeline | null,
  ) {
    this.connector = link.connector;
    this.connectorRange = link.connectorRange;
    this.followedBy = link.followedBy;
    this.failureHandled = link.failureHandled || ownPipeline?.negated === true;
    this.decidesStatus = link.decidesStatus;
    this.nesting = context.nesting;
    this.nestedShell = context.nestedShell;
  }

  /** Nearly all commands are alone in theirs, and few rules ask. */
  get pipeline(): ShellPipeline {
    this.ownPipeline ??= { range: this.range, commands: [this], operators: [], negated: false };
    return this.ownPipeline;
  }

  get words(): readonly ShellWord[] {
    return this.parts.words;
  }

  get nameRange(): Range | null {
    return this.parts.words[0]?.range ?? null;
  }

  get assignments(): readonly ShellAssignment[] {
    return this.parts.assignments;
  }

  get redirects(): readonly ShellRedirect[] {
    return this.parts.redirects;
  }
}

// Every field is written out: spreads cost a third of the walk.
export function within(context: Context, construct: Nesting, failureHandled: boolean, decidesStatus: boolean): Context {
  return {
    text: context.text,
    collected: context.collected,
    nesting: [...context.nesting, construct],
    failureHandled,
    decidesStatus,
    nestedShell: context.nestedShell,
    depth: context.depth,
    walk: context.walk,
  };
}

/** A command whose words are at hand; one without a pipeline is alone in its own. */
export function listedCommand(
  parts: CommandParts, range: Range, context: Pick<Context, 'nesting' | 'nestedShell'>, link: Link, pipeline: ShellPipeline | null,
): ListedCommand {
  const first = parts.words[0];
  return new ListedCommand(first !== undefined && first.literal ? first.value : null, range, parts, context, link, pipeline);
}
