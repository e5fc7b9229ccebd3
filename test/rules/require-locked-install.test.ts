import rule from '../../rules/packages/require-locked-install';
import { remarked, saidOf } from '../support/run-rule';

describe('with a known context', () => {
  const files = ['package.json', 'package-lock.json', 'web/yarn.lock', 'uv.lock'];

  test.each([
    'FROM node:22\nCOPY package*.json ./\nRUN npm «install»',
    'FROM node:22\nCOPY . .\nRUN npm «install» && uv «sync»',
    'FROM node:22\nCOPY web/* /web/\nRUN «yarn» --cwd /web',
    'FROM node:22\nCOPY web /web\nRUN yarn --cwd /web',
    'FROM node:22\nONBUILD COPY . .\nONBUILD RUN npm install',
    'FROM node:22\nCOPY --from=other . .\nRUN npm install',
    'FROM node:22 AS base\nCOPY . .\nFROM base\nRUN npm «install»\nFROM node:22\nRUN npm install',
  ])('%j', (marked) => expect(remarked(rule, marked, { context: { files } })).toBe(marked));

  test('what is ignored is not there', () => {
    const text = 'FROM node:22\nCOPY package*.json ./\nRUN npm install';
    expect(saidOf(rule, text, { context: { files, ignore: '*-lock.json' } })).toEqual([]);
    expect(saidOf(rule, text, { context: { files: ['package.json'] } })).toEqual([]);
    expect(saidOf(rule, text)).toEqual([expect.stringMatching(/^info: .*package-lock\.json/)]);
  });
});

test.each([
  'FROM node:22\nRUN --mount=type=bind,source=pnpm-lock.yaml,target=/a/pnpm-lock.yaml pnpm «i»',
  'FROM node:22\nENV CI=true\nCOPY pnpm-lock.yaml yarn.lock ./\nRUN pnpm i && yarn',
  'FROM node:22\nCOPY pnpm-lock.yaml yarn.lock ./\nRUN CI=1 pnpm i; pnpm install --no-frozen-lockfile; pnpm install $FLAGS',
  'FROM ruby:3\nCOPY Gemfile* ./\nRUN bundle config set --local deployment true && bundle install',
  'FROM ruby:3\nONBUILD ENV BUNDLE_FROZEN=1\nONBUILD COPY Gemfile.lock ./\nONBUILD RUN bundle install',
  'FROM php:8\nCOPY composer.lock ./\nRUN composer install && composer «update»',
  'FROM rust:1\nARG F\nCOPY $F ./\nCOPY Cargo.lock ./\nRUN cargo install ripgrep && cargo «install» --path .',
])('%j', (marked) => expect(remarked(rule, marked)).toBe(marked));
