import type { DockerfileModel } from '../dockerfile/model-types';
import type { ShellView } from '../shell/commands';
import { createShellView } from '../shell/view';
import type { AnyFinding } from './problems';
import type { DockerfileContext, Facts, MessageKinds, OptionSchemas } from './rule-definition';
import type { RuleRun } from './rule-run';

/** The shell view of one file, made when the first rule asks for it. */
export class LazyShell {
  private readonly model: DockerfileModel;
  private made: ShellView | null = null;

  constructor(model: DockerfileModel) {
    this.model = model;
  }

  get view(): ShellView {
    this.made ??= createShellView(this.model);
    return this.made;
  }
}

/** What one rule is given for one file. */
export class DockerfileRuleContext implements DockerfileContext<OptionSchemas, MessageKinds> {
  readonly model: DockerfileModel;
  readonly options: RuleRun['setting']['options'];
  readonly facts: Facts;
  /** Rules take it out of the context, so it must not depend on `this`. */
  readonly report: (finding: AnyFinding) => void;
  private readonly lazyShell: LazyShell;

  constructor(model: DockerfileModel, lazyShell: LazyShell, facts: Facts, run: RuleRun) {
    this.model = model;
    this.options = run.setting.options;
    this.facts = facts;
    this.report = (finding) => run.report(finding);
    this.lazyShell = lazyShell;
  }

  get shell(): ShellView {
    return this.lazyShell.view;
  }
}
