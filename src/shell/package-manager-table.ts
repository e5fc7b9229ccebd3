/** What each package manager's command line means: which words are subcommands, which options take a value. */
import { LANGUAGE_MANAGERS } from './language-managers';
import type { ManagerShape } from './manager-shape';
import { PROJECT_MANAGERS } from './project-managers';
import { SYSTEM_MANAGERS } from './system-managers';

export type { ManagerShape, PackageAction, PackageManagerName } from './manager-shape';

/** By the name of the program. */
export const MANAGERS: ReadonlyMap<string, ManagerShape> = new Map<string, ManagerShape>([...SYSTEM_MANAGERS, ...LANGUAGE_MANAGERS, ...PROJECT_MANAGERS]);
