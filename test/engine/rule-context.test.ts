import { DockerfileRuleContext, LazyShell } from '../../src/engine/rule-context';
import type { Problem } from '../../src/engine/result';
import { RuleRun } from '../../src/engine/rule-run';
import { modelOf } from '../support/model';
import { registered } from '../support/rules';

const model = modelOf('FROM x\nRUN y');
const facts = { asOf: '2026-11-01' };

function contextOf(lazyShell: LazyShell, found: Problem[] = []): DockerfileRuleContext {
  const run = new RuleRun(registered('a'), { severity: 'warning', explicit: false, options: { depth: 3 }, messages: {} }, model.source, found);
  return new DockerfileRuleContext(model, lazyShell, facts, run);
}

describe('the context of a rule', () => {
  it('can be taken apart', () => {
    const found: Problem[] = [];
    const { model: given, options, facts: known, report, shell } = contextOf(new LazyShell(model), found);
    report({ at: { start: 0, end: 4 }, message: 'a' });
    expect([given, options, known]).toEqual([model, { depth: 3 }, facts]);
    expect(found).toHaveLength(1);
    expect(model.document.instructions.flatMap((instruction) => shell.commands(instruction)).map(({ name }) => name)).toEqual(['y']);
  });

  it('shares the shell view with other rules of the file', () => {
    const lazyShell = new LazyShell(model);
    expect(contextOf(lazyShell).shell).toBe(contextOf(lazyShell).shell);
  });
});
