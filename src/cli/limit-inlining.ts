import { setFlagsFromString } from 'node:v8';

/** So many files keep the optimizer busy; for fewer the setting changes nothing. */
export const MANY_FILES = 100;

/** The first V8 with a middle compiler, in Node 22. */
const FIRST_WITH_MIDDLE_COMPILER = 12;

/**
 * In the V8 of Node 20 every hot function waits for the optimizing compiler, and a run over many files is over before the
 * queue is: it spends a fifth of its time waiting for functions that are inlined into each other. Newer ones bridge the wait.
 */
export function limitInlining(engineVersion: string): void {
  if (Number.parseInt(engineVersion, 10) < FIRST_WITH_MIDDLE_COMPILER) setFlagsFromString('--max-inlined-bytecode-size-cumulative=200');
}
