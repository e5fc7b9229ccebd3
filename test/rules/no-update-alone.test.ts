import rule from '../../rules/packages/no-update-alone';
import { remarked, saidOf } from '../support/run-rule';

describe('no-update-alone', () => {
  it.each([
    'RUN «apt-get update»', 'RUN «apt update»', 'RUN «apk update»', 'RUN «aptitude update»', 'RUN «apt-get -y update»', 'RUN «apt-get -qq -o Acquire::Retries=3 update»', 'RUN «/usr/bin/apt-get update»', 'RUN sudo «apt-get update»', 'RUN DEBIAN_FRONTEND=noninteractive «apt-get update»',
    'RUN set -ex; «apt-get update»', 'RUN «apt-get update» || true', 'RUN «apt-get update»; exit 0', 'RUN «apt-get update» && apt-get clean && rm -rf /var/lib/apt/lists/*', 'RUN rm -rf /var/lib/apt/lists/* && «apt-get update»', 'RUN («apt-get update»)', 'RUN if a=1; then «apt-get update»; fi',
    'RUN for i in 1 2 3; do «apt-get update» && break || sleep 1; done', 'RUN ["bash", "-c", "«apt-get update»"]', 'RUN [«"apt-get", "update"»]', 'RUN <<EOF\nset -e\n«apt-get update»\nEOF', 'RUN <<-EOF\n\t«apt-get update»\n\tEOF',
    'RUN \\\n  # why\n  «apt-get \\\n  update»', 'ONBUILD RUN «apt-get update»', 'RUN sed -i s/a/b/ /etc/apt/sources.list && «apt-get update»', 'RUN echo deb | tee /etc/apt/sources.list.d/a.list && «apt-get update»', 'RUN curl -fsSL a | gpg --dearmor -o b && «apt-get update»',
    'RUN add-apt-repository ppa:a/b && «apt-get update»', 'RUN dpkg --add-architecture i386 && «apt-get update»', 'RUN mkdir -p /etc/apt/keyrings && «apt-get update»', 'RUN «apt-get update» && apt-get update', 'RUN --mount=type=cache,target=/var/cache/apt «apt-get update»',
    'RUN --mount=type=bind,target=/var/lib/apt/lists «apt-get update»', 'RUN «apt-get update»\nRUN apt-get install -y git',
  ])('reports %j', (marked) => {
    expect(remarked(rule, `FROM debian:12\n${marked}`)).toBe(`FROM debian:12\n${marked}`);
  });

  it.each([
    'RUN apt-get update && apt-get install -y git', 'RUN apt-get update; apt-get install -y git', 'RUN apt-get update && apt-get upgrade -y', 'RUN apt-get update && apt-get dist-upgrade -y', 'RUN apt-get update && apt-get remove -y git', 'RUN apt-get update && apt-get download git', 'RUN apk update && apk add git',
    'RUN yum update -y', 'RUN dnf update -y', 'RUN microdnf update', 'RUN zypper update', 'RUN yum makecache', 'RUN zypper refresh', 'RUN pacman -Sy', 'RUN apt-get update && ./install.sh', 'RUN apt-get update && bash setup.sh', 'RUN apt-get update && bash -c "$SETUP"', 'RUN . ./setup && apt-get update', 'RUN apt-get update && make', 'RUN apt-get update && $INSTALL git',
    'RUN apt-get update && curl a | bash', 'RUN apt-get update && dpkg -i a.deb', 'RUN apt-get update && xargs apt-get install -y < list', 'RUN apt-get update && pip install a', 'RUN up() { apt-get update; }; up && apt-get install -y git', 'RUN up() { apt-get update; }; up && install_all',
    'RUN <<EOF\napt-get update\napt-get install -y git\nEOF', 'RUN bash -c "apt-get update && apt-get install -y git"', 'RUN --mount=type=cache,target=/var/lib/apt/lists apt-get update', 'RUN --mount=type=tmpfs,target=/var/lib/apt apt-get update', 'RUN --mount=type=cache,target=/var/cache/apk apk update',
    'RUN echo apt-get update', 'RUN apt-get -s update', 'RUN apt-get update --help', 'RUN apt-cache update', 'RUN <<EOF python3\napt = update\nEOF', 'SHELL ["pwsh", "-c"]\nRUN apt-get update', 'CMD apt-get update', 'RUN apt-get $COMMAND', 'COPY <<EOF /a\napt-get update\nEOF', 'RUN apt-get update && cat <<EOF | bash\nx\nEOF',
  ])('is silent on %j', (lines) => {
    expect(saidOf(rule, `FROM debian:12\n${lines}`)).toEqual([]);
  });

  it('minds every stage', () => {
    expect(saidOf(rule, 'FROM debian:12 AS a\nRUN apt-get update\nFROM alpine:3\nRUN apk update')).toEqual([
      'warning: apt-get update stands alone in its RUN, so a stale cached index may be used later; join it to the install with &&',
      'warning: apk update stands alone in its RUN, so a stale cached index may be used later; join it to the install with &&',
    ]);
  });
});
