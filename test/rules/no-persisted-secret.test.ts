import rule from '../../rules/secrets/no-persisted-secret';
import { remarked, saidOf } from '../support/run-rule';

const MOUNT = 'FROM a\nRUN --mount=type=secret,id=t';

describe('no-persisted-secret', () => {
  it.each([
    `${MOUNT} install -m 600 /run/secrets/t «/etc/t»`,
    `${MOUNT} cat /run/secrets/t > «/etc/t»`,
    `${MOUNT} cat < /run/secrets/t > «/etc/t»`,
    `${MOUNT} sed s/a/b/ /run/secrets/t >> «~/.netrc»`,
    `${MOUNT} export T="$(cat /run/secrets/t)" && printf "x %s" "$T" > «/etc/t»`,
    `${MOUNT} T=$(cat /run/secrets/t); U="a$T"; echo "$U" > «/etc/t»`,
    `${MOUNT} npm config set «"//r.io/:_authToken=$(cat /run/secrets/t)"»`,
    `${MOUNT} cat «/run/secrets/t»`,
    `${MOUNT},target=/x cp /x «/y»`,
    `${MOUNT},env=T set -ex; npm publish --token «"$T"»`,
    `${MOUNT} bash -c 'cp /run/secrets/t «/etc/t»'`,
    `${MOUNT} <<E\ncp /run/secrets/t «/etc/t»\nE`,
    `FROM a\nONBUILD RUN --mount=type=secret,id=t cp /run/secrets/t «/etc/t»`,
  ])('finds the secret that stays in %s', (marked) => {
    expect(remarked(rule, marked)).toBe(marked);
  });

  it.each([
    `${MOUNT} cp /etc/a /etc/b`,
    `${MOUNT} cp /run/secrets/t2 /etc/b`,
    `${MOUNT} cp /run/secrets/t /etc/t && make && rm -f /etc/t`,
    `${MOUNT} cat /run/secrets/t > .npmrc && npm ci; rm ~/.npmrc`,
    `${MOUNT} --mount=type=cache,target=/c cp /run/secrets/t /c/t`,
    `${MOUNT} cp /run/secrets/t "$HOME/t"`,
    `${MOUNT} cat /run/secrets/t > /dev/null`,
    `${MOUNT} cat /run/secrets/t | docker login -u a --password-stdin`,
    `${MOUNT} ln -s /run/secrets/t /etc/t`,
    `${MOUNT} T="$(cat /run/secrets/t)" make && set +x`,
    `${MOUNT} set -x; T="$(cat /run/secrets/t)"; set +x; curl -H "$T" https://a`,
    `${MOUNT} T=$(cat /run/secrets/t); git config --global x.$T b && git fetch && git config --global --unset x`,
    `${MOUNT} npm config set //r/:_authToken "$(cat /run/secrets/t)" && npm ci && rm ~/.npmrc`,
    `${MOUNT} curl -H "Authorization: $(cat /run/secrets/t)" https://a > /etc/a`,
    `FROM a\nRUN cp /run/secrets/t /etc/t`,
    `FROM a\nRUN --mount=type=bind,target=/x cp /x/a /b`,
    `FROM a\nRUN --mount=type=ssh cp /run/secrets/t /b`,
    `FROM a\nSHELL ["pwsh", "-c"]\nRUN --mount=type=secret,id=t cp /run/secrets/t /etc/t`,
  ])('says nothing of %s', (text) => {
    expect(saidOf(rule, text)).toEqual([]);
  });

  it('is an info in a stage that is not shipped', () => {
    expect(saidOf(rule, `${MOUNT} cp /run/secrets/t /etc/t\nFROM b`).map((said) => said.split(':')[0])).toEqual(['info']);
  });
});
