// The program's rules without what only their pages show: examples and long texts are neither read nor parsed when
// linting. The pages' data are in a file of their own, which `explain` loads.
import { readFile } from 'node:fs/promises';
import { join, sep } from 'node:path';
import ts from 'typescript';

const TEXT_ONLY = new Set(['why', 'exceptions', 'examples', 'variants']);

const isCallOf = (node, name) => ts.isCallExpression(node) && ts.isIdentifier(node.expression) && node.expression.text === name;

/** The text of a rule file, the page-only properties of its `defineRule` object cut out. */
export function stripRule(path, text) {
  const file = ts.createSourceFile(path, text, ts.ScriptTarget.ES2022, true, ts.ScriptKind.TS);
  const cuts = [];
  const visit = (node) => {
    if (!isCallOf(node, 'defineRule')) {
      ts.forEachChild(node, visit);
      return;
    }
    const [definition] = node.arguments;
    if (definition === undefined || !ts.isObjectLiteralExpression(definition)) {
      throw new Error(`${path}: the argument of defineRule must be an object literal`);
    }
    const { properties } = definition;
    properties.forEach((property, index) => {
      if (property.name === undefined || !TEXT_ONLY.has(property.name.text)) return;
      const next = properties[index + 1];
      cuts.push([property.getStart(file), next === undefined ? properties.end : next.getStart(file)]);
    });
  };
  visit(file);
  let rest = text;
  for (const [start, end] of cuts.reverse()) rest = rest.slice(0, start) + rest.slice(end);
  return rest;
}

/** What a rule's page shows, as JSON: everything of the rule that is data. */
export function ruleTextsModule(rules) {
  return `export const RULE_TEXTS = JSON.parse(${JSON.stringify(JSON.stringify(rules))});`;
}

/** esbuild plugin; `rules` are the registered rules, whole. */
export function rulePlugin(root, rules) {
  const rulesFolder = join(root, 'rules') + sep;
  return {
    name: 'rules',
    setup(build) {
      build.onLoad({ filter: /\.ts$/ }, async ({ path }) => {
        if (!path.startsWith(rulesFolder)) return undefined;
        return { contents: stripRule(path, await readFile(path, 'utf8')), loader: 'ts' };
      });
      build.onLoad({ filter: /rule-texts\.generated\.ts$/ }, () => ({ contents: ruleTextsModule(rules), loader: 'js' }));
    },
  };
}
