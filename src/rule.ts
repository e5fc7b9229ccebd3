/**
 * The contract for rules: everything a rule may import comes from here.
 *
 * A rule is one file, `rules/<category>/<rule-id>.ts`, with one default export:
 *
 *     export default defineRule({ summary, why, severity, presets, aliases, controls, dockerfile, examples });
 *
 * The file name is the id, the folder its category; neither is written anywhere else. `dockerfile` is given
 * `{ model, shell, options, facts, report }` and returns handlers by keyword. Its `examples` are its tests.
 */
import type { MessageKinds, OptionSchemas, RuleDefinition } from './engine/rule-definition';

/** Gives a rule its types: options from their schema, message ids from `messages`. Does nothing at run time. */
export function defineRule<const O extends OptionSchemas = Record<never, never>, const M extends MessageKinds = Record<never, never>>(
  rule: RuleDefinition<O, M>,
): RuleDefinition<O, M> {
  return rule;
}

export type * from './dockerfile/nodes';
export type * from './dockerfile/model-types';
export type * from './dockerfile/values';
export type * from './shell/commands';
export type { BaseImage } from './knowledge/base-image';
export type { Severity } from './engine/result';
export type { Suppression, SuppressionTarget } from './engine/suppression';
export { END_OF_LIFE_TABLE_DATE } from './knowledge/end-of-life';
export type { ContextFacts, DockerfileHandlers, Finding, MessageKinds, ReportedFix, RuleDefinition } from './engine/rule-definition';
export { ociLabelType, type LabelType } from './knowledge/oci-labels';
export { isSpdxExpression } from './knowledge/spdx-expression';
export { excusesSecretName, namesSecret, namesSecretForBuildkit, namesSecretForHadolint } from './knowledge/secret-names';
export { secretFile, type SecretFile } from './knowledge/secret-files';
export { findRandomSecrets, findSecrets, type FoundSecret } from './knowledge/secret-values';
export { accountOf } from './text/account';
export type { FlagFacts, FlagValue, MountKeyFacts, MountType } from './knowledge/instruction-flags';
export { frontendOf, mayKnowMore, type Frontend, type FrontendVersion } from './knowledge/frontend';
export {
  BUILDAH_MOUNT_KEYS, flagFacts, flagNames, instructionsWithFlag, isFlagValue, isMountValue, missingRelease, mountKeyFacts, mountKeyNames,
} from './knowledge/instruction-flags';
export { asSingleWord } from './text/builder-word';
export { contextPath, isArchiveName, isGitSource, isRemoteSource, leavesContext } from './text/copy-source';
export { absolutePath, liesIn } from './text/container-path';
export { nameOrigin } from './text/describe';
export { readFileMode, type FileMode } from './text/file-mode';
export { findDebugAgent } from './text/debug-agent';
export { namesDevelopment } from './text/development-name';
export { parseDuration } from './text/duration';
export { imageName } from './text/image-name';
export { findJsonMistake, type JsonMistake } from './text/json-mistake';
export { listNames } from './text/list-names';
export { isMisplaced, sortByName } from './text/name-order';
export { createImageList, type ImageList } from './text/image-list';
export { lineEndOf } from './text/line-end';
export { parsePortSpec, type PortMistake, type PortSpec } from './text/port-spec';
export { isOneEditApart, nearestName } from './text/nearest';
export { isAddress, isCommitHash, isEmailAddress, isTimestamp } from './text/label-value';
export { shorten } from './text/shorten';
export { parseSignal, signalNames } from './text/signal';
export { isSemanticVersion } from './text/semantic-version';
export { quoteLabelValue } from './text/quote';
export { wholeLines } from './text/whole-lines';
export { matchesWildcard } from './text/wildcard';
export { KEYWORDS } from './dockerfile/nodes';
export { hasDisposableMount, hasMount, mountsOf, type Mount } from './dockerfile/mounts';
export { effectiveLabels, type EffectiveLabel } from './dockerfile/effective-labels';
export { sliceLogical, sourceRange } from './dockerfile/logical-text';
export { startCommand, type StartCommand } from './dockerfile/start-command';
export { positionAt, sliceOf, type Range } from './dockerfile/source';
export { continuedLines, type ContinuedLine } from './dockerfile/continued-lines';
export { knownDirectory } from './dockerfile/working-directory';
export { expandedWords, referencesInHeredoc, referencesInWord } from './dockerfile/expanded-words';
export { hasNoShell, mayBring, mayHold } from './dockerfile/brought-in';
export { chainInstructions } from './dockerfile/stages';
export { substitutionFault, type SubstitutionFault } from './dockerfile/substitution-faults';
export { placesOf } from './dockerfile/word-places';
export { joinPath } from './dockerfile/working-directory';
export { argumentDefaults, canBeReference, type ArgumentDefaults } from './dockerfile/default-arguments';
export { literalReference } from './dockerfile/references';
export { parsePlatformName, PLATFORM_WORDS, type PlatformName } from './dockerfile/platform-name';
export { PLATFORM_ARGUMENTS } from './dockerfile/platforms';
export { isPredefinedArgument, PREDEFINED_ARGUMENTS } from './dockerfile/predefined-arguments';
export { stageCircles, stagesInUse, type StageCircle } from './dockerfile/stage-uses';
export { variableReferences, type VariableReference } from './dockerfile/variable-references';
export { knownPrefix, knownSuffix, knownText, originAt } from './dockerfile/values';
export { accountCommands, ACCOUNT_PROGRAMS, type AccountCommand } from './shell/account-commands';
export { aptSettingsAt, type AptSettings } from './shell/apt-settings';
export { readCommandLine, type CommandLine, type CommandLineShape, type CommandOption } from './shell/command-line';
export { firstStatement } from './shell/first-statement';
export { chmodCommand, type ChmodCommand } from './shell/chmod';
export { baseName, shellKindOf } from './shell/interpreter';
export { mayFail } from './shell/may-fail';
export { mentions } from './shell/mentions';
export { environmentOf, packageCommands, variablesAt } from './shell/package-commands';
export { endOfChain } from './shell/end-of-chain';
export { commandsThatLeaveCache } from './shell/package-cache';
export { unpinnedInstalls, unpinnedPackages, type UnpinnedInstall } from './shell/package-pins';
export type { PackageAction, PackageCommand, PackageManagerName } from './shell/package-managers';
export { plainWords } from './shell/plain-command';
export { callsCleanUp, cleansAptLists, removedPaths, removesPath } from './shell/removal';
export { rpmMayAssumeYes } from './shell/rpm-settings';
export { scriptOptionsAt, type ScriptOptions } from './shell/script-options';
export { swallowedInstructions, type SwallowedInstruction } from './shell/swallowed-instructions';
export { dependencyInstalls, type DependencyInstall, type DependencyTool } from './shell/dependency-installs';
export { APT_WORDS, RPM_WORDS } from './shell/system-managers';
export { developmentDependencies, type DevelopmentDependencies } from './shell/development-dependencies';
export { tarExtraction, type TarExtraction } from './shell/tar';
export { compileCommand, compilerPattern, type CompileCommand } from './shell/toolchains';
export { bashismsIn, type Bashism } from './shell/bashisms';
export { doubleQuoted, isListMeant, isWholeWord, splitWords } from './shell/splitting';
export { commandsIn, wordCounter, type WordCount, type WordCounter } from './shell/word-count';
export { commandFate, isWindowsLine, replacesShell, takesArguments, type CommandFate } from './shell/start-commands';
export { download, verifiesDownload, type Download } from './shell/downloads';
export { checkedOutRevision, gitCommand, type GitCommand } from './shell/git';
export { isMovingRevision, revisionInAddress } from './text/git-revision';
