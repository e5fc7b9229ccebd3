import { aptConfigurationWritten, isAptConfigurationFile, readAptConfiguration } from '../../src/shell/apt-configuration';
import { read } from './support';

test.each([
  ['APT::Get::Assume-Yes "true";', { assumeYes: true, noRecommends: null }],
  ['APT::Get::Assume-Yes "false";', { assumeYes: false, noRecommends: null }],
  ['apt::get::assume-yes 1;', { assumeYes: true, noRecommends: null }],
  ['APT::Install-Recommends "0";\nAPT::Install-Suggests "0";', { assumeYes: null, noRecommends: true }],
  ['APT::Install-Recommends "1";', { assumeYes: null, noRecommends: false }],
  ['APT::Install-Recommends "1"; APT::Install-Recommends "no";', { assumeYes: null, noRecommends: true }],
  ['Acquire::Retries "3";', { assumeYes: null, noRecommends: null }],
])('%s', (text, expected) => {
  expect(readAptConfiguration(text)).toEqual(expected);
});

test('the files that apt reads', () => {
  expect(['/etc/apt/apt.conf', '/etc/apt/apt.conf.d/99x', '/etc/apt/apt.conf.d/'].map(isAptConfigurationFile)).toEqual([true, true, true]);
  expect(['/etc/apt/sources.list', 'apt.conf', '/etc/apt/apt.config'].map(isAptConfigurationFile)).toEqual([false, false, false]);
});

test.each([
  [`RUN echo 'APT::Get::Assume-Yes "true";' > /etc/apt/apt.conf.d/x`, true],
  [`RUN printf 'APT::Get::Assume-Yes "true";\\n' >> "/etc/apt/apt.conf"`, true],
  [`RUN echo "APT::Get::Assume-Yes \\"true\\";" | tee /etc/apt/apt.conf.d/x`, true],
  [`RUN echo 'APT::Get::Assume-Yes "true";' | sudo tee -a /etc/apt/apt.conf.d/x`, true],
  ['RUN cat <<EOF > /etc/apt/apt.conf.d/x\nAPT::Get::Assume-Yes "true";\nEOF', true],
  ['RUN tee /etc/apt/apt.conf.d/x <<EOF\nAPT::Get::Assume-Yes "true";\nEOF', true],
  [`RUN echo 'APT::Get::Assume-Yes "true";' > /tmp/x`, null],
  [`RUN echo 'APT::Get::Assume-Yes "true";'`, null],
  ['RUN rm /etc/apt/apt.conf.d/x', null],
])('%j', (dockerfile, expected) => {
  expect(read(dockerfile).commands.map((command) => aptConfigurationWritten(command).assumeYes)[0]).toBe(expected);
});
