/** A step of a workflow in a folder of its own, as GitHub's runner starts it. */
import { existsSync, mkdirSync, readFileSync, writeFileSync } from 'node:fs';
import { join } from 'node:path';
import { runAction } from '../../src/action/run';
import type { RegisteredRule } from '../../src/engine/rule-definition';
import { inFolder } from '../config/folder';
import { interpretLog, readOutputFile, type WorkflowLog } from '../support/workflow-runner';

export interface Step {
  /** The repository: path → content. */
  readonly files: Readonly<Record<string, string>>;
  readonly inputs?: Readonly<Record<string, string>>;
  readonly environment?: Readonly<Record<string, string>>;
}

export interface StepResult {
  readonly code: number;
  /** What was written to stdout and stderr, the workspace's own path replaced by `…`. */
  readonly text: string;
  readonly log: WorkflowLog;
  readonly outputs: ReadonlyMap<string, string>;
  readonly summary: string;
  /** A file below the workspace; null when there is none. */
  readonly file: (path: string) => string | null;
}

export async function inStep<T>({ files, inputs = {}, environment = {} }: Step, rules: readonly RegisteredRule[], check: (result: StepResult) => T): Promise<T> {
  return inFolder({}, async (folder) => {
    const workspace = join(folder, 'workspace');
    for (const [path, content] of Object.entries({ '.git/HEAD': '', ...files })) {
      mkdirSync(join(workspace, path, '..'), { recursive: true });
      writeFileSync(join(workspace, path), content);
    }
    const output = join(folder, 'output');
    const summary = join(folder, 'summary');
    writeFileSync(output, '');
    writeFileSync(summary, 'what another program wrote\n');
    let text = '';
    const write = (more: string): void => void (text += more);
    const code = await runAction(
      {
        cwd: workspace,
        environment: {
          GITHUB_WORKSPACE: workspace,
          GITHUB_OUTPUT: output,
          GITHUB_STEP_SUMMARY: summary,
          ...Object.fromEntries(Object.entries(inputs).map(([name, value]) => [`INPUT_${name.toUpperCase()}`, value])),
          ...environment,
        },
        isTerminal: () => false,
        stdin: () => {
          throw new Error('a step has no standard input');
        },
        writeOut: write,
        writeError: write,
      },
      rules,
    );
    const read = (path: string): string | null => (existsSync(path) ? readFileSync(path, 'utf8').replaceAll(workspace, '…') : null);
    text = text.replaceAll(workspace, '…');
    return check({
      code,
      text,
      log: interpretLog(text),
      outputs: readOutputFile(read(output) ?? ''),
      summary: read(summary) ?? '',
      file: (path) => read(join(workspace, path)),
    });
  });
}
