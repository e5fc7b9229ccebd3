import rule from '../../rules/packages/no-dev-dependencies';
import { remarked } from '../support/run-rule';

describe('no-dev-dependencies', () => {
  it.each([
    'FROM a\nRUN npm «ci» && npm run build\nCMD ["npm", "start"]',
    'FROM a\nRUN npm «ci» && npm install -g npm && npm cache clean --force\nCMD ["npm", "start"]',
    // What the image is for.
    'FROM a\nRUN npm ci',
    'FROM a\nRUN npm ci\nCMD ["/bin/bash"]',
    'FROM a\nRUN npm ci\nCMD ["npm", "test"]',
    'FROM a\nRUN npm ci\nCMD ["npx", "ng", "serve"]',
    'FROM a\nRUN npm «ci»\nCMD ["serve", "-s", "build"]',
    'FROM a\nRUN npm install -g nodemon && npm ci\nCMD ["npm", "start"]',
    'FROM a AS dev\nRUN npm ci\nCMD ["npm", "start"]',
    'FROM php:8.4-fpm\nRUN composer «install»',
    'FROM php:8.4-cli\nRUN composer install',
    // Settings of the environment.
    'FROM a\nENV NODE_ENV=production\nRUN npm ci && yarn\nCMD ["a"]',
    'FROM a\nARG NODE_ENV=production\nENV NODE_ENV=$NODE_ENV\nRUN npm ci\nCMD ["a"]',
    'FROM a\nENV NODE_ENV=production\nRUN npm ci «--include=dev»\nCMD ["a"]',
    'FROM a\nRUN NODE_ENV=production npm ci; COMPOSER_NO_DEV=1 composer install; UV_NO_DEV=1 uv sync\nCMD ["a"]',
    'FROM a\nENV BUNDLE_WITHOUT=development\nRUN bundle install\nCMD ["a"]',
    'FROM a\nRUN echo "BUNDLE_WITHOUT: test" > /usr/local/bundle/config\nRUN bundle install\nCMD ["a"]',
    // Pruned later.
    'FROM a\nRUN npm ci\nRUN npm run build && npm prune --production\nCMD ["a"]',
    'FROM a\nRUN npm ci && npm run build && rm -rf node_modules && npm ci --omit=dev\nCMD ["a"]',
    'FROM a\nRUN yarn && yarn build && yarn install --production\nCMD ["a"]',
    'FROM a\nRUN composer install && composer install --no-dev\nCMD ["a"]',
    'FROM a\nRUN npm ci --omit=dev && npm «ci»\nRUN npm install express\nCMD ["a"]',
    // Not shipped, or not by this file.
    'FROM a AS b\nRUN npm ci\nFROM c\nCOPY --from=b /d /d\nCMD ["a"]',
    'FROM a\nONBUILD RUN npm ci\nCMD ["a"]',
  ])('judges %s', (marked) => {
    expect(remarked(rule, marked)).toBe(marked);
  });

  it.each(['Dockerfile.dev', '.devcontainer/Dockerfile', 'test/Dockerfile', 'ci.Dockerfile'])('leaves %s alone', (path) => {
    expect(remarked(rule, 'FROM a\nRUN npm ci\nCMD ["a"]', { path })).toBe('FROM a\nRUN npm ci\nCMD ["a"]');
  });
});
