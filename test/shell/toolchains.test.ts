import { compileCommand } from '../../src/shell/toolchains';
import { commandsOf, marked, read, unmarked } from './support';

/** What the last command of a script compiles. */
function compiled(script: string): string {
  const command = commandsOf(script).at(-1);
  const found = command === undefined ? null : compileCommand(command);
  return found === null ? '' : `${found.kind} ${found.language}: ${found.what}${found.output === null ? '' : ` -> ${found.output}`}`;
}

describe('compiles', () => {
  test.each([
    ['go build', 'project go: go build'],
    ['go build -ldflags "-s -w" -o /app ./cmd/x', 'project go: go build -> /app'],
    ['/usr/local/go/bin/go -C dir build .', 'project go: go build'],
    ['CGO_ENABLED=0 go install ./...', 'project go: go install'],
    ['go install example.org/x@v1.2', 'tool go: go install'],
    ['go1.22 build', 'project go: go build'],
    ['cargo build --release', 'project rust: cargo build'],
    ['cargo +nightly build --manifest-path x', 'project rust: cargo build'],
    ['cargo install ripgrep --root /out', 'tool rust: cargo install -> /out'],
    ['cargo install --path .', 'project rust: cargo install'],
    ['cargo chef cook --release', 'project rust: cargo chef'],
    ['rustc x.rs', 'project rust: rustc'],
    ['gcc -O2 x.c -o /x', 'project c: gcc -> /x'],
    ['gcc -o x $SOURCES', 'project c: gcc -> x'],
    ['gcc-12 -c x.c', 'project c: gcc'],
    ['cc x.cpp', 'project c++: cc'],
    ['aarch64-linux-gnu-g++-12 x.cc', 'project c++: g++'],
    ['clang++ -std=c++20 x.cpp -o "$OUT"', 'project c++: clang++'],
    ['ccache gcc x.c', 'project c: gcc'],
    ['gfortran x.f90', 'project fortran: gfortran'],
    ['javac -d out src/A.java', 'project java: javac -> out'],
    ['javac @files', 'project java: javac'],
    ['mvn -B -DskipTests clean package', 'project java: mvn package'],
    ['mvn -f x/pom.xml verify', 'project java: mvn verify'],
    ['./mvnw compile assembly:single', 'project java: mvnw compile'],
    ['mvn spring-boot:repackage', 'project java: mvn spring-boot:repackage'],
    ['gradle build -x test', 'project java: gradle build'],
    ['./gradlew --no-daemon :app:bootJar', 'project java: gradlew :app:bootJar'],
    ['gradle installDist', 'project java: gradle installDist'],
    ['ant', 'project java: ant'],
    ['ant -f build.xml dist', 'project java: ant dist'],
    ['sbt assembly', 'project scala: sbt assembly'],
    ['sbt "project core" "core/assembly; stage"', 'project scala: sbt'],
    ['scalac A.scala', 'project scala: scalac'],
    ['kotlinc A.kt -d a.jar', 'project kotlin: kotlinc'],
    ['dotnet publish -c Release -o out', 'project dotnet: dotnet publish -> out'],
    ['dotnet build x.csproj --output=/y', 'project dotnet: dotnet build -> /y'],
    ['msbuild', 'project dotnet: msbuild'],
    ['msbuild x.sln', 'project dotnet: msbuild'],
    ['ghc --make Main.hs', 'project haskell: ghc'],
    ['cabal v2-build', 'project haskell: cabal v2-build'],
    ['stack --resolver lts build', 'project haskell: stack build'],
    ['swift build -c release', 'project swift: swift build'],
    ['swiftc x.swift -o x', 'project swift: swiftc -> x'],
    ['zig build -Doptimize=ReleaseSafe', 'project zig: zig build'],
    ['zig cc x.c', 'project c: zig cc'],
    ['dub build', 'project d: dub build'],
    ['ldc2 -of=x x.d', 'project d: ldc2 -> x'],
    ['dune build', 'project ocaml: dune build'],
    ['rebar3 as prod release', 'project erlang: rebar3 as'],
    ['mix do deps.get, compile', 'project elixir: mix do'],
    ['mix release', 'project elixir: mix release'],
    ['crystal build x.cr', 'project crystal: crystal build'],
    ['nim c -d:release x.nim', 'project nim: nim c'],
    ['make', 'build-tool c: make'],
    ['gmake -C src -j8 install', 'build-tool c: make install'],
    ['make CC=gcc', 'build-tool c: make'],
    ['make clean all', 'build-tool c: make all'],
    ['ninja -C build', 'build-tool c: ninja'],
    ['cmake --build build', 'build-tool c: cmake --build'],
    ['meson compile -C build', 'build-tool c: meson compile'],
    ['bazel build //x', 'build-tool c: bazel build'],
  ])('%s', (script, expected) => {
    expect(compiled(script)).toBe(expected);
  });
});

