import { rpmMayAssumeYes } from '../../src/shell/rpm-settings';
import { lastInstruction, modelOf } from '../support/small-model';

test.each([
  ['RUN echo assumeyes=1 >> /etc/yum.conf\nRUN yum install a', true],
  ['COPY dnf.conf /etc/dnf/dnf.conf\nRUN dnf install a', true],
  ['RUN yum -c my-yum.conf install a', true],
  ['RUN yum --assumeyes install a', false],
  ['RUN yum install a', false],
  ['RUN echo assumeyes=1 >> /etc/yum.conf\nFROM b\nRUN yum install a', false],
])('%j: %s', (lines, expected) => {
  const model = modelOf(`FROM a\n${lines}`);
  expect(rpmMayAssumeYes(model, lastInstruction(model))).toBe(expected);
});

test('what comes later tells nothing', () => {
  const model = modelOf('FROM a\nRUN yum install a\nRUN echo assumeyes=1 >> /etc/yum.conf');
  const [run] = model.stages[0]?.instructions ?? [];
  if (run === undefined) throw new Error('no RUN');
  expect(rpmMayAssumeYes(model, run)).toBe(false);
});
