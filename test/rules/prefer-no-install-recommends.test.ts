import rule from '../../rules/packages/prefer-no-install-recommends';
import { problemsOf, remarked, saidOf } from '../support/run-rule';

const OFF = 'APT::Install-Recommends "false";';

describe('prefer-no-install-recommends', () => {
  it.each([
    'RUN apt-get «install» git',
    'RUN apt «install» -y git',
    'RUN apt-get -y -qq «install» git',
    'RUN apt-get -o Acquire::Retries=3 -y «install» git',
    'RUN apt-get -t stable «install» -y git',
    'RUN apt-get «install» -y --no-install-suggests git',
    'RUN apt-get «install» -y --install-recommends git',
    'RUN apt-get -o APT::Install-Recommends=true «install» -y git',
    'RUN apt-get «install» -y git && apt-get install -y --no-install-recommends jq && apt-get «install» curl',
    'RUN apt-get \\\n  # why\n  «install» \\\n  -y git',
    'RUN sudo apt-get «install» -y git',
    'RUN sudo -E DEBIAN_FRONTEND=noninteractive apt-get «install» -y git',
    'RUN apt-get «install» -y $PACKAGES git || true',
    'RUN P="git jq"; apt-get «install» -y $P',
    'ARG P=git\nRUN apt-get «install» -y $P',
    'ENV OPTIONS="-y -qq"\nRUN apt-get «install» $OPTIONS git',
    'RUN OPTIONS=-y; apt-get «install» $OPTIONS git',
    'RUN apt-get «install» -y git=$VERSION',
    'RUN P=libcurl4 && if a; then P=libcurl4t64; fi && apt-get «install» -y git $P',
    'RUN if a; then apt-get «install» -y git; else apt-get «install» -y jq; fi',
    'RUN (apt-get «install» -y git)',
    'RUN add() { apt-get «install» -y git; }; add',
    'RUN bash -c "apt-get «install» -y git"',
    'RUN ["sh", "-c", "apt-get «install» -y git"]',
    'RUN ["apt-get", «"install"», "-y", "git"]',
    'RUN <<EOF\nset -e\napt-get «install» -y git\nEOF',
    'RUN <<-EOF\n\tapt-get «install» -y git\n\tEOF',
    'RUN bash <<EOF\napt-get «install» -y git\nEOF',
    'ONBUILD RUN apt-get «install» -y git',
    'RUN apt-get «install» -f',
    'RUN apt-get -fy «install»',
    'RUN apt-get «install» -y ./a.deb',
    `RUN echo '${OFF}' > /tmp/a.conf\nRUN apt-get «install» -y git`,
    `RUN echo '${OFF}' | tee /etc/apt/apt.conf.d/a && echo 'APT::Install-Recommends "true";' > /etc/apt/apt.conf.d/b\nRUN apt-get «install» -y git`,
    `RUN apt-get «install» -y git && echo '${OFF}' > /etc/apt/apt.conf.d/a`,
  ])('reports %j', (marked) => {
    expect(remarked(rule, `FROM debian:12\nARG PACKAGES=jq VERSION\n${marked}`)).toBe(`FROM debian:12\nARG PACKAGES=jq VERSION\n${marked}`);
  });

  it.each([
    'RUN apt-get install', 'RUN apt-get install -y', 'RUN apt-get install -y --no-install-recommends git', 'RUN apt-get --no-install-recommends -y install git', 'RUN apt-get install git --no-install-recommends',
    'RUN apt-get install -y \\\n  # why\n  --no-install-recommends \\\n  git', 'RUN apt-get -o APT::Install-Recommends=false install git', 'RUN apt-get -oAPT::Install-Recommends=0 install git',
    'RUN apt-get --option apt::install-recommends=no install git', 'RUN apt-get install -o "APT::Install-Recommends=off" git', 'RUN apt-get --install-recommends=false install git', 'RUN apt-get -s install git', 'RUN apt-get install --help',
    'RUN apt-get install -y $OPTIONS git', 'RUN apt-get $OPTIONS install git', 'RUN apt-get install -y $(cat list)', 'ENV OPTIONS=--no-install-recommends\nRUN apt-get install $OPTIONS git', 'ARG O=-y\nENV OPTIONS="$O --no-install-recommends"\nRUN apt-get install $OPTIONS git',
    'RUN OPTIONS="-y --no-install-recommends"; apt-get install $OPTIONS git', 'RUN if a; then OPTIONS=x; fi; apt-get install $OPTIONS git', 'RUN O=; if a; then O=--no-install-recommends; fi; apt-get install $O git', 'RUN apt-get update && apt-get upgrade -y && apt-get remove git', 'RUN apt-get build-dep git',
    'RUN echo apt-get install git', 'RUN aptitude install git', 'RUN apk add git', 'RUN xapt-get install git', `RUN echo '${OFF}' > /etc/apt/apt.conf.d/a && apt-get install -y git`, `RUN printf '%s' '${OFF}' | tee -a /etc/apt/apt.conf\nRUN apt-get install -y git`,
    `COPY <<EOF /etc/apt/apt.conf.d/a\n${OFF}\nEOF\nRUN apt-get install -y git`, 'COPY a.conf /etc/apt/apt.conf.d/\nRUN apt-get install -y git', `RUN cat <<EOF > /etc/apt/apt.conf.d/a\n${OFF}\nEOF\nRUN apt-get install -y git`,
    'RUN <<EOF python3\nos.system("apt-get install git")\nEOF', 'SHELL ["pwsh", "-c"]\nRUN apt-get install git', 'CMD apt-get install git', 'COPY <<EOF /a\napt-get install git\nEOF',
  ])('is silent on %j', (lines) => {
    expect(saidOf(rule, `FROM debian:12\nARG OPTIONS\n${lines}`)).toEqual([]);
  });

  it('follows apt.conf through the stages of the file', () => {
    const configured = `FROM debian:12 AS a\nRUN echo '${OFF}' > /etc/apt/apt.conf.d/a\n`;
    expect(saidOf(rule, `${configured}FROM a\nRUN apt-get install -y git`)).toEqual([]);
    expect(saidOf(rule, `${configured}FROM debian:12\nRUN apt-get install -y git`)).toHaveLength(1);
  });

  it.each([
    ['RUN apt-get install -y git', ' --no-install-recommends'],
    ['RUN ["sh", "-c", "apt-get install git"]', ' --no-install-recommends'],
    ['RUN ["apt-get", "install", "git"]', undefined],
    ['ARG CMD=install\nRUN apt-get $CMD git', undefined],
  ])('suggests for %j: %j', (lines, expected) => {
    const [problem] = problemsOf(rule, `FROM debian:12\n${lines}`);
    expect(problem).toBeDefined();
    expect(problem?.fix?.edits[0]?.text).toBe(expected);
    expect(problem?.fix?.kind).toBe(expected === undefined ? undefined : 'suggestion');
  });
});
