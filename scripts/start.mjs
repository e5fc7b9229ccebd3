// `npm start -- ARGUMENTS`: sets up what is missing, then is the program itself.
import { createRequire } from 'node:module';
import { join } from 'node:path';
import { ROOT, setUpOrExit } from './setup.mjs';

await setUpOrExit();

// npm runs scripts in the package's folder; the paths given are meant from where the user stands.
if (process.env.npm_lifecycle_event === 'start' && process.env.INIT_CWD) process.chdir(process.env.INIT_CWD);
const bin = join(ROOT, 'bin', 'plimsoll.js');
process.argv[1] = bin;
createRequire(import.meta.url)(bin);
