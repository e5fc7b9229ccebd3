import { DEFAULT_BUILD } from '../../src/config/settings';
import { createModel } from '../../src/dockerfile/model';
import type { BuildInputs, DockerfileModel } from '../../src/dockerfile/model-types';
import { parseDocument } from '../../src/dockerfile/parse';
import { createSource } from '../../src/dockerfile/source';

/** The model of a Dockerfile text; no base image is known. */
export function modelOf(text: string, build: Partial<BuildInputs> = {}): DockerfileModel {
  const source = createSource('Dockerfile', text);
  return createModel(source, parseDocument(source), { ...DEFAULT_BUILD, ...build }, { baseImage: () => null });
}
