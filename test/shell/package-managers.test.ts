import type { PackageCommand } from '../../src/shell/package-managers';
import { packageCommand } from '../../src/shell/package-managers';
import { commandsOf, marked, read } from './support';

/** The last package-manager command of a script. */
function asked(script: string): PackageCommand {
  const found = commandsOf(script).flatMap((command) => packageCommand(command) ?? []).at(-1);
  if (found === undefined) throw new Error(`no package manager in ${script}`);
  return found;
}

describe('what is asked of which manager', () => {
  test.each([
    ['apt-get update', 'apt-get refresh'],
    ['/usr/bin/apt-get update', 'apt-get refresh'],
    ['apt install a', 'apt install'],
    ['sudo apt install a', 'apt install'],
    ['apt-get build-dep a', 'apt-get install'],
    ['apt full-upgrade', 'apt dist-upgrade'],
    ['apt-get autoremove', 'apt-get remove'],
    ['apt-get clean', 'apt-get clean'],
    ['apt-get source a', 'apt-get download'],
    ['apt-get', 'apt-get other'],
    ['apt list', 'apt other'],
    ['apt-get constructor', 'apt-get other'],
    ['aptitude safe-upgrade', 'aptitude upgrade'],
    ['apk add a', 'apk install'],
    ['apk del a', 'apk remove'],
    ['apk cache clean', 'apk clean'],
    ['apk --print-arch', 'apk other'],
    ['yum update', 'yum upgrade'],
    ['yum groupinstall x', 'yum install'],
    ['yum makecache', 'yum refresh'],
    ['dnf5 module install a:1', 'dnf install'],
    ['dnf module enable a', 'dnf other'],
    ['microdnf remove a', 'microdnf remove'],
    ['tdnf distro-sync', 'tdnf dist-upgrade'],
    ['zypper -n in a', 'zypper install'],
    ['zypper dup', 'zypper dist-upgrade'],
    ['zypper ref', 'zypper refresh'],
    ['pacman -Sy', 'pacman refresh'],
    ['pacman -Syu', 'pacman upgrade'],
    ['pacman -Sy a', 'pacman install'],
    ['pacman -Scc', 'pacman clean'],
    ['pacman -Sw a', 'pacman download'],
    ['pacman -Rns a', 'pacman remove'],
    ['pacman -U ./a.zst', 'pacman install'],
    ['pacman -Q', 'pacman other'],
    ['pacman -S', 'pacman other'],
    ['pip install a', 'pip install'],
    ['pip3.11 download a', 'pip download'],
    ['python3 -u -W ignore -m pip install a', 'pip install'],
    ['uv pip install a', 'uv install'],
    ['uv run a', 'uv other'],
    ['npm ci', 'npm install'],
    ['npm run install', 'npm other'],
    ['yarn', 'yarn install'],
    ['yarn --version', 'yarn other'],
    ['yarn global add a', 'yarn install'],
    ['pnpm store prune', 'pnpm clean'],
    ['gem install a', 'gem install'],
    ['uv --quiet pip --color never install a', 'uv install'],
    ['uv tool install a', 'uv install'],
    ['uv sync', 'uv install'],
    ['pipx install a', 'pipx install'],
    ['pipx run a', 'pipx other'],
    ['dnf module -y install a:1', 'dnf install'],
    ['yarn global --silent add a', 'yarn install'],
    ['npm cache --force clean', 'npm clean'],
    ['go install -ldflags "-s -w" a@1', 'go install'],
    ['go -C x get a', 'go install'],
    ['go mod download', 'go download'],
    ['go build ./...', 'go build'],
    ['go env', 'go other'],
    ['go clean -modcache', 'go clean'],
    ['bun install', 'bun install'],
    ['bun pm cache rm', 'bun clean'],
    ['bun pm cache', 'bun other'],
    ['bun run install', 'bun other'],
    ['bundle', 'bundle install'],
    ['bundle --version', 'bundle other'],
    ['bundle config set without test', 'bundle other'],
    ['cargo install --version 1.2.3 ripgrep', 'cargo install'],
    ['cargo build --release', 'cargo build'],
    ['cargo fetch', 'cargo download'],
    ['cargo clean', 'cargo other'],
    ['composer --no-dev install', 'composer install'],
    ['composer.phar global require a/b', 'composer install'],
    ['composer clear-cache', 'composer clean'],
    ['conda install -y -c conda-forge a', 'conda install'],
    ['mamba env create -f a.yml', 'conda install'],
    ['/opt/conda/bin/conda clean -afy', 'conda clean'],
    ['conda config --add channels a', 'conda other'],
    ['mvn -B -f a/pom.xml -DskipTests clean package', 'maven build'],
    ['./mvnw dependency:go-offline', 'maven download'],
    ['mvn --version', 'maven other'],
    ['mvn dependency:purge-local-repository', 'maven clean'],
    ['mvn $GOALS', 'maven other'],
    ['dotnet restore a.csproj', 'nuget download'],
    ['dotnet publish -c Release -o /app', 'nuget build'],
    ['dotnet tool install --global --version 1.2.3 a', 'nuget install'],
    ['dotnet nuget locals all --clear', 'nuget clean'],
    ['dotnet --info', 'nuget other'],
    ['poetry install --only main', 'poetry install'],
    ['poetry cache clear --all pypi', 'poetry clean'],
    ['poetry config virtualenvs.create false', 'poetry other'],
  ])('%s: %s', (script, expected) => {
    const { manager, action } = asked(script);
    expect(`${manager} ${action}`).toBe(expected);
  });

  test.each(['apt-key add x', 'apt-cache search x', 'echo apt-get install', 'python3 -m venv x', 'python3 script.py -m pip', 'python3 -m', '$PM install x', 'python -u'])('%s: none', (script) => {
    expect(commandsOf(script).map((command) => packageCommand(command))).toEqual([null]);
  });

  test('the word of the subcommand and the packages have their places', () => {
    const { source, commands } = read('RUN apt-get -t x install \\\n  -y a=1 \\\n# c\n  b');
    const [found] = commands.flatMap((command) => packageCommand(command) ?? []);
    expect(marked(source, [found?.subcommand?.range ?? [], ...(found?.packages ?? []).map(({ range }) => range)].flat())).toBe(
      'RUN apt-get -t x «install» \\\n  -y «a=1» \\\n# c\n  «b»',
    );
  });
});

