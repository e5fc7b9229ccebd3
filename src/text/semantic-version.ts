import parse from 'semver/functions/parse';

/**
 * Whether a text is a semantic version 2.0.0, as it stands: no blanks around it, no `=`; a leading `v` only if allowed.
 */
export function isSemanticVersion(text: string, { allowV }: { readonly allowV: boolean }): boolean {
  return (allowV ? /^v?\d/ : /^\d/).test(text) && text.trim() === text && parse(text) !== null;
}
