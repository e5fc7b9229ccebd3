/** The corpus through the document and shell layers, with a state of which nothing is known. */
import { readdirSync, readFileSync } from 'node:fs';
import { join } from 'node:path';
import type { EffectiveState } from '../../src/dockerfile/model-types';
import { parseDocument } from '../../src/dockerfile/parse';
import type { Source } from '../../src/dockerfile/source';
import { createSource } from '../../src/dockerfile/source';
import type { ShellCommand, ShellScript } from '../../src/shell/commands';
import { createShellView } from '../../src/shell/view';
import { sharedPath } from '../support/shared';

export interface CorpusInstruction {
  readonly source: Source;
  readonly scripts: readonly ShellScript[];
  readonly commands: readonly ShellCommand[];
}

const UNKNOWN: EffectiveState = {
  user: { from: 'unknown' }, workdir: { from: 'unknown' }, os: 'unknown',
  shell: { kind: 'unknown', words: null, instruction: null, errexit: false, pipefail: false, knowsPipefail: null },
};

export function* corpusSources(): Generator<CorpusInstruction> {
  const root = sharedPath('corpus', 'dockerfiles');
  if (root === null) return;
  for (const entry of readdirSync(root, { recursive: true, withFileTypes: true })) {
    if (!entry.isFile()) continue;
    const path = join(entry.parentPath, entry.name);
    const source = createSource(path, readFileSync(path, 'utf8'));
    const view = createShellView({ source, stateAt: () => UNKNOWN });
    for (const found of parseDocument(source).instructions) {
      const instruction = found.keyword === 'ONBUILD' && found.instruction !== null ? found.instruction : found;
      yield { source, scripts: view.scripts(instruction), commands: view.commands(instruction) };
    }
  }
}
