import rule from '../../rules/packages/prefer-cache-mount';
import { problemsOf, remarked, saidOf } from '../support/run-rule';

describe('prefer-cache-mount', () => {
  it.each([
    // In a stage that is copied from, nobody cleans up.
    'FROM a AS b\nCOPY . .\nRUN npm «ci»; npm install -g x\nRUN npm «ci»\nFROM c\nCOPY --from=b /d /d',
    'FROM a\nADD . /src\nRUN pip «install» --no-cache-dir a && npm ci',
    'FROM a\nADD https://example.org/a /a\nCOPY --from=b /c /c\nRUN pip install --no-cache-dir a',
    'FROM a AS b\nCOPY . .\nFROM b\nRUN pip «install» --no-cache-dir a',
    'FROM a\nCOPY . .\nRUN pip install --no-cache-dir -U pip==24 setuptools && npm i -g npm@11 && npm cache clean --force && pip «install» --no-cache-dir pip a',
    // Told elsewhere.
    'FROM a\nCOPY . .\nRUN npm ci && pip install -r a.txt && apk add git\nRUN apt-get update && apt-get install -y git',
    'FROM a\nCOPY . .\nRUN npm «ci» && rm -rf /root/.npm',
    'FROM a\nCOPY . .\nRUN apt-get update && apt-get «install» -y git && apt-get install -y jq && rm -rf /var/lib/apt/lists/*',
    // Libraries: once in a chain of stages, never where they are shipped, handed on or needed offline.
    'FROM a AS b\nCOPY . .\nRUN dotnet «build»\nFROM b AS c\nRUN dotnet publish\nFROM d\nCOPY --from=c /e /e',
    'FROM golang\nCOPY . .\nRUN go mod download\nCMD ["go", "run", "."]',
    'FROM a AS b\nCOPY . .\nRUN cargo fetch\nRUN cargo build --offline\nFROM d\nCOPY --from=b /e /e',
    'FROM a AS b\nCOPY . .\nRUN dotnet restore\nRUN dotnet publish --no-restore\nFROM d\nCOPY --from=b /e /e',
    'FROM a AS b\nCOPY . .\nRUN mvn package\nFROM d\nCOPY --from=b /root/.m2 /root/.m2',
    'FROM a AS b\nCOPY . .\nRUN go build\nFROM d\nRUN --mount=from=b,source=/go/pkg/mod,target=/m true',
    'FROM a AS b\nCOPY . .\nRUN go «build» -o /go/bin/x\nFROM d\nCOPY --from=b /go/bin/x /x',
    // A mount of any kind is an answer.
    'FROM a AS b\nCOPY . .\nRUN --mount=type=cache,target=/x npm ci\nRUN --mount=type=tmpfs,target=/root/.npm npm ci\nRUN --network=none npm ci\nFROM d\nCOPY --from=b /e /e',
    'FROM a AS b\nCOPY . .\nRUN npm ci --offline; pip install --no-index a; npm run build; npm --version; pip download a\nFROM d\nCOPY --from=b /e /e',
  ])('judges %s', (marked) => {
    expect(remarked(rule, marked)).toBe(marked);
  });

  const BUILD = 'COPY . .\nRUN npm ci\nFROM d\nCOPY --from=b /e /e';

  it.each([
    ['FROM node:22 AS b', true],
    ['FROM unknown.example/a:1 AS b', false],
    ['FROM unknown.example/a:1 AS b\nUSER root', true],
    ['FROM node:22 AS b\nUSER node', false],
    ['FROM node:22 AS b\nARG WHO\nUSER $WHO', false],
    ['FROM node:22 AS b\nENV HOME=/srv', false],
    ['FROM node:22 AS b\nENV npm_config_cache=/c', false],
    ['FROM node:22 AS b\nRUN npm config set cache /c', false],
  ])('%s: offers a fix: %s', (head, offers) => {
    expect(problemsOf(rule, `${head}\n${BUILD}`).map(({ fix }) => fix !== null)).toEqual([offers]);
  });

  it('is silent for a builder or system without cache mounts', () => {
    expect(problemsOf(rule, `FROM a AS b\n${BUILD}`, { build: { builder: 'classic' } })).toEqual([]);
    expect(problemsOf(rule, `FROM mcr.microsoft.com/windows/servercore:ltsc2022 AS b\n${BUILD}`)).toEqual([]);
  });

  it('says what must go for the mount to be of use', () => {
    const remedies = saidOf(rule, 'FROM a\nCOPY . .\nRUN apk add --no-cache a; python3 -m pip install a; rm -rf ~/.cache; apt-get install -y a');
    expect(remedies.map((text) => text.replace(/ when .* mount one on/, ':'))).toEqual([
      'warning: apk add has no cache to start from: /etc/apk/cache, and leave out --no-cache',
      'warning: pip install has no cache to start from: ~/.cache/pip, and leave out what empties it or switches it off',
      'warning: apt-get install has no cache to start from: /var/cache/apt and /var/lib/apt',
    ]);
  });
});
