import rule from '../../rules/base-image/no-latest-tag';
import { remarked, saidOf } from '../support/run-rule';

describe('no-latest-tag', () => {
  it.each([
    'FROM "node:«latest»"',
    'FROM host:5000/x/y:«latest»',
    'FROM host:5000/latest\nFROM latest\nFROM latest:1\nFROM x/latest/y:1',
    'FROM node:LATEST\nFROM node:latest-slim\nFROM node:2024-latest',
    'FROM node:latest@sha256:0123456789abcdef0123456789abcdef0123456789abcdef0123456789abcdef',
    'FROM --platform=linux/amd64 node:«latest» AS latest\nFROM latest\nFROM Latest',
    'ARG TAG\nFROM node:$TAG\nFROM node:${TAG}-latest',
    'ARG TAG\nFROM node:«${TAG:-latest}»',
    'ARG REGISTRY\nFROM $REGISTRY/node:«latest»\nFROM ${REGISTRY}node:«latest»',
    'ARG IMAGE=node:latest\nFROM «$IMAGE»',
    'ARG TAG=latest\nARG IMAGE=node:$TAG\nFROM «$IMAGE» AS a\nFROM «${IMAGE}» AS b',
    'ARG IMAGE=node\nARG TAG=late\nFROM $IMAGE:«${TAG}st»',
    'ARG DIGEST\nFROM node:latest@$DIGEST',
    'FROM scratch\nCOPY --from=node:«latest» /a /a\nADD --from=node:latest /a /a',
    'FROM a:1 AS node\nCOPY --from=node / /\nCOPY --from=0 / /\nRUN --mount=type=bind,from=x/y:«latest»,target=/n true',
    'FROM a:1\nONBUILD COPY --from=x:«latest» / /\nONBUILD RUN --mount=from=x:«latest»,target=/n true',
    'FROM a:1\nRUN <<EOF\nFROM node:latest\nEOF',
    'from \\\n  node:«latest»',
  ])('judges %s', (marked) => {
    expect(remarked(rule, marked)).toBe(marked);
  });

  it('passes what a build context replaces, and takes the build argument that is given', () => {
    expect(saidOf(rule, 'FROM node:latest', { build: { contexts: { 'node:latest': './node' } } })).toEqual([]);
    const text = 'ARG TAG=latest\nFROM node:$TAG';
    expect(saidOf(rule, text, { build: { args: { TAG: '22' } } })).toEqual([]);
    expect(saidOf(rule, text, { build: { args: { TAG: null } } })).toEqual([]);
    expect(saidOf(rule, 'ARG TAG=22\nFROM node:$TAG', { build: { args: { TAG: 'latest' } } })).toHaveLength(1);
  });

  it('names the image and the ARG', () => {
    expect(saidOf(rule, 'FROM node:latest')).toEqual(['warning: The tag latest of node:latest moves; name a version']);
    expect(saidOf(rule, 'ARG TAG=latest\nFROM node:$TAG')).toEqual(['warning: The tag latest of node:$TAG moves (value of ARG TAG); name a version']);
  });
});
