/** What the walk over a shell tree carries along. */
import type { Statement } from 'unbash';
import type { LogicalText } from '../dockerfile/logical-text';
import type { Range } from '../dockerfile/source';
import type {
  Connector, NestedShell, Nesting, ShellAssignment, ShellCommand, ShellPipeline, ShellRedirect, ShellWord,
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
  readonly loopVariables: string[];
  readonly embedded: EmbeddedScript[];
}

/** What surrounds a list of commands. */
export interface Context {
  readonly text: LogicalText;
  readonly collected: Collected;
  readonly nesting: readonly Nesting[];
  readonly failureHandled: boolean;
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
}

/** A pipeline whose members are still being collected. */
export interface PipelineDraft extends ShellPipeline {
  readonly commands: ShellCommand[];
}

export type CommandDraft = { -readonly [Key in keyof ShellCommand]: ShellCommand[Key] };

interface CommandParts {
  readonly words: readonly ShellWord[];
  readonly assignments: readonly ShellAssignment[];
  readonly redirects: readonly ShellRedirect[];
  readonly range: Range;
}

// Every field is written out, here and below: spreads cost a third of the walk.
export function within(context: Context, construct: Nesting, failureHandled: boolean): Context {
  return {
    text: context.text,
    collected: context.collected,
    nesting: [...context.nesting, construct],
    failureHandled,
    nestedShell: context.nestedShell,
    depth: context.depth,
    walk: context.walk,
  };
}

export function draftCommand(
  parts: CommandParts, context: Pick<Context, 'nesting' | 'nestedShell'>, link: Link, pipeline: ShellPipeline,
): CommandDraft {
  const first = parts.words[0];
  return {
    name: first !== undefined && first.literal ? first.value : null,
    nameRange: first?.range ?? null,
    words: parts.words,
    assignments: parts.assignments,
    redirects: parts.redirects,
    range: parts.range,
    connector: link.connector,
    connectorRange: link.connectorRange,
    followedBy: link.followedBy,
    failureHandled: link.failureHandled || pipeline.negated,
    nesting: context.nesting,
    pipeline,
    wrapper: null,
    wrapped: null,
    nestedShell: context.nestedShell,
  };
}
