/** Programs that compile, and which of their calls do. */
import type { Language } from '../knowledge/base-image';

export interface CompilerShape {
  readonly language: Language;
  /** One of these must be the subcommand (of one word or two), a phase, a task or a goal. */
  readonly tasks?: readonly RegExp[];
  /** Or: one operand must be a source file of this kind. */
  readonly sources?: RegExp;
  /** Makes an operand of any kind count: `-c`, `-o`. */
  readonly outputs?: readonly string[];
  /** `build-tool`: runs a compiler only if the project says so. */
  readonly kind?: 'build-tool';
  /** Goals that build nothing. */
  readonly idle?: RegExp;
  /** A call without any operand compiles too. */
  readonly alone?: true;
  /** Options whose value is the next word, so that it is no task. */
  readonly values?: readonly string[];
  /** Where the result lies unless the call says otherwise. */
  readonly usual?: string;
}

const C_SOURCES = /\.(?:c|cc|cpp|cxx|c\+\+|C|m|mm|s|S|o|a|cu)$/;
const C: CompilerShape = { language: 'c', sources: C_SOURCES, outputs: ['-o', '-c'] };
const CPP: CompilerShape = { ...C, language: 'c++' };
const MAVEN: CompilerShape = {
  language: 'java',
  tasks: [/^(?:compile|test-compile|process-classes|test|prepare-package|package|pre-integration-test|integration-test|verify|install|deploy)$/, /^[\w.-]+(?::[\w.-]+)*:(?:compile|build|single|shade|jar|war|repackage|native)$/],
  values: ['-f', '--file', '-P', '--activate-profiles', '-pl', '--projects', '-s', '--settings', '-T', '--threads', '-D', '-l', '--log-file', '-gs', '-rf', '--resume-from'],
  usual: 'target',
};
const GRADLE: CompilerShape = {
  language: 'java',
  tasks: [/^(?:[\w.-]*:)*(?:build\w*|assemble\w*|\w*[jJ]ar|\w*War|war|compile\w+|classes|installDist|distZip|distTar|install\w*Dist|nativeCompile|nativeBuild|publish\w*|installApp|fatJar)$/],
  values: ['-p', '--project-dir', '-b', '--build-file', '-g', '--gradle-user-home', '-x', '--exclude-task', '-I', '--init-script', '-c', '--settings-file', '--console'],
  usual: 'build/libs',
};
const OCAML: CompilerShape = { language: 'ocaml', sources: /\.(?:ml|mli|cmx|cmo|cmxa)$/, outputs: ['-o', '-c'] };
const FORTRAN: CompilerShape = { language: 'fortran', sources: /\.(?:f|for|f\d\d|F|F\d\d)$/, outputs: ['-o', '-c'] };
const D: CompilerShape = { language: 'd', sources: /\.d$/, outputs: ['-of', '-o'] };
/** Names of goals by which projects fetch, check, write or start something rather than compile. */
const IDLE_GOALS = new RegExp(
  '^(?:clean|distclean|mrproper|help|list|\\w*config|check|tests?|uninstall|'
  + '(?:(?:install|get|fetch|download|update)[-_])?(?:deps|dependencies|tools|requirements|modules)|'
  + 'vendor|lint|fmt|format|generate|gen|codegen|protos?|setup|init|configure|fetch|download|docs?|html|venv|migrate|migrations|run|start|serve|dev|watch)$',
);
const ERLANG_TASKS: CompilerShape = { language: 'erlang', tasks: [/^(?:compile|release|tar|escriptize|as)$/], usual: '_build' };

