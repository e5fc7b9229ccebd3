/** Where a config may stand in a folder, beside {@link PACKAGE_FILE}. */
export const CONFIG_NAMES = ['.plimsoll.yaml', '.plimsoll.yml', '.plimsoll.json'] as const;

export const PACKAGE_FILE = 'package.json';
export const PACKAGE_KEY = 'plimsoll';

/** What stands under our key of a package.json; undefined when there is no such key. */
export function packageConfig(content: unknown): unknown {
  return typeof content === 'object' && content !== null && PACKAGE_KEY in content ? content[PACKAGE_KEY] : undefined;
}
