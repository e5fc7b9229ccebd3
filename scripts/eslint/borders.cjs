// ESLint rule: what the files of each room may import. The table of rooms is in .eslintrc.json; a folder that is in
// no room of the table is an error, so that a new one is given its borders on the first day. A call of require() is
// reported by no-restricted-globals.
'use strict';

const { isBuiltin } = require('node:module');
const path = require('node:path');

/**
 * @typedef {object} Room
 * @property {string} room Start of the paths that belong to it; the longest that fits counts.
 * @property {string[]} may What its files import: starts of paths, packages, `node` for Node's own modules.
 * @property {string[]} [types] What its files import types of, besides.
 * @property {boolean} [lazy] They may use `import()`.
 */

const startsAt = (file, start) => (start.endsWith('/') ? file.startsWith(start) : file === start || file.startsWith(start));

/** @returns {Room | undefined} */
function roomOf(rooms, file) {
  return rooms.filter(({ room }) => startsAt(file, room)).sort((a, b) => b.room.length - a.room.length)[0];
}

/** What the specifier names, in the terms of the table. */
function targetOf(file, specifier) {
  if (specifier.startsWith('.')) return path.posix.normalize(path.posix.join(path.posix.dirname(file), specifier));
  if (isBuiltin(specifier)) return 'node';
  return specifier
    .split('/')
    .slice(0, specifier.startsWith('@') ? 2 : 1)
    .join('/');
}

const isAllowed = (allowed, target, isPath) =>
  allowed.some((entry) => (isPath && entry.endsWith('/') ? `${target}/`.startsWith(entry) : target === entry));

/** The text of a string or of a template without holes; null for what is computed. */
function literalText(node) {
  if (node.type === 'TSLiteralType') return literalText(node.literal);
  if (node.type === 'Literal' && typeof node.value === 'string') return node.value;
  if (node.type === 'TemplateLiteral' && node.expressions.length === 0) return node.quasis[0].value.cooked;
  return null;
}

const isTypeOnly = (node) =>
  node.importKind === 'type' ||
  node.exportKind === 'type' ||
  (node.specifiers?.length > 0 && node.specifiers.every(({ importKind, exportKind }) => importKind === 'type' || exportKind === 'type'));

/** @type {import('eslint').Rule.RuleModule} */
module.exports = {
  meta: {
    type: 'problem',
    docs: { description: 'Hold the borders between the rooms' },
    schema: [{ type: 'array' }],
    messages: {
      unknown: 'This folder is in no room of the table in .eslintrc.json: give it its borders there',
      border: '{{room}} may not import {{target}}',
      typesOnly: '{{room}} may import types only from {{target}}',
      lazy: '{{room}} loads all that it needs at once: no import()',
      computed: 'A computed import crosses borders unseen: write the module as a string',
      require: 'Write an import declaration',
    },
  },
  create(context) {
    const [rooms] = context.options;
    const file = path.relative(context.cwd, context.filename).split(path.sep).join('/');
    const room = roomOf(rooms, file);
    if (room === undefined) return { Program: (node) => context.report({ node, messageId: 'unknown' }) };

    const check = (node, source, types) => {
      const specifier = literalText(source);
      if (specifier === null) return context.report({ node, messageId: 'computed' });
      const target = targetOf(file, specifier);
      const isPath = specifier.startsWith('.');
      const data = { room: room.room, target };
      if (isAllowed(room.may, target, isPath)) return undefined;
      const typesAllowed = isAllowed(room.types ?? [], target, isPath);
      if (typesAllowed && types) return undefined;
      return context.report({ node, messageId: typesAllowed ? 'typesOnly' : 'border', data });
    };
    const declaration = (node) => {
      if (node.source) check(node, node.source, isTypeOnly(node));
    };
    return {
      ImportDeclaration: declaration,
      ExportNamedDeclaration: declaration,
      ExportAllDeclaration: declaration,
      ImportExpression(node) {
        if (room.lazy) check(node, node.source, false);
        else context.report({ node, messageId: 'lazy', data: { room: room.room } });
      },
      TSImportType: (node) => check(node, node.source, true),
      TSExternalModuleReference: (node) => context.report({ node, messageId: 'require' }),
    };
  },
};
