import rule from '../../rules/packages/require-apt-cleanup';
import { problemsOf, remarked, saidOf } from '../support/run-rule';

describe('require-apt-cleanup', () => {
  it.each([
    'RUN apt-get «update» && apt-get install -y git',
    'RUN apt «update» && apt install -y git',
    'RUN apt-get -y «update» && apt-get -y install git',
    'RUN apt-get -qq -o Acquire::Retries=3 «update» && apt-get install -y git',
    'RUN apt-get update && apt-get install -y gpg && apt-get «update» && apt-get install -y git',
    'RUN apt-get update && apt-get install -y gpg && rm -rf /var/lib/apt/lists/* && apt-get «update» && apt-get install -y git',
    'RUN sudo apt-get «update» && sudo apt-get install -y git',
    'RUN DEBIAN_FRONTEND=noninteractive apt-get «update» && apt-get install -y git',
    'RUN (apt-get «update» && apt-get install -y git)',
    'RUN if true; then apt-get «update»; apt-get install -y git; fi',
    'RUN up() { apt-get «update»; }; up && apt-get install -y git',
    'RUN for i in 1 2; do apt-get «update» && break; done && apt-get install -y git',
    'RUN bash -c "apt-get «update» && apt-get install -y git"',
    'RUN ["bash", "-c", "apt-get «update» && apt-get install -y git"]',
    'RUN apt-get \\\n  # first\n  «update» \\\n  # then\n  && apt-get install -y git',
    'RUN <<EOF\nset -e\napt-get «update»\napt-get install -y git\nEOF',
    'RUN <<-EOF\n\tset -e\n\tapt-get «update»\n\tapt-get install -y git\n\tEOF',
    'ONBUILD RUN apt-get «update» && apt-get install -y git',
    'RUN apt-get «update» && apt-get install -y git && apt-get clean && apt-get autoremove -y',
    'RUN apt-get «update» && apt-get install -y git && rm -rf /var/cache/apt/* /tmp/*',
    'RUN apt-get «update» && apt-get install -y git && rm -rf /var/lib/apt/list/*',
    "RUN apt-get «update» && apt-get install -y git && rm -rf '/var/lib/apt/lists/*'",
    'RUN apt-get «update» && apt-get install -y git && echo rm -rf /var/lib/apt/lists/*',
    'RUN rm -rf /var/lib/apt/lists/* && apt-get «update» && apt-get install -y git',
    'RUN apt-get «update» && apt-get install -y git\nRUN rm -rf /var/lib/apt/lists/*',
    'RUN --mount=type=cache,target=/var/cache/apt apt-get «update» && apt-get install -y git',
    'RUN --mount=type=bind,target=/var/lib/apt/lists apt-get «update» && apt-get install -y git',
    'RUN --mount=type=cache,target=/var/lib/apt/lists/partial apt-get «update» && apt-get install -y git',
    'ARG CMD=update\nRUN apt-get «$CMD» && apt-get install -y git',
  ])('reports %j', (marked) => {
    expect(remarked(rule, `FROM debian:12\n${marked}`)).toBe(`FROM debian:12\n${marked}`);
  });

  it.each([
    'RUN apt-get install -y git', 'RUN apt-get -s update', 'RUN echo apt-get update', 'RUN apt-get update --help', 'RUN apt-cache update', 'RUN dnf update -y', 'RUN aptitude search git',
    'RUN apt-get update && apt-get install -y git && rm -rf /var/lib/apt/lists/*', 'RUN apt-get update && apt-get install -y git && rm -r -f /var/lib/apt/lists',
    'RUN apt-get update && apt-get install -y git; rm -fr -- /var/lib/apt/lists/* /tmp/*', 'RUN apt-get update && apt-get install -y git && rm -rf /var/lib/apt/*', 'RUN apt-get update && apt-get install -y git && rm -rf /var/lib/{apt,dpkg}/lists/*',
    'RUN apt-get update && apt-get install -y git && rm -rf /var/lib/apt/lists/*_*', 'RUN apt-get update && apt-get install -y git && sudo rm -rf /var/lib/apt/lists/*', 'RUN apt-get update && apt-get install -y git && (rm -rf /var/lib/apt/lists/*)',
    'RUN apt-get update && apt-get install -y git && find /var/lib/apt/lists -type f -delete', 'RUN apt-get update && find /var/lib/apt/lists -mindepth 1 -exec rm -rf {} +', 'RUN apt-get update && find /var/lib/apt/lists -type f | xargs rm -f',
    'RUN apt-get update && apt-get install -y git && apt-get distclean', 'RUN apt-get update && apt-get install -y git && /tmp/cleanup.sh', 'RUN apt-get update && apt-get install -y git && bash /tmp/clean-up', 'RUN clean() { x; }; apt-get update && clean',
    'ENV L=/var/lib/apt/lists\nRUN apt-get update && apt-get install -y git && rm -rf $L', 'RUN apt-get update && apt-get install -y git && rm -rf $root/var/lib/apt/lists/*',
    'RUN --mount=type=cache,target=/var/lib/apt/lists apt-get update && apt-get install -y git', 'RUN --mount=type=cache,target=/var/lib/apt,sharing=locked apt-get update', 'RUN --mount=type=tmpfs,target=/var apt-get update', 'RUN --mount=type=cache,dst=/var/lib/apt apt-get update',
    'RUN --mount=type=cache,target=$LISTS apt-get update', 'RUN <<EOF\napt-get update\napt-get install -y git\nrm -rf /var/lib/apt/lists/*\nEOF', 'RUN <<EOF python3\nos.system("apt-get update")\nEOF', 'SHELL ["pwsh", "-c"]\nRUN apt-get update',
    'CMD apt-get update', 'ARG CMD\nRUN apt-get $CMD',
  ])('is silent on %j', (lines) => {
    expect(saidOf(rule, `FROM debian:12\n${lines}`)).toEqual([]);
  });

  it.each([
    ['a stage that is only copied from', 'FROM debian:12 AS a\nRUN apt-get update\nFROM debian:12\nCOPY --from=a /a /a', 0],
    ['a stage that the output is built on', 'FROM debian:12 AS a\nRUN apt-get update\nFROM a\nRUN make', 1],
    ['a stage that nothing uses', 'FROM debian:12 AS a\nRUN apt-get update\nFROM debian:12', 0],
  ])('minds what is shipped: %s', (_, text, count) => {
    expect(saidOf(rule, text)).toHaveLength(count);
  });

  it('minds the stages that the build names', () => {
    expect(saidOf(rule, 'FROM debian:12 AS a\nRUN apt-get update\nFROM debian:12', { build: { targets: ['a'] } })).toHaveLength(1);
  });

  it('gives a remedy that leaves the install its lists', () => {
    expect(saidOf(rule, 'FROM debian:12\nRUN apt-get update && apt-get install -y git')).toEqual([
      'info: apt-get update leaves its package lists in this layer; end the RUN with rm -rf /var/lib/apt/lists/*, or mount a cache there',
    ]);
    expect(saidOf(rule, 'FROM debian:12\nRUN apt-get update\nRUN apt-get install -y git')).toEqual([
      'info: apt-get update leaves its package lists in this layer; refresh them in the RUN that installs, and end that with rm -rf /var/lib/apt/lists/*',
    ]);
  });

  it.each([
    ['the next RUN installs from them', 'RUN «x»\nRUN apt-get install -y jq', true],
    ['the next RUN installs before it refreshes', 'RUN «x»\nRUN apt-get install -y jq && apt-get update', true],
    ['a stage built on it installs from them', 'RUN «x»\nFROM a AS b\nRUN make\nFROM b\nRUN apt-get upgrade -y', true],
    ['later RUNs refresh them', 'RUN «x»\nRUN apt-get update && apt-get install -y jq && rm -rf /var/lib/apt/lists/*', false],
    ['only a stage that is not built on it installs', 'RUN «x»\nFROM debian:12 AS b\nRUN apt-get install -y jq\nFROM a', false],
    ['later RUNs only remove', 'RUN «x»\nRUN apt-get remove -y git', false],
    ['an earlier RUN installs', 'RUN apt-get install -y jq\nRUN «x»', false],
  ])('knows whether the lists are needed later: %s', (_, lines, needed) => {
    const [problem] = problemsOf(rule, `FROM debian:12 AS a\n${lines.replace('«x»', 'apt-get update && apt-get install -y git')}`);
    expect(problem?.message).toContain(needed ? ', and a later RUN installs from them; refresh them there too, and end both with rm -rf' : '; end the RUN with');
    expect((problem?.fix ?? null) === null).toBe(needed);
  });

  it.each([
    ['RUN apt-get update && apt-get install -y git', true],
    ['RUN set -e; apt-get update && apt-get install -y git', false],
    ['RUN apt-get update && (apt-get install -y git)', false],
    ['RUN apt-get update && if a; then apt-get install -y git; fi', false],
    ['RUN apt-get update && apt-get install -y git || true', false],
    ['RUN apt-get update && apt-get install -y git | tee log', false],
    ['RUN apt-get update && apt-get install -y git &', false],
    ['RUN apt-get update', false],
    ['RUN sudo apt-get update && sudo apt-get install -y git', false],
    ['RUN apt-get update && apt-get install -y git && cat <<EOF > a\nb\nEOF', false],
    ['RUN ["sh", "-c", "apt-get update && apt-get install -y git"]', false],
  ])('suggests an end for %j: %s', (lines, expected) => {
    const [problem] = problemsOf(rule, `FROM debian:12\n${lines}`);
    expect(problem).toBeDefined();
    expect(problem?.fix?.edits.map(({ text }) => text) ?? []).toEqual(expected ? [' && rm -rf /var/lib/apt/lists/*'] : []);
  });
});
