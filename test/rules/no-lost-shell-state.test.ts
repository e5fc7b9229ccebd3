import rule from '../../rules/shell/no-lost-shell-state';
import { problemsOf, remarked } from '../support/run-rule';

describe('no-lost-shell-state', () => {
  it.each([
    'FROM debian:12\nRUN A=$(x) && «export» A\nRUN set -e; «cd» a; true\nRUN «umask» 022\nRUN «ulimit» -n 5\nRUN «.» /venv/bin/activate && set -u',
    'FROM debian:12\nRUN <<EOF\n«cd» /a\nEOF',
    'FROM debian:12\nRUN . /etc/profile.d/conda.sh && «conda» activate x\nRUN «source» /opt/ros/setup.bash',
    'FROM debian:12\nRUN cd a && make\nRUN . ./build.sh\nRUN . /opt/setup\nRUN nvm install 20\nRUN nvm use 20 && npm ci\nRUN export -p\nRUN umask\nRUN alias\nRUN set -e',
    'FROM debian:12\nRUN cd a > b\nRUN export A=b | tee c\nRUN $X && cd a\nRUN make; cd a\nRUN if x; then cd a; fi',
    'FROM debian:12\nRUN <<EOF python3\nimport cd\nEOF',
    'FROM debian:12\nCMD cd a',
  ])('judges %s', (marked) => expect(remarked(rule, marked)).toBe(marked));

  it.each([
    ['cd /a/b.c', 'WORKDIR /a/b.c'], ['cd a', undefined], ['cd "$A"', undefined], ['cd ~', undefined], ['export A=b', 'ENV A=b'], ['export PATH=$PATH:/x', 'ENV PATH=$PATH:/x'],
    ['export A="b c"', undefined], ['export A=$UNKNOWN', undefined], ['export A=$(b)', undefined], ['export A=b C=d', undefined], ['set -e; cd /a', undefined], ['alias a=b', undefined],
  ])('writes %s as %s', (script, expected) => {
    expect(problemsOf(rule, `FROM debian:12\nARG UNKNOWN\nRUN ${script}`).map(({ fix }) => fix?.edits[0]?.text)).toEqual([expected]);
  });
});
