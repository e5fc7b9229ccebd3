import { aptSettingsAt } from '../../src/shell/apt-settings';
import { createShellView } from '../../src/shell/view';
import { DEFAULT_BUILD } from '../../src/config/settings';
import { createModel } from '../../src/dockerfile/model';
import { parseDocument } from '../../src/dockerfile/parse';
import { createSource } from '../../src/dockerfile/source';
import { baseImage } from '../support/small-model';

/** The settings at the last command of the last instruction; apt answers yes in `yes`. */
function settingsOf(lines: string): { assumeYes: unknown; noRecommends: unknown } {
  const source = createSource('Dockerfile', `FROM debian:12\n${lines}`);
  const model = createModel(source, parseDocument(source), DEFAULT_BUILD, { baseImage: ({ path }) => (path === 'yes' ? baseImage({ aptAssumesYes: true }) : null) });
  const shell = createShellView(model);
  const outer = model.document.instructions.at(-1);
  const last = (outer?.keyword === 'ONBUILD' ? outer.instruction : outer) ?? null;
  const command = last === null ? undefined : shell.commands(last).at(-1);
  if (last === null || command === undefined) throw new Error('no command');
  return aptSettingsAt(model, shell, last, command);
}

test.each([
  ['nothing is written', 'RUN apt-get install git', false, false],
  ['an earlier RUN writes it', `RUN echo 'APT::Get::Assume-Yes "true";' > /etc/apt/apt.conf.d/y\nRUN apt-get install git`, true, false],
  ['the same RUN writes it before', `RUN echo 'APT::Install-Recommends "0";' >> /etc/apt/apt.conf && apt-get install git`, false, true],
  ['a later file takes it back', `RUN echo 'APT::Get::Assume-Yes "true";' > /etc/apt/apt.conf.d/y\nRUN echo 'APT::Get::Assume-Yes "false";' > /etc/apt/apt.conf.d/z\nRUN apt-get install git`, false, false],
  ['a file is copied there', 'COPY lean /etc/apt/apt.conf.d/lean\nRUN apt-get install git', 'unknown', 'unknown'],
  ['a heredoc is copied there', 'COPY <<EOF /etc/apt/apt.conf.d/lean\nAPT::Install-Recommends "false";\nEOF\nRUN apt-get install git', false, true],
  ['a file is copied elsewhere', 'COPY apt.conf /tmp/apt.conf\nRUN apt-get install git', false, false],
  ['hundreds of RUNs write it', `${`RUN echo 'APT::Get::Assume-Yes "true";' > /etc/apt/apt.conf.d/y\n`.repeat(200)}RUN apt-get install git`, 'unknown', 'unknown'],
  ['one RUN writes it hundreds of times', `RUN ${`echo 'APT::Get::Assume-Yes "true";' > /etc/apt/apt.conf.d/y && `.repeat(200)}apt-get install git`, 'unknown', 'unknown'],
  ['the base is known for it', 'FROM yes\nRUN apt-get install git', true, false],
  ['the base of its base is known for it', 'FROM yes AS a\nFROM a\nRUN apt-get install git', true, false],
  ['another stage has such a base', 'FROM yes AS a\nFROM debian:12\nRUN apt-get install git', false, false],
  ['a file takes back what the base says', `FROM yes\nRUN echo 'APT::Get::Assume-Yes "false";' > /etc/apt/apt.conf.d/z\nRUN apt-get install git`, false, false],
  ['an earlier trigger writes it', `ONBUILD RUN echo 'APT::Get::Assume-Yes "true";' > /etc/apt/apt.conf.d/y\nONBUILD RUN apt-get install git`, true, false],
])('when %s', (_, lines, assumeYes, noRecommends) => {
  expect(settingsOf(lines)).toEqual({ assumeYes, noRecommends });
});
