// eslint 9 reads this file; the rules and the borders between the rooms are in .eslintrc.json.
const { FlatCompat } = require('@eslint/eslintrc');
const js = require('@eslint/js');
const configuration = require('./.eslintrc.json');
const borders = require('./scripts/eslint/borders.cjs');

const compat = new FlatCompat({ baseDirectory: __dirname, recommendedConfig: js.configs.recommended });

module.exports = [{ plugins: { plimsoll: { rules: { borders } } } }, ...compat.config(configuration)];
