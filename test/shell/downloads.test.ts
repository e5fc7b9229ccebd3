import { download, verifiesDownload } from '../../src/shell/downloads';
import { modelOf } from '../support/small-model';
import { lastInstruction } from '../support/small-model';
import { createShellView } from '../../src/shell/view';
import type { ShellCommand } from '../../src/shell/commands';

function commandOf(script: string): ShellCommand {
  const model = modelOf(`FROM debian\nRUN ${script}`);
  const [command] = createShellView(model).commands(lastInstruction(model));
  if (command === undefined) throw new Error('no command');
  return command;
}

test.each([
  ['curl -fsSLo /tmp/a https://x.org/a', { program: 'curl', urls: ['https://x.org/a'], output: '/tmp/a', insecure: null }],
  ['curl -k -H "A: b" https://x.org/a', { program: 'curl', urls: ['https://x.org/a'], output: null, insecure: '-k' }],
  ['curl --url https://x.org/a --insecure', { program: 'curl', urls: ['https://x.org/a'], output: null, insecure: '--insecure' }],
  ['/usr/bin/curl -u a:b --retry 3 --output=/b x.org', { program: 'curl', urls: ['x.org'], output: '/b', insecure: null }],
  ['wget -qO- --no-check-certificate https://x.org/a', { program: 'wget', urls: ['https://x.org/a'], output: null, insecure: '--no-check-certificate' }],
  ['wget -O /tmp/a -P /k https://x.org/a https://x.org/b', { program: 'wget', urls: ['https://x.org/a', 'https://x.org/b'], output: '/tmp/a', insecure: null }],
])('%s', (script, expected) => {
  const found = download(commandOf(script));
  expect(found === null ? null : { program: found.program, urls: found.urls.map(({ value }) => value), output: found.output, insecure: found.insecure?.name ?? null }).toEqual(expected);
});

test.each(['git clone https://x.org/a', 'curlew x', '$CURL x'])('%s is no download of theirs', (script) => expect(download(commandOf(script))).toBeNull());

test.each([
  'sha256sum -c a', 'shasum -a 256 -c a', 'md5sum a', 'gpg --batch --verify a.asc a', 'gpgv a', 'cosign verify-blob a', 'minisign -Vm a', 'openssl dgst -sha256 a', 'rpm -K a', 'gh attestation verify a',
  'notation verify a', 'signify -V a',
])('%s checks', (script) => expect(verifiesDownload(commandOf(script))).toBe(true));

test.each(['gpg --import a', 'cosign sign a', 'minisign -S', 'openssl rand 4', 'rpm -i a', 'gh release download', 'echo sha256sum', '$X'])('%s checks nothing', (script) => expect(verifiesDownload(commandOf(script))).toBe(false));
