// The expression that semver.org suggests: MAJOR.MINOR.PATCH, then identifiers of a pre-release and of the build.
const SEMANTIC =
  /^(?:0|[1-9]\d*)\.(?:0|[1-9]\d*)\.(?:0|[1-9]\d*)(?:-(?:0|[1-9]\d*|\d*[a-z-][\da-z-]*)(?:\.(?:0|[1-9]\d*|\d*[a-z-][\da-z-]*))*)?(?:\+[\da-z-]+(?:\.[\da-z-]+)*)?$/i;

/**
 * Whether a text is a semantic version 2.0.0, as it stands: no blanks around it, no `=`; a leading `v` only if allowed.
 */
export function isSemanticVersion(text: string, { allowV }: { readonly allowV: boolean }): boolean {
  return SEMANTIC.test(allowV && text.startsWith('v') ? text.slice(1) : text);
}
