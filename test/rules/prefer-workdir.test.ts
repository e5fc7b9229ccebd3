import rule from '../../rules/shell/prefer-workdir';
import { remarked, saidOf } from '../support/run-rule';

const ANY = { options: { when: 'any-cd' } };

describe('prefer-workdir', () => {
  it.each([
    'RUN «cd /src» && make',
    'RUN «cd /src»; make; make install',
    'RUN «cd "/my src"» && make',
    "RUN «cd '/src'» && make",
    'RUN \\\n  # first\n  «cd \\\n  /src» && \\\n  # then\n  make',
    'RUN set -eux; «cd /src»; make',
    'RUN <<EOF\n«cd /src»\nmake\nEOF',
    'RUN <<-EOF\n\tset -e\n\t«cd /src»\n\tmake\n\tEOF',
    'RUN ["sh", "-c", "«cd /src» && make"]',
    'RUN --mount=type=cache,target=/root/.cache «cd /src» && make',
    'ENV APP=/srv\nRUN «cd $APP» && make',
    'ARG APP=app\nRUN «cd /srv/${APP}» && make',
    'ONBUILD RUN «cd /src» && make',
    'RUN «cd /src» && rm -rf /srcs /src/cache',
    'RUN «cd /tmp/build» && make',
    'RUN «cd /src» && git clone a && cd /src/ && git clone b',
    'RUN «cd /src» && (cd /src; make)',
    'WORKDIR /app\nRUN «cd /src» && make\nENV A=b\nWORKDIR /srv\nRUN make',
    'WORKDIR /app\nRUN «cd /app» && make\nCOPY . .',
    'COPY . .\nRUN «cd /src» && make\nCMD ["make"]',
  ])('reports %j', (marked) => {
    expect(remarked(rule, `FROM debian:12\n${marked}`)).toBe(`FROM debian:12\n${marked}`);
  });

  it.each([
    'RUN cd /src', 'RUN cd', 'RUN cd - && make', 'RUN cd ~ && make', 'RUN cd src && make', 'RUN cd .. && make', 'RUN cd / && make', 'RUN cd /tmp/ && make',
    'RUN cd /src || exit 1; make', 'RUN cd /src && make || true', 'RUN if cd /src; then make; fi', 'RUN (cd /src && make)', 'RUN { cd /src; make; }', 'RUN make && cd /src && make',
    'RUN cd /src && make && cd /', 'RUN cd /src && (cd sub && make)', 'RUN cd /src && pushd a && make', 'RUN cd /src && make && rm -rf /src', 'RUN cd /src && make && rm -r /src/*',
    'RUN cd /src/a && make && rm -rf /src', 'RUN cd /src & make', 'RUN cd /src | make', 'RUN ! cd /src; make', 'RUN f() { cd /src; make; }; f', 'RUN for d in a b; do cd /src; make; done',
    'RUN cd $APP && make', 'ARG APP\nRUN cd $APP && make', 'ENV APP=app\nRUN cd $APP && make', 'RUN cd /src/$APP && make', 'RUN cd /src/$(uname -m) && make',
    'RUN cd /src/app-* && make', 'RUN cd /src/{a,b} && make', 'ENV A=a\nRUN cd /src/${A%a} && make', 'RUN cd /src/`arch` && make',
    'RUN --mount=type=bind,from=src,target=/src cd /src/a && make', 'RUN echo cd /src && make', 'RUN bash -c "cd /src && make"', 'RUN ["cd", "/src"]', 'CMD cd /src && make',
    'RUN <<EOF python3\nimport os\nos.chdir("/src")\nEOF', 'SHELL ["powershell"]\nRUN cd /src; make', 'COPY <<EOF /a\ncd /src\nmake\nEOF', 'RUN cat <<EOF > /a\ncd /src\nmake\nEOF',
  ])('is silent on %j', (lines) => {
    expect(saidOf(rule, `FROM debian:12\n${lines}`)).toEqual([]);
  });

  it.each([
    'RUN make', 'COPY . .', 'ADD a .', 'CMD ["node", "a.js"]', 'ENTRYPOINT ["./a"]', 'HEALTHCHECK CMD ./a', 'ENV A=b\nRUN make', 'WORKDIR sub', 'EXPOSE 80', 'FROM a\nRUN make',
  ])('is silent where the RUN steps out of a WORKDIR that is needed again by %j', (lines) => {
    expect(saidOf(rule, `FROM debian:12 AS a\nWORKDIR /app\nRUN cd /src && make\n${lines}`)).toEqual([]);
  });

  it('takes no relative WORKDIR on an unknown base for another directory', () => {
    expect(saidOf(rule, 'FROM golang\nWORKDIR app\nRUN cd /go/app && make\nCOPY . .')).toHaveLength(1);
    expect(saidOf(rule, 'FROM golang\nWORKDIR app\nRUN cd /src && make\nCOPY . .')).toEqual([]);
  });

  it('minds no WORKDIR of a stage that only files are taken from', () => {
    const build = 'FROM debian:12 AS a\nWORKDIR /app\nRUN cd /src && make\nFROM debian:12\n';
    expect(saidOf(rule, `${build}COPY --from=a /src/a /`)).toHaveLength(1);
    expect(saidOf(rule, `${build}COPY --from=b /src/a /\nFROM a AS b`)).toEqual([]);
  });

  it('asks what other triggers need of those that step out of a WORKDIR', () => {
    const image = 'FROM debian:12\nWORKDIR /app\nONBUILD RUN cd /src && make';
    expect(saidOf(rule, image)).toEqual([]);
    expect(saidOf(rule, `${image}\nONBUILD RUN make`)).toEqual([]);
    expect(saidOf(rule, `${image}\nONBUILD WORKDIR /srv`)).toHaveLength(1);
    expect(saidOf(rule, 'FROM debian:12\nONBUILD WORKDIR /src\nONBUILD RUN cd /src && make\nONBUILD RUN make')[0]).toContain('already');
  });

  it('is silent under cmd, whose cd it does not read', () => {
    expect(saidOf(rule, 'FROM mcr.microsoft.com/windows/nanoserver:ltsc2022\nRUN cd /src && make')).toEqual([]);
  });

  it('names the instruction that is missing, or says that none is', () => {
    expect(saidOf(rule, 'FROM debian:12\nRUN cd /src && make')).toEqual(['info: The whole RUN works in /src; put WORKDIR /src before it and drop the cd']);
    expect(saidOf(rule, 'FROM debian:12\nONBUILD RUN cd /src && make')[0]).toContain('put ONBUILD WORKDIR /src');
    expect(saidOf(rule, 'FROM debian:12 AS a\nWORKDIR /src\nFROM a\nRUN cd /src/ && make')).toEqual(['info: /src/ is the working directory already; drop the cd']);
    expect(saidOf(rule, 'FROM debian:12\nARG D=/src\nWORKDIR $D\nRUN cd /src && make')[0]).toContain('already');
    expect(saidOf(rule, 'FROM debian:12\nARG D\nWORKDIR $D\nRUN cd /src && make\nWORKDIR /')[0]).not.toContain('already');
  });

  it.each(['RUN make && «cd» a && make', 'RUN («cd» a; make; cd b)', 'RUN if a; then «cd» b; fi', 'RUN <<EOF\nmake\n«cd» a\nEOF', 'RUN «cd» /tmp'])('reports %j once as hadolint does', (marked) => {
    expect(remarked(rule, `FROM debian:12\n${marked}`, ANY)).toBe(`FROM debian:12\n${marked}`);
  });

  it.each(['RUN make', 'RUN ["cd", "x"]', 'CMD cd a', 'RUN <<EOF python3\ncd = 1\nEOF'])('is silent as hadolint is on %j', (lines) => {
    expect(saidOf(rule, `FROM debian:12\n${lines}`, ANY).length).toBe(lines.startsWith('RUN ["cd"') ? 1 : 0);
  });
});
