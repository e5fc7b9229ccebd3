import { version } from '../../package.json';
import type { Report } from '../engine/result';

/** How the program calls itself in reports. */
export const TOOL: Report['tool'] = { name: 'plimsoll', version };
