import { readFileSync } from 'node:fs';
import { basename } from 'node:path';
import { isDockerfileName } from '../../src/cli/dockerfile-names';
import { describeShared, sharedPath } from '../support/shared';

describe('a name', () => {
  it.each([
    'Dockerfile', 'dockerfile', 'Containerfile', 'containerfile', 'Dockerfile.dev', 'Dockerfile-dev', 'Dockerfile.alpine.3.20', 'Dockerfile.windows',
    'app.Dockerfile', 'app.dockerfile', 'Containerfile.dev', 'app.Containerfile', 'x.containerfile', '.devcontainer.Dockerfile', 'Dockerfile.in-memory', 'Dockerfile.py',
  ])('%s is that of a Dockerfile', (name) => {
    expect(isDockerfileName(name)).toBe(true);
  });

  it.each([
    'Dockerfile.md', 'Dockerfile.in', 'Containerfile.in', 'Dockerfile.dockerignore', 'app.Dockerfile.dockerignore', '.dockerignore', 'Dockerfile.j2',
    'Dockerfile.template', 'Dockerfile.tmpl', 'Dockerfile.orig', 'Dockerfile.bak', '.Dockerfile.swp', 'Dockerfile.dev~', '.#app.Dockerfile', 'MyDockerfile',
    'Dockerfiles', 'Dockerfile_dev', 'DOCKERFILE', 'Dockerfile.', 'docker-compose.yml', '',
  ])('%s is not', (name) => {
    expect(isDockerfileName(name)).toBe(false);
  });
});

describeShared('the names of the corpus', () => {
  it('are those of Dockerfiles, but for one with a number', () => {
    const index = readFileSync(sharedPath('corpus', 'index.tsv') ?? '', 'utf8');
    const names = index.trimEnd().split('\n').slice(1).map((line) => basename(line.split('\t')[3] ?? ''));
    expect(names.filter((name) => !isDockerfileName(name))).toEqual(['dockerfile_1']);
  });
});