export const COMPILERS: ReadonlyMap<string, CompilerShape> = new Map<string, CompilerShape>([
  ['go', { language: 'go', tasks: [/^(?:build|install)$/], values: ['-C'] }],
  ['cargo', {
    language: 'rust',
    tasks: [/^(?:build|b|rustc|install|zigbuild|build-bpf|build-sbf|(?:auditable|component|leptos) build|chef cook)$/],
    values: ['--manifest-path', '--config', '-C', '--color', '-Z'],
    usual: 'target/release',
  }],
  ['cross', { language: 'rust', tasks: [/^build$/], usual: 'target' }],
  ['trunk', { language: 'rust', tasks: [/^build$/], usual: 'dist' }],
  ['wasm-pack', { language: 'rust', tasks: [/^build$/], usual: 'pkg' }],
  ['rustc', { language: 'rust', sources: /\.rs$/, outputs: ['-o'] }],
  ['gcc', C], ['cc', C], ['clang', C], ['tcc', C], ['musl-gcc', C], ['emcc', C], ['icc', C],
  ['g++', CPP], ['c++', CPP], ['clang++', CPP], ['em++', CPP], ['nvcc', CPP], ['mpicc', C], ['mpicxx', CPP], ['mpic++', CPP],
  ['gfortran', FORTRAN], ['f77', FORTRAN], ['f95', FORTRAN], ['mpif90', FORTRAN],
  ['javac', { language: 'java', sources: /(?:\.java|^@.+|\*)$/, outputs: ['-d'] }],
  ['mvn', MAVEN], ['mvnw', MAVEN], ['mvnd', MAVEN],
  ['gradle', GRADLE], ['gradlew', GRADLE],
  ['ant', { language: 'java', tasks: [/./], idle: IDLE_GOALS, alone: true, values: ['-f', '-file', '-buildfile', '-lib', '-logger'] }],
  ['lein', { language: 'java', tasks: [/^(?:uberjar|jar|compile|do|with-profile)$/], usual: 'target' }],
  ['sbt', {
    language: 'scala',
    tasks: [/(?:^|[\s;/:])(?:compile|package|assembly|stage|dist|packageBin|packageZipTarball|publishLocal|fastLinkJS|fullLinkJS|nativeLink|universal:\w+|docker:\w+)(?:$|[\s;])/],
    usual: 'target',
  }],
  ['mill', { language: 'scala', tasks: [/\.(?:compile|assembly|jar|launcher)$/], usual: 'out' }],
  ['scalac', { language: 'scala', sources: /\.scala$/, outputs: ['-d'] }],
  ['kotlinc', { language: 'kotlin', sources: /\.kts?$/, outputs: ['-d'] }],
  ['kotlinc-native', { language: 'kotlin', sources: /\.kts?$/, outputs: ['-o'] }],
  ['dotnet', { language: 'dotnet', tasks: [/^(?:build|publish|pack|msbuild)$/] }],
  ['msbuild', { language: 'dotnet', sources: /\.(?:sln|\w+proj)$/, alone: true }],
  ['xbuild', { language: 'dotnet', sources: /\.(?:sln|\w+proj)$/, alone: true }],
  ['mcs', { language: 'dotnet', sources: /\.cs$/ }],
  ['csc', { language: 'dotnet', sources: /\.cs$/ }],
  ['ghc', { language: 'haskell', sources: /\.l?hs$/, outputs: ['--make', '-o'] }],
  ['cabal', { language: 'haskell', tasks: [/^(?:(?:v[12]-|new-)?(?:build|install)|build-all)$/], usual: 'dist-newstyle' }],
  ['stack', { language: 'haskell', tasks: [/^(?:build|install|test)$/], values: ['--resolver', '--stack-yaml', '--work-dir', '--stack-root'], usual: '.stack-work/install' }],
  ['swift', { language: 'swift', tasks: [/^build$/], usual: '.build/release' }],
  ['swiftc', { language: 'swift', sources: /\.swift$/, outputs: ['-o'] }],
  ['zig', { language: 'zig', tasks: [/^(?:build|build-exe|build-lib|build-obj|cc|c\+\+)$/], usual: 'zig-out' }],
  ['dub', { language: 'd', tasks: [/^build$/], alone: true }],
  ['dmd', D], ['ldc2', D], ['gdc', D], ['ldmd2', D],
  ['dune', { language: 'ocaml', tasks: [/^(?:build|install)$/], usual: '_build' }],
  ['ocamlopt', OCAML], ['ocamlc', OCAML], ['ocamlfind', OCAML],
  ['rebar3', ERLANG_TASKS], ['rebar', ERLANG_TASKS],
  ['erlc', { language: 'erlang', sources: /\.erl$/ }],
  ['mix', { language: 'elixir', tasks: [/^(?:compile|release|escript\.build|deps\.compile|do)$/], usual: '_build' }],
  ['crystal', { language: 'crystal', tasks: [/^(?:build|compile)$/] }],
  ['shards', { language: 'crystal', tasks: [/^build$/], usual: 'bin' }],
  ['nim', { language: 'nim', tasks: [/^(?:c|cc|cpp|compile|objc|compileToC)$/] }],
  ['nimble', { language: 'nim', tasks: [/^(?:build|install|c|cpp)$/] }],
  ['make', { language: 'c', kind: 'build-tool', tasks: [/./], idle: IDLE_GOALS, alone: true, values: ['-C', '--directory', '-f', '--file', '--makefile', '-I', '-o', '-W'] }],
  ['ninja', { language: 'c', kind: 'build-tool', tasks: [/./], idle: IDLE_GOALS, alone: true, values: ['-C', '-f', '-j', '-k', '-l'] }],
  ['cmake', { language: 'c', kind: 'build-tool', outputs: ['--build'] }],
  ['meson', { language: 'c', kind: 'build-tool', tasks: [/^(?:compile|install)$/] }],
  ['scons', { language: 'c', kind: 'build-tool', tasks: [/./], alone: true }],
  ['bazel', { language: 'c', kind: 'build-tool', tasks: [/^build$/] }],
  ['bazelisk', { language: 'c', kind: 'build-tool', tasks: [/^build$/] }],
]);

/** Other names of the same programs. */
export const COMPILER_ALIASES: ReadonlyMap<string, string> = new Map([
  ['gmake', 'make'], ['samu', 'ninja'], ['ninja-build', 'ninja'], ['cmake3', 'cmake'], ['ocamlopt.opt', 'ocamlopt'], ['ocamlc.opt', 'ocamlc'],
]);
