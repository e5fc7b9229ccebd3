import rule from '../../rules/packages/require-apt-yes';
import { problemsOf, remarked, saidOf } from '../support/run-rule';

const YES = 'APT::Get::Assume-Yes "true";';
const INSTALL = { options: { commands: 'install' } };

describe('require-apt-yes', () => {
  it.each([
    'RUN apt-get «install» git', 'RUN apt «install» git', 'RUN apt-get «upgrade»', 'RUN apt-get «dist-upgrade»', 'RUN apt «full-upgrade»', 'RUN apt-get «remove» git', 'RUN apt-get «purge» git', 'RUN apt-get «autoremove»',
    'RUN apt-get --purge «autoremove»', 'RUN apt-get «build-dep» git', 'RUN apt-get -f «install»', 'RUN apt-get -q «install» git', 'RUN apt-get --quiet=1 «install» git', 'RUN apt-get -t yes «install» git',
    'RUN apt-get «install» git && apt-get install -y jq && apt-get «remove» git', 'RUN apt-get -y update && apt-get «install» git', 'RUN apt-get \\\n  # why\n  «install» \\\n  git', 'RUN sudo apt-get «install» git',
    'RUN (apt-get «install» git)', 'RUN if a; then apt-get «install» git; fi', 'RUN add() { apt-get «install» git; }; add', 'RUN bash -c "apt-get «install» git"', 'RUN ["bash", "-c", "apt-get «install» git"]', 'RUN ["apt-get", «"install"», "git"]',
    'RUN <<EOF\nset -e\napt-get «install» git\nEOF', 'RUN <<-EOF\n\tapt-get «install» git\n\tEOF', 'ONBUILD RUN apt-get «install» git', 'ENV OPTIONS=-q\nRUN apt-get «install» $OPTIONS git', 'RUN P=git; apt-get «install» $P',
    'RUN apt-get -o APT::Get::Assume-Yes=false «install» git', 'RUN cat answers | apt-get «install» git', `RUN apt-get «install» git && echo '${YES}' > /etc/apt/apt.conf.d/y`, 'RUN apt-get «install» -- -y', 'RUN apt-get «install» git=-y',
  ])('reports %j', (marked) => {
    expect(remarked(rule, `FROM debian:12\n${marked}`)).toBe(`FROM debian:12\n${marked}`);
  });

  it.each([
    'RUN apt-get install -y git', 'RUN apt-get -y install git', 'RUN apt-get install git -y', 'RUN apt-get install --yes git', 'RUN apt-get --assume-yes install git', 'RUN apt-get -qq install git', 'RUN apt-get -q -q install git', 'RUN apt-get -q=2 install git', 'RUN apt-get -qqq install git',
    'RUN apt-get -yqq install git', 'RUN apt-get -fy install', 'RUN apt-get -o APT::Get::Assume-Yes=true install git', 'RUN apt-get -oAPT::Get::Assume-Yes=1 install git', 'RUN apt-get -o "apt::get::assume-yes=yes" install git', 'RUN yes | apt-get install git', 'RUN yes | sudo apt-get install git',
    'RUN echo y | apt-get install git', 'RUN apt-get update && apt-get clean && apt-get autoclean && apt-get check && apt-get download git', 'RUN apt-get -s install git', 'RUN apt-get --dry-run upgrade', 'RUN apt-get install --help', 'RUN apt-get', 'RUN apt list && apt-cache search git && apt-mark hold git',
    `RUN echo '${YES}' > /etc/apt/apt.conf.d/y && apt-get install git`, `RUN echo '${YES}' >> /etc/apt/apt.conf\nRUN apt-get install git`, 'COPY apt.conf /etc/apt/apt.conf\nRUN apt-get install git', `COPY <<EOF /etc/apt/apt.conf.d/y\n${YES}\nEOF\nRUN apt-get install git`,
    'ARG OPTIONS\nRUN apt-get install $OPTIONS git', 'ARG OPTIONS=-y\nRUN apt-get install $OPTIONS git', 'ENV OPTIONS="-qq -y"\nRUN apt-get $OPTIONS install git', 'RUN APT="apt-get -y"; $APT install git', 'RUN O=-y; apt-get install $O git', 'RUN apt-get "$@"', 'RUN add() { apt-get install "$@"; }; add -y git', 'RUN echo apt-get install git',
    'RUN apt-get install $(cat options) git', 'RUN <<EOF python3\nos.system("apt-get install git")\nEOF', 'SHELL ["pwsh", "-c"]\nRUN apt-get install git', 'CMD apt-get install git', 'RUN aptitude install git', 'COPY <<EOF /a\napt-get install git\nEOF',
  ])('is silent on %j', (lines) => {
    expect(saidOf(rule, `FROM debian:12\n${lines}`)).toEqual([]);
  });

  it.each([
    ['RUN apt-get install git', ' -y'],
    ['RUN bash -c "apt-get install git"', ' -y'],
    ['RUN ["apt-get", "install", "git"]', undefined],
    ['ARG C=install\nRUN apt-get $C git', undefined],
  ])('adds to %j: %j', (lines, expected) => {
    const [problem] = problemsOf(rule, `FROM debian:12\n${lines}`);
    expect(problem).toBeDefined();
    expect(problem?.fix?.edits[0]?.text).toBe(expected);
    expect(problem?.fix?.kind).toBe(expected === undefined ? undefined : 'safe');
  });

  it('is silent where the base has told apt so', () => {
    expect(saidOf(rule, 'FROM cimg/python:3.12\nRUN sudo apt-get install git')).toEqual([]);
    expect(saidOf(rule, 'FROM cimg/base:2024.01 AS a\nFROM debian:12\nRUN apt-get install git')).toHaveLength(1);
  });

  it('asks it of apt-get install alone where told so', () => {
    expect(saidOf(rule, 'FROM debian:12\nRUN apt-get install git && apt install jq && apt-get remove git && apt-get upgrade', INSTALL)).toEqual(['warning: apt-get install may stop and ask; add -y']);
  });
});
