import type { PackageManagerName } from '../../src/shell/manager-shape';
import { unpinnedInstalls } from '../../src/shell/package-pins';
import { createShellView } from '../../src/shell/view';
import { lastInstruction, modelOf } from '../support/small-model';

const ALL: readonly PackageManagerName[] = ['apt', 'apt-get', 'apk', 'yum', 'dnf', 'microdnf', 'zypper', 'pip', 'uv', 'npm', 'gem', 'go', 'yarn'];

function unpinned(lines: string, managers = ALL): string {
  const model = modelOf(`FROM a\n${lines}`);
  const node = lastInstruction(model);
  if (node.keyword !== 'RUN') throw new Error('no RUN');
  return unpinnedInstalls(model, createShellView(model), node, managers).map(({ asked, first, names }) => `${asked.manager} ${first.raw}: ${names}`).join('; ');
}

describe('packages without a version', () => {
  test.each([
    ['apt-get install a b=1 c/stable d.deb ./e.deb f-', 'apt-get a: a'],
    ['apt-get install -t x -o y=z -y a', 'apt-get a: a'],
    ['apt install php${V}-cli', 'apt php${V}-cli: php${V}-cli'],
    ['apt-get install linux-headers-$(uname -r) a$V a${V} `x`', ''],
    ['apt-get install "a*"', 'apt-get "a*": a*'],
    ['apt-get -s install a', ''],
    ['apt-get build-dep a; apt-get remove a; apt-get download a', ''],
    ['apk add a b=1 c~1 "d<2" "e>1" f.apk !g', 'apk a: a'],
    ['apk add a@edge', 'apk a@edge: a@edge'],
    ['yum install a-1 b-1.2-3.el9.x86_64 "c >= 1" https://x/d.rpm e.rpm @f g:1', ''],
    ['yum install java-11-openjdk c++ a', 'yum java-11-openjdk: java-11-openjdk, c++ and a'],
    ['yum install a-$V a-$V.el9', ''],
    ['dnf module install a:1 b', 'dnf b: b'],
    ['microdnf install a', 'microdnf a: a'],
    ['dnf group install a; dnf reinstall a; dnf update a', ''],
    ['zypper in a b=1 "c>=1" pattern:d !e', 'zypper a: a'],
    ['zypper in -t pattern a', ''],
    ['pip install a b==1 "c>1" "d!=2" e~=1 ./f g/h i.whl j.tar.gz .', 'pip a: a'],
    ['pip install git+https://x/a git+https://x/b@v git+ssh://git@x/c git+ssh://git@x/d@v', 'pip git+https://x/a: git+https://x/a and git+ssh://git@x/c'],
    ['pip install "a @ https://x/a.zip" "b @ git+https://x/b"', 'pip "b @ git+https://x/b": b @ git+https://x/b'],
    ['pip install git+https://x/$A', ''],
    ['pip install -r a b; pip install -c a b; pip install --no-index b', ''],
    ['uv tool install a@1 b@latest c', 'uv b@latest: b@latest and c'],
    ['uv sync; uv add a', ''],
    ['npm install a @b/c @b/d@1 e@^1 f@latest g@v2 h@~1 "i@>=1" j@*', 'npm a: a, @b/c, f@latest and 1 more'],
    ['npm i ./a ../b /c ~/d file:e f.tgz https://x/g.tgz', ''],
    ['npm i git+https://x/a.git https://x/b.git#v user/c user/d#v github:e/f', 'npm git+https://x/a.git: git+https://x/a.git, user/c and github:e/f'],
    ['npm i a@npm:b a@npm:b@1 c@github:d/e', 'npm a@npm:b: a@npm:b and c@github:d/e'],
    ['npm i --unsafe-perm true a@1 $A a@$V $S/a', ''],
    ['npm ci; npm run install a; npm install', ''],
    ['gem install a b:1 ./c.gem d.gem', 'gem a: a'],
    ['gem install a -v 1; gem install -g', ''],
    ['go install a.b/c; yarn add a', ''],
  ])('%s: %s', (script, expected) => {
    expect(unpinned(`RUN ${script}`)).toBe(expected);
  });

  test('only those of the managers that are asked for', () => {
    expect(unpinned('RUN apt-get install a && apk add b', ['apk'])).toBe('apk b: b');
  });

  test('a word out of a variable is judged by what it holds', () => {
    expect(unpinned('ENV P="a b=1"\nRUN apt-get install "c" $P')).toBe('apt-get "c": c and a');
  });
});
