/** What ShellCheck says of many Dockerfiles, gathered before they are linted. */
import type { Settings } from '../config/settings';
import { createModel } from '../dockerfile/model';
import { parseDocument } from '../dockerfile/parse';
import type { Source } from '../dockerfile/source';
import { namesOf } from '../engine/aliases';
import { isOn } from '../engine/problems';
import type { RunError } from '../engine/result';
import type { RegisteredRule, ShellcheckFinding } from '../engine/rule-definition';
import { baseImage } from '../knowledge/base-images';
import { shellcheckScripts, type ShellcheckScript } from '../shell/shellcheck-script';
import { createShellView } from '../shell/view';
import { runShellcheck, type ShellcheckComment } from './shellcheck-program';

export interface ShellcheckFacts {
  /** Null when ShellCheck could not be asked. */
  readonly of: (source: Source) => readonly ShellcheckFinding[] | null;
  readonly errors: readonly RunError[];
}

/** Files that are sourced are not there; the head and the dialect are ours. */
const BESIDE_THE_POINT = ['SC1090', 'SC1091', 'SC1128', 'SC2148', 'SC2187'];

/**
 * @param program `auto` for the one on the PATH, which may be missing, or a path
 */
export async function shellcheckFacts(
  files: readonly { readonly source: Source; readonly settings: Settings }[], program: string, rules: readonly RegisteredRule[], cwd: string,
): Promise<ShellcheckFacts> {
  const asked = files.filter(({ settings }) => isOnIn(settings, rules)).map(({ source, settings }) => ({ source, scripts: scriptsOf(source, settings) }));
  const indices = new Map<string, number>();
  for (const { scripts } of asked) for (const { text } of scripts) if (!indices.has(text)) indices.set(text, indices.size);
  const outcome = await runShellcheck(program === 'auto' ? 'shellcheck' : program, [...indices.keys()], [...BESIDE_THE_POINT, ...ownCodes(rules)], cwd);
  if (outcome.kind !== 'said') {
    const message = outcome.kind === 'failed' ? outcome.message : 'there is no such program';
    const isQuiet = program === 'auto' && outcome.kind === 'missing';
    return { of: () => null, errors: isQuiet ? [] : [{ path: program === 'auto' ? 'shellcheck' : program, message: `ShellCheck is not used: ${message}` }] };
  }

  const isWanted = wantedCodes(rules);
  const findings = new Map<Source, readonly ShellcheckFinding[]>();
  for (const { source, scripts } of asked) {
    findings.set(source, scripts.flatMap((script) => {
      const said = outcome.comments.get(indices.get(script.text) ?? -1) ?? [];
      return said.flatMap((comment) => findingOf(comment, script)).filter(({ code }) => isWanted(code));
    }));
  }
  return { of: (source) => findings.get(source) ?? null, errors: [] };
}

function isOnIn(settings: Settings, rules: readonly RegisteredRule[]): boolean {
  return rules.some(({ id, rule }) => {
    const setting = rule.needs === 'shellcheck' ? settings.rules.get(id) : undefined;
    return setting !== undefined && isOn(setting);
  });
}

/** A file that the core cannot read has its error told by the linting itself. */
function scriptsOf(source: Source, { build }: Settings): readonly ShellcheckScript[] {
  try {
    const model = createModel(source, parseDocument(source), build, { baseImage });
    return shellcheckScripts(model, createShellView(model));
  } catch {
    return [];
  }
}

function findingOf(comment: ShellcheckComment, script: ShellcheckScript): readonly ShellcheckFinding[] {
  const at = script.rangeOf(comment);
  if (at === null) return [];
  const { level } = comment;
  return [{ code: `SC${comment.code}`, severity: level === 'style' ? 'info' : level, message: comment.message.replace(/\.$/, ''), at }];
}

/** Those that no rule of our own speaks of: the family's rule, with the code as its message, stands for them. */
function wantedCodes(rules: readonly RegisteredRule[]): (code: string) => boolean {
  const names = namesOf(rules);
  return (code) => names.resolve(code).rules.some(({ messageId }) => messageId === code);
}

function ownCodes(rules: readonly RegisteredRule[]): readonly string[] {
  return rules.flatMap(({ rule }) => rule.aliases.flatMap((alias) => /^hadolint:(SC\d{4})$/.exec(alias)?.[1] ?? []));
}
