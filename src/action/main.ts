/** What GitHub's runner starts. */
import { processSurroundings } from '../cli/surroundings';
import { runAction } from './run';

void runAction(processSurroundings()).then((code) => {
  process.exitCode = code;
});
