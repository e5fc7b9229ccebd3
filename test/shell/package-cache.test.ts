import type { PackageManagerName } from '../../src/shell/manager-shape';
import { commandsThatLeaveCache } from '../../src/shell/package-cache';
import { createShellView } from '../../src/shell/view';
import { lastInstruction, modelOf } from '../support/small-model';

const ALL: readonly PackageManagerName[] = ['apk', 'yum', 'dnf', 'microdnf', 'zypper', 'pip', 'yarn', 'go', 'cargo', 'conda'];

function left(lines: string): string {
  const model = modelOf(`FROM a\n${lines}`);
  const node = lastInstruction(model);
  if (node.keyword !== 'RUN') throw new Error('no RUN');
  return commandsThatLeaveCache(model, createShellView(model), node, ALL, ['install']).map(({ manager }) => manager).join(' ');
}

describe('a cache stays in the layer', () => {
  test.each([
    ['RUN apk add a; yum install a; dnf install a; microdnf install a; zypper in a; pip install a; yarn', 'apk yum dnf microdnf zypper pip yarn'],
    ['RUN yum clean all; yum install a', 'yum'],
    ['RUN yum install a; yum clean metadata', 'yum'],
    ['RUN dnf install a; rm -rf /var/cache/yum', 'dnf'],
    ['RUN pip install a; yarn cache clean', 'pip'],
    ['RUN --mount=type=bind,target=/root/.cache pip install a', 'pip'],
    ['RUN --mount=type=cache,target=/root/.npm pip install a', 'pip'],
    ['ENV PIP_CACHE_DIR=/x\nRUN --mount=type=cache,target=/root/.cache pip install a', 'pip'],
    ['RUN pip install --cache-dir /x a && rm -rf /root/.cache', 'pip'],
    ['ENV PIP_NO_CACHE_DIR=\nRUN pip install a', 'pip'],
    ['RUN pip install a; export PIP_NO_CACHE_DIR=1', 'pip'],
    ['ENV GOPATH=/x\nRUN go install a@1', 'go'],
    ['RUN cargo install a; conda install a', 'cargo conda'],
    ['ENV CARGO_HOME=/x\nRUN --mount=type=cache,target=/y cargo install a', 'cargo'],
    ['RUN yarn cache clean --dry-run; pip install a; pip --help cache purge', 'pip'],
  ])('%j: %s', (lines, expected) => {
    expect(left(lines)).toBe(expected);
  });
});

describe('no cache stays in the layer', () => {
  test.each([
    'RUN yum install a; yum clean all',
    'RUN yum install a; dnf clean all',
    'RUN yum install a; yum clean $WHAT',
    'RUN dnf install a; rm -rf /var/cache/dnf/*',
    'RUN dnf install a; rm -rf /var/cache',
    'RUN zypper in a; zypper cc',
    'RUN pip install a; pip cache purge',
    'RUN pip install a; rm -rf ~/.cache',
    'RUN pip install a; ./cleanup.sh',
    'RUN pip install a; rm -rf $DIRS',
    'RUN --mount=type=cache,target=/root/.cache pip install a',
    'RUN --mount=type=cache,target=/home/x/.cache/pip pip install a',
    'RUN --mount=type=cache,target=/opt/x/.cache/ pip install a',
    'RUN --mount=type=tmpfs,target=/root pip install a',
    'ARG HOME\nRUN --mount=type=cache,target=$HOME/x pip install a',
    'ENV PIP_CACHE_DIR=/x\nRUN --mount=type=cache,target=/x pip install a',
    'ARG PIP_CACHE_DIR\nRUN --mount=type=cache,target=/x pip install a',
    'ARG PIP_CACHE_DIR\nRUN pip install a; rm -rf /x',
    'RUN --mount=type=cache,target=/x pip install --cache-dir $X a',
    'RUN pip install --cache-dir=/x a && rm -rf /x',
    'ENV PIP_NO_CACHE_DIR=off\nRUN pip install a',
    'ARG PIP_NO_CACHE_DIR\nRUN pip install a',
    'RUN PIP_NO_CACHE_DIR=1 pip install a',
    'RUN env PIP_NO_CACHE_DIR=1 pip install a',
    'RUN export PIP_NO_CACHE_DIR=1; pip install a',
    'RUN pip install --no-cache-dir a',
    'ENV PIP_CACHE_DIR=/dev/null\nRUN pip install a',
    'ENV GOPATH=/x\nRUN --mount=type=cache,target=/x/pkg go install a@1',
    'ENV GOPATH=/x\nRUN --mount=type=cache,target=/root/.cache/go-build go install a@1',
    'RUN GOPATH=/tmp/x go install a@1 && rm -rf /tmp/x',
    'ARG GOPATH\nRUN go install a@1 && rm -rf /x',
    'RUN go install a@1; rm -rf $GOPATH/pkg',
    'RUN cargo install a; rm -rf /usr/local/cargo/registry',
    'RUN conda install a; rm -rf /opt/miniconda/pkgs/*',
    'RUN conda install a; conda clean -afy',
    'RUN pip install --dry-run a',
    'RUN pip download a',
  ])('%j', (lines) => {
    expect(left(lines)).toBe('');
  });
});
