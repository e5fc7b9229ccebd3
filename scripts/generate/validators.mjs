import Ajv from 'ajv';
import standaloneCode from 'ajv/dist/standalone/index.js';
import { build } from 'esbuild';

/** The text of a module that checks a config against the schema, with nothing left to compile or load at run time. */
export async function validatorsText(root, schema) {
  const ajv = new Ajv({ allErrors: true, strict: true, strictTypes: false, strictTuples: false, code: { source: true, esm: true } });
  const key = 'config';
  ajv.addSchema(schema, key);
  const contents = standaloneCode(ajv, { validateConfig: key });
  // The code asks for helpers of ajv by require(); bundled, they are part of it.
  const result = await build({
    stdin: { contents, resolveDir: root, loader: 'js' },
    bundle: true,
    write: false,
    format: 'esm',
    platform: 'neutral',
    mainFields: ['main'],
    target: 'node20',
    logLevel: 'warning',
  });
  return result.outputFiles[0].text;
}