describe('compiles nothing', () => {
  test.each([
    'go version', 'go env', 'go mod download', 'go test ./...', 'go get x', 'go build --help', 'go help build',
    'cargo --version', 'cargo fetch', 'cargo chef prepare', 'cargo help build', 'rustc --version', 'rustc -vV',
    'gcc --version', 'gcc -dumpmachine', 'gcc -v', 'gcc', 'cc -E x.c', 'javac -version', 'javac',
    'mvn --version', 'mvn -v', 'mvn dependency:go-offline', 'mvn clean', 'mvn', 'gradle --version', 'gradle dependencies', 'gradle clean', 'gradle',
    'ant -version', 'sbt sbtVersion', 'sbt update', 'kotlinc -version', 'dotnet restore', 'dotnet --info', 'dotnet tool install x', 'dotnet test',
    'ghc --version', 'cabal update', 'stack setup', 'swift --version', 'swift package resolve', 'swift build --show-bin-path', 'zig version',
    'make -v', 'make --version', 'make -n', 'make clean', 'make help', 'make menuconfig', 'make install-deps', 'make vendor', 'make generate fmt', 'cmake -S . -B build', 'cmake --version', 'meson setup build',
    'bazel version', 'mix deps.get', 'rebar3 get-deps', 'crystal --version', 'nim --version',
    'echo go build', 'apt-get install gcc make', '$CC x.c', 'gcc-ar x.o',
  ])('%s', (script) => {
    expect(compiled(script)).toBe('');
  });
});

test('the range is program and subcommand', () => {
  for (const expected of ['RUN «cargo +x build» -v', 'RUN cd x && «gcc» -c x.c', 'RUN sh -c \'a; «go build» -o b\'']) {
    const { source, commands } = read(unmarked(expected));
    expect(marked(source, commands.flatMap((command) => compileCommand(command)?.range ?? []))).toBe(expected);
  }
});

test('the usual place of the result is given where there is one', () => {
  const usual = (script: string): string | null | undefined => commandsOf(script).map((command) => compileCommand(command)?.usualOutput)[0];
  expect(['cargo build', 'mvn package', 'go build'].map(usual)).toEqual(['target/release', 'target', null]);
  expect(['cargo install --path .', 'cabal v2-install x', 'stack install', 'mvn install'].map(usual)).toEqual([null, null, null, 'target']);
});

test.each([
  ['go install example.org/x/cmd/y@v1.2', 'y'],
  ['go install -v example.org/y/v2@latest', 'y'],
  ['cargo install --locked ripgrep', 'ripgrep'],
  ['go install "example.org/$TOOL@v1"', 'example.org'],
  ['go install ./...', null],
  ['go build', null],
])('%s makes the program %s', (script, expected) => {
  expect(commandsOf(script).map((command) => compileCommand(command)?.program)).toEqual([expected]);
});

test('the ways to read a task do not multiply with its length', () => {
  expect(compiled(`gradle ${'a::'.repeat(500)}x`)).toBe('');
  expect(compiled(`mvn ${'a:'.repeat(500)}x`)).toBe('');
  expect(compiled(`${'a-'.repeat(500)}x y.c`)).toBe('');
});
