import { dependencyInstalls } from '../../src/shell/dependency-installs';
import { createShellView } from '../../src/shell/view';
import { lastInstruction, modelOf } from '../support/small-model';

function said(script: string): readonly string[] {
  const model = modelOf(`FROM debian:12\nRUN ${script}`);
  const node = lastInstruction(model);
  const shell = createShellView(model);
  const found = dependencyInstalls(model, shell, node);
  expect(dependencyInstalls(model, shell, node)).toBe(found);
  return found.map(({ tool, subcommand, locked }) => `${tool} ${subcommand?.value ?? ''} ${String(locked)}`);
}

test.each([
  ['npm install', 'npm install false'],
  ['npm i --omit dev --prefix /app', 'npm i false'],
  ['npm ci --ignore-scripts', 'npm ci true'],
  ['npm install $FLAGS', 'npm install unknown'],
  ['yarn', 'yarn  false'],
  ['yarn install --frozen-lockfile', 'yarn install true'],
  ['yarn --immutable', 'yarn  true'],
  ['pnpm i', 'pnpm i false'],
  ['pnpm install --no-frozen-lockfile', 'pnpm install unknown'],
  ['bun install', 'bun install false'],
  ['pip install --no-cache-dir -r requirements.txt', 'pip install false'],
  ['pip3.12 install --requirement=a.txt', 'pip install false'],
  ['python3 -m pip install -r a.txt', 'pip install false'],
  ['uv sync --extra x', 'uv sync false'],
  ['uv sync --locked', 'uv sync true'],
  ['poetry install --no-root', 'poetry install true'],
  ['bundle install --jobs 4', 'bundle install false'],
  ['bundle', 'bundle  false'],
  ['bundle install --deployment', 'bundle install true'],
  ['composer install --no-dev', 'composer install true'],
  ['composer update', 'composer update false'],
  ['cargo build --release', 'cargo build false'],
  ['cargo install --path .', 'cargo install false'],
  ['cargo fetch --locked', 'cargo fetch true'],
  ['go mod download', 'go mod true'],
  ['dotnet restore src/app.csproj', 'dotnet restore false'],
])('%s: %s', (script, expected) => {
  expect(said(script)).toEqual([expected]);
});

test.each([
  'npm install express', 'npm i -g npm', 'npm run install', 'npm', 'yarn add x', 'yarn build', 'yarn --version', 'pip install .', 'pip install flask', 'pip install', 'pip install -r a.txt flask',
  'uv pip install x', 'uv', 'bundle exec rake', 'composer update a/b', 'composer require x', 'cargo install ripgrep', 'go build', 'go mod tidy', 'dotnet build', 'apt-get install x', '$NPM install',
  'python3 -m venv x',
])('%s installs no dependencies of a project', (script) => {
  expect(said(script)).toEqual([]);
});

test('several stand in the order of the text', () => {
  expect(said('npm ci && make && yarn')).toEqual(['npm ci true', 'yarn  false']);
});