describe('whether questions are answered', () => {
  test.each([
    ['apt-get install a', false],
    ['apt-get install -y a', true],
    ['apt-get -y install a', true],
    ['apt-get install a --yes', true],
    ['apt-get install --assume-yes a', true],
    ['apt-get install --yes=false a', false],
    ['apt-get install --force-yes a', false],
    ['apt-get install -fy a', true],
    ['apt-get install -q a', false],
    ['apt-get install -qq a', true],
    ['apt-get install -q -q a', true],
    ['apt-get install -q=2 a', true],
    ['apt-get install --quiet=2 a', true],
    ['apt-get install -yqq a', true],
    ['apt-get -o APT::Get::Assume-Yes=true install a', true],
    ['apt-get -o apt::get::assume-yes=1 install a', true],
    ['apt-get -o APT::Get::Assume-Yes=false install a', false],
    ['apt-get -o APT::Get::Assume-Yes=$x install a', 'unknown'],
    ['apt-get install -o -y a', false],
    ['apt-get install -t -y a', false],
    ['apt-get install a=$V', false],
    ['apt-get install $OPTS a', 'unknown'],
    ['apt-get install "$OPTS" a', 'unknown'],
    ['apt-get install -y $OPTS a', true],
    ['yes | apt-get install a', true],
    ["yes '' | sudo apt-get install a", true],
    ['echo y | apt-get install a', true],
    ['apt-get install a | cat', false],
    ['cat x | apt-get install a', false],
    ['aptitude install -qq a', false],
    ['aptitude -y install a', true],
    ['apk add a', true],
    ['yum install a', false],
    ['yum -y install a', true],
    ['dnf install a --assumeyes', true],
    ['microdnf install a', false],
    ['zypper install a', false],
    ['zypper -n install a', true],
    ['zypper --non-interactive install a', true],
    ['zypper install -y a', true],
    ['zypper install -n a', 'unknown'],
    ['pacman -S --noconfirm a', true],
    ['pip install a', true],
  ])('%s: %s', (script, expected) => {
    expect(asked(script).assumeYes).toBe(expected);
  });
});

describe('whether recommended packages are left out', () => {
  test.each([
    ['apt-get install a', false],
    ['apt-get install --no-install-recommends a', true],
    ['apt-get install --no-install-recommends=false a', false],
    ['apt-get install --install-recommends a', false],
    ['apt-get install --install-recommends=no a', true],
    ['apt-get install -o APT::Install-Recommends=false a', true],
    ['apt-get install -oAPT::Install-Recommends=0 a', true],
    ['apt-get install -o APT::Install-Recommends=no a', true],
    ['apt-get install -o APT::Install-Recommends=true a', false],
    ['apt-get install -o APT::Install-Recommends="$x" a', 'unknown'],
    ['apt-get install $OPTS a', 'unknown'],
    ['aptitude install -R a', true],
    ['dnf install a', false],
    ['dnf install --setopt=install_weak_deps=False a', true],
    ['dnf install --setopt install_weak_deps=0 a', true],
    ['dnf install --setopt=install_weak_deps=True a', false],
    ['zypper in --no-recommends a', true],
    ['apk add a', true],
  ])('%s: %s', (script, expected) => {
    expect(asked(script).noRecommends).toBe(expected);
  });
});

test.each([
  ['apt-get install a', false],
  ['apt-get -qq install a', true],
  ['apt-get install $OPTS', 'unknown'],
  ['pip install --quiet a', true],
])('%s is quiet: %s', (script, expected) => {
  expect(asked(script).quiet).toBe(expected);
});

test.each([
  ['apt-get install -s a', true],
  ['apt-get --print-uris install a', true],
  ['apt-get install --help', true],
  ['apt-get install a', false],
  ['apt-get install -t s a', false],
  ['gem install a --version 1', false],
  ['npm --version', true],
])('%s changes nothing: %s', (script, expected) => {
  expect(asked(script).dryRun).toBe(expected);
});

test('known variables count as options and packages', () => {
  const [command] = commandsOf('apt-get install $OPTS $DEPS');
  if (command === undefined) throw new Error('no command');
  const found = packageCommand(command, (name) => ({ OPTS: '-y --no-install-recommends', DEPS: 'a b' })[name] ?? null);
  expect(found).toMatchObject({ assumeYes: true, noRecommends: true, opaque: [] });
  expect(found?.packages.map(({ value }) => value)).toEqual(['a', 'b']);
});

describe('whether a cache is kept', () => {
  test.each([
    ['apk add a', false],
    ['apk --no-cache add a', true],
    ['apk add a --no-cache', true],
    ['apk add $OPTS a', 'unknown'],
    ['pip install --no-cache-dir a', true],
    ['pip install --no-cache a', true],
    ['python3 -m pip --no-cache-dir install a', true],
    ['pip install --cache-dir x a', false],
    ['uv pip install -n a', true],
    ['yarn install', false],
    ['cargo build --offline', true],
    ['dotnet build --no-restore', true],
    ['mvn -o package', true],
    ['composer install --no-cache', true],
  ])('%s: %s', (script, expected) => {
    expect(asked(script).noCache).toBe(expected);
  });
});
