import { defineRule, END_OF_LIFE_TABLE_DATE, imageName } from '../../src/rule';

export default defineRule({
  summary: 'Build on a release that is still supported',
  why: `Nobody mends the packages of a release whose support has ended: holes that become known stay open, and in time its package
servers are switched off. The dates are in a table that comes with Plimsoll; the finding names the day they are judged by.
For Debian the end of LTS counts, for Ubuntu the end of standard support.`,
  exceptions: 'Where support is bought (ESM, ELTS), or an old release is built on purpose, suppress the line with that reason. `--as-of` judges by another day.',
  severity: 'info',
  presets: { strict: {}, cis: {}, nist: {}, gc: {} },
  aliases: ['tally:ruby/eol-ruby-version', 'dockerfile-doctor:DD077'],
  controls: ['nist-800-190:4.1.1', 'cis-docker:4.4', 'gc:no-major-cve', 'gc:patched-base'],
  dockerfile: ({ facts, report }) => {
    const reported = new Set<string>();

    return {
      stage({ base }) {
        if (base.kind !== 'image') return;
        const end = base.known?.endOfLife ?? null;
        const asOf = facts.asOf ?? END_OF_LIFE_TABLE_DATE;
        if (end === null || end.date >= asOf) return;
        const { tag, word } = base.reference;
        const name = imageName(base.reference);
        // Of an image that several stages begin with, the first tells enough.
        if (reported.has(name)) return;
        reported.add(name);
        report({
          at: tag.kind === 'known' ? tag.range : word.range,
          message: `Support of ${end.what} ended on ${end.date}, so ${name} gets no more fixes (as of ${asOf}); take a release that is supported`,
        });
      },
    };
  },
  examples: [
    { good: 'FROM debian:bookworm-slim\nFROM node:lts\nFROM ubuntu:rolling\nFROM registry.example.org/debian:9\nFROM alpine@sha256:0123456789012345678901234567890123456789012345678901234567890123' },
    { bad: 'FROM debian:«10-slim»', message: 'Debian 10 ended on 2024-06-30' },
    { bad: 'ARG NODE=16\nFROM node:«$NODE-alpine» AS a\nFROM a\nFROM python:«3.7»', message: 'Node.js 16', asOf: '2026-01-01' },
    { good: 'FROM node:16-alpine', asOf: '2022-01-01' },
    { bad: 'FROM node:«22-buster» AS a\nFROM node:22-buster AS b\nFROM «centos»', message: 'Debian 10' },
  ],
});
