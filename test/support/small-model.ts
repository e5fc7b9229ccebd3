/** Builds the model of a small Dockerfile on a base-image table of six images, and shows its values in short. */
import { createModel } from '../../src/dockerfile/model';
import type { BuildInputs, DockerfileModel, ModelKnowledge, Stage, StageBase } from '../../src/dockerfile/model-types';
import type { Instruction } from '../../src/dockerfile/nodes';
import { parseDocument } from '../../src/dockerfile/parse';
import { createSource } from '../../src/dockerfile/source';
import type { Value } from '../../src/dockerfile/values';
import type { BaseImage } from '../../src/knowledge/base-image';

export const PLAIN_BUILD: BuildInputs = { targets: [], args: {}, contexts: {}, platform: null, builder: 'buildkit' };

export function baseImage(facts: Partial<BaseImage> = {}): BaseImage {
  return {
    name: 'test', os: null, sharesTagWithWindows: false, user: null, runsAsRoot: null, dropsRoot: false, shell: null, pipefail: null, shellWords: null,
    toolchains: null, runtime: null, distribution: null, release: null, libc: null, environment: null, aptAssumesYes: false, tools: [], missingTools: [], entrypoint: null, command: null, workdir: null,
    endOfLife: null, ...facts,
  };
}

/** `debian` (dash), `alpine` (ash), `app` (user 1000), `win` (Windows), `empty` (no shell), `both` (Linux and Windows). */
export const KNOWLEDGE: ModelKnowledge = {
  baseImage({ registry, path, tag }) {
    if (registry !== null) return null;
    if (path === 'debian') return baseImage({ name: tag ?? 'no tag', os: 'linux', user: '', runsAsRoot: true, shell: 'dash', pipefail: false });
    if (path === 'alpine') return baseImage({ name: 'alpine', os: 'linux', user: '', runsAsRoot: true, shell: 'ash', pipefail: true });
    if (path === 'app') return baseImage({ name: 'app', os: 'linux', user: '1000', runsAsRoot: false });
    if (path === 'win') return baseImage({ name: 'win', os: 'windows', shell: 'cmd', user: 'ContainerUser', runsAsRoot: false });
    if (path === 'both') return baseImage({ name: 'both', os: 'linux', sharesTagWithWindows: tag !== 'alpine', shell: 'dash' });
    if (path === 'empty') return baseImage({ name: 'empty', os: 'linux', shell: 'none' });
    return null;
  },
};

export function modelOf(text: string, build: Partial<BuildInputs> = {}): DockerfileModel {
  const source = createSource('Dockerfile', text);
  return createModel(source, parseDocument(source), { ...PLAIN_BUILD, ...build }, KNOWLEDGE);
}

/** Unknown parts as `?`, an unset value as `∅`. */
export function shown(value: Value): string {
  if (value.kind === 'unset') return '∅';
  return value.parts.map((part) => (part.kind === 'text' ? part.text : '?')).join('');
}

export function lastInstruction(model: DockerfileModel): Instruction {
  const all = model.document.instructions;
  const last = all[all.length - 1];
  if (last === undefined) throw new Error('the file has no instruction');
  return last;
}

export function stageAt(model: DockerfileModel, index: number): Stage {
  const stage = model.stages[index];
  if (stage === undefined) throw new Error(`the file has no stage ${index}`);
  return stage;
}

export function shownBase(base: StageBase): string {
  switch (base.kind) {
    case 'stage': return `stage ${base.stage.index}`;
    case 'context': return `context ${base.name}`;
    case 'image': return `image ${shown(base.reference.value)}`;
    case 'unknown': return base.reference === null ? 'unknown' : `unknown ${shown(base.reference.value)}`;
    default: return base.kind;
  }
}
