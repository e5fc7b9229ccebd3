import { developmentDependencies } from '../../src/shell/development-dependencies';
import { packageCommand } from '../../src/shell/package-managers';
import { commandsOf } from './support';

function told(script: string): string {
  return commandsOf(script).map((command) => {
    const asked = packageCommand(command);
    const found = asked === null ? null : developmentDependencies(asked);
    return found === null ? '-' : found.asked === null ? found.remedy : `${found.askedText}: ${found.remedy}`;
  }).join('; ');
}

describe('what a project needs only to be developed', () => {
  test.each([
    ['npm ci', 'add --omit=dev'],
    ['npm install --no-audit --prefix a', 'add --omit=dev'],
    ['npm i --omit=optional --production=false', 'add --omit=dev'],
    ['npm ci --omit=dev; npm ci --omit dev; npm i --production; npm i --only=production; npm i --only prod', '-; -; -; -; -'],
    ['npm ci --omit=dev --include=dev', '--include=dev: add --omit=dev'],
    ['npm i -g; npm i a; npm i $A; npm ci --dry-run; npm i --package-lock-only; npm run build; npm --version', '-; -; -; -; -; -; -'],
    ['yarn; yarn install --frozen-lockfile', 'add --production, or with yarn 4 use yarn workspaces focus --production; add --production, or with yarn 4 use yarn workspaces focus --production'],
    ['yarn --version; yarn --prod; yarn install --production=true; yarn add a; yarn build; yarn workspaces focus --production', '-; -; -; -; -; -'],
    ['pnpm i', 'add --prod'],
    ['pnpm i -P; pnpm i --prod; pnpm add a', '-; -; -'],
    ['pnpm i -D', '-D: add --prod'],
    ['bun install; bun install -p', 'add --production; -'],
    ['composer install; composer update --no-dev; composer global require a; composer require a', 'add --no-dev; -; -; -'],
    ['bundle; bundle install --jobs 4; bundle --version', 'set BUNDLE_WITHOUT=development:test; set BUNDLE_WITHOUT=development:test; -'],
    ['bundle install --without development test; bundle install --without=test; bundle lock', '-; -; -'],
    ['bundle install --with development', '--with development: set BUNDLE_WITHOUT=development:test'],
    ['poetry install --no-root; poetry install --only main; poetry install --without dev; poetry install --no-dev', 'add --only main; -; -; -'],
    ['poetry install --with dev,docs', '--with dev,docs: add --only main'],
    ['uv sync --locked; uv sync --no-dev; uv sync --only-group web; uv sync --all-groups', 'add --no-dev; -; -; --all-groups: add --no-dev'],
    ['uv sync --group dev', '--group dev: add --no-dev'],
    ['uv pip install a; uv pip install -r dev-requirements.txt', '-; -r dev-requirements.txt: leave that out'],
    ['pip install a; pip install -r requirements.txt; pip install -r latest.txt; pip install -r dev/requirements.txt', '-; -; -; -'],
    ['pip install -rrequirements-dev.txt', '-rrequirements-dev.txt: leave that out'],
    ['pip install -r a.txt --requirement=requirements/test.txt', '--requirement=requirements/test.txt: leave that out'],
    ['pip install -e ".[dev]"; pip install "./a[docs,test]"; pip install "black[dev]" ".[web]"', '-e .[dev]: leave that out; ./a[docs,test]: leave that out; -'],
    ['apt-get install a; make', '-; -'],
  ])('%s: %s', (script, expected) => {
    expect(told(script)).toBe(expected);
  });

  test('only Ruby projects often have none', () => {
    const rare = ['npm ci', 'bundle', 'uv sync'].map((script) => {
      const asked = commandsOf(script).flatMap((command) => packageCommand(command) ?? []).at(-1);
      return asked === undefined ? null : developmentDependencies(asked)?.areRare;
    });
    expect(rare).toEqual([false, true, false]);
  });
});
