import Ajv from 'ajv';
import standaloneCode from 'ajv/dist/standalone/index.js';
import { build } from 'esbuild';

const ANNOTATIONS = new Set(['$schema', 'title', 'description', 'default', 'examples']);

/** Keywords whose value holds schemas by names of the author's choosing. */
const BY_NAME = new Set(['properties', 'patternProperties', 'definitions']);

/** The schema without what decides nothing: it would be carried along in the validator. */
function withoutAnnotations(schema) {
  if (Array.isArray(schema)) return schema.map(withoutAnnotations);
  if (typeof schema !== 'object' || schema === null) return schema;
  const entries = Object.entries(schema).filter(([keyword]) => !ANNOTATIONS.has(keyword));
  return Object.fromEntries(
    entries.map(([keyword, value]) => {
      if (!BY_NAME.has(keyword)) return [keyword, keyword === 'enum' || keyword === 'required' ? value : withoutAnnotations(value)];
      return [keyword, Object.fromEntries(Object.entries(value).map(([name, part]) => [name, withoutAnnotations(part)]))];
    }),
  );
}

/** The text of a module that checks a config against the schema, with nothing left to compile or load at run time. */
export async function validatorsText(root, schema) {
  const ajv = new Ajv({
    allErrors: true,
    // Messages are our own, with place and nearest name.
    messages: false,
    inlineRefs: false,
    strict: true,
    strictTypes: false,
    strictTuples: false,
    code: { source: true, esm: true },
  });
  const key = 'config';
  ajv.addSchema(withoutAnnotations(schema), key);
  const contents = standaloneCode(ajv, { validateConfig: key });
  // The code asks for helpers of ajv by require(); bundled, they are part of it.
  const result = await build({
    stdin: { contents, resolveDir: root, loader: 'js' },
    bundle: true,
    write: false,
    absWorkingDir: root,
    format: 'esm',
    platform: 'neutral',
    mainFields: ['main'],
    target: 'node20',
    logLevel: 'warning',
  });
  // What ajv would write into code that it generates: a string that looks like a require().
  return result.outputFiles[0].text.replace(/^\s*ucs2length\.code = .*\n/m, '');
}
