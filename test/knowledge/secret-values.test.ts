import { SECRET_PATTERNS, SECRET_PATTERNS_DATE } from '../../src/knowledge/secret-patterns';
import { findRandomSecrets, findSecrets, isRandom, isSecretValue } from '../../src/knowledge/secret-values';

/** Made up here, so that no scanner takes this file for a leak: the parts never stand together in it. */
const letters = 'q7RkPzL9vXwTbY8mNcWd5JfHsGtKyMuQ3eZrVaXiB6oCpDnE4hFjUlSg2TwYxA9bKmLzPvQrNdHcJfWsGtMyXuEeRaZiBoCpDnVhFjUlSgTwYx';
const hex = '9f3ac07be5d1824f6a3b0c9e7d518f2640bca97e3d15f8620c4b7ae93d16f852';
const capitals = 'Q7RKPZL3VXWTBY2MNCWD5JFHSGTKYMUQ3EZRVAXIB6OCPDNE4HFJULSG2TWYXA';
const take = (text: string, count: number): string => text.repeat(Math.ceil(count / text.length)).slice(0, count);

const SAMPLES: readonly (readonly [kind: string, text: string])[] = [
  ['an AWS access key', `AKIA${take(capitals.replace(/[0189]/g, ''), 16)}`],
  ['an AWS access key', `ASIA${take(capitals.replace(/[0189]/g, ''), 16)}`],
  ['a GitHub token', `ghp_${take(letters, 36)}`],
  ['a GitHub token', `github_pat_${take(letters, 22)}_${take(letters, 59)}`],
  ['a GitLab token', `glpat-${take(letters, 20)}`],
  ['a Slack token', `xoxb-${take('73926153804', 11)}-${take('48201739562', 12)}-${take(letters, 24)}`],
  ['a Slack token', `xapp-1-${take(capitals, 11)}-7392615380417-${take(hex, 64)}`],
  ['a Slack webhook', `hooks.slack.com/services/T${take(capitals, 9)}/B${take(capitals, 9)}/${take(letters, 24)}`],
  ['a Discord webhook', `discord.com/api/webhooks/739261538041729384/${take(letters, 68)}`],
  ['a Google API key', `AIza${take(letters, 35)}`],
  ['a Google client secret', `GOCSPX-${take(letters, 28)}`],
  ['a Stripe key', `sk_live_${take(letters, 24)}`],
  ['a SendGrid key', `SG.${take(letters, 22)}.${take(letters, 43)}`],
  ['an npm token', `npm_${take(letters, 36)}`],
  ['a PyPI token', `pypi-AgEIcHlwaS5vcmc${take(letters, 90)}`],
  ['a RubyGems key', `rubygems_${take(hex, 48)}`],
  ['a Docker Hub token', `dckr_pat_${take(letters, 27)}`],
  ['a Hugging Face token', `hf_${take(letters.replace(/\d/g, ''), 34)}`],
  ['an OpenAI key', `sk-proj-${take(letters, 40)}T3BlbkFJ${take(letters, 40)}`],
  ['an Anthropic key', `sk-ant-api03-${take(letters, 95)}`],
  ['a DigitalOcean token', `dop_v1_${take(hex, 64)}`],
  ['a Shopify token', `shpat_${take(hex, 32)}`],
  ['a Databricks token', `dapi${take(hex, 32)}`],
  ['a Grafana token', `glsa_${take(letters, 32)}_${take(hex, 8)}`],
  ['a New Relic key', `NRAK-${take(capitals, 27)}`],
  ['a Linear key', `lin_api_${take(letters, 40)}`],
  ['a Postman key', `PMAK-${take(hex, 24)}-${take(hex, 34)}`],
  ['a Pulumi token', `pul-${take(hex, 40)}`],
  ['a Doppler token', `dp.pt.${take(letters, 43)}`],
  ['a Vault token', `hvs.${take(letters, 95)}`],
  ['an Atlassian token', `ATATT3xFf${take(letters, 180)}`],
  ['an age key', `AGE-SECRET-KEY-1${take(capitals, 58)}`],
  ['an Azure storage key', `AccountKey=${take(letters, 86)}==`],
  ['a signed token (JWT)', `eyJ${take(letters, 30)}.eyJ${take(letters, 60)}.${take(letters, 43)}`],
  ['a private key', `-----BEGIN RSA PRIVATE KEY-----\n${take(letters, 64)}\n${take(letters, 64)}`],
  ['a private key', `-----BEGIN PRIVATE KEY-----\\n${take(letters, 64)}`],
];

describe('findSecrets', () => {
  it.each(SAMPLES)('finds %s', (kind, text) => {
    const around = `ENV A="${text}" \\\n  B=1`;
    expect(findSecrets(around).map((found) => [found.kind, around.slice(found.start, found.end).startsWith(text)])).toEqual([[kind, true]]);
    expect(isSecretValue(text)).toBe(true);
  });

  it('has a sample of every pattern', () => {
    const missing = SECRET_PATTERNS.filter(({ whole }) => !SAMPLES.some(([, text]) => {
      whole.lastIndex = 0;
      return whole.test(text);
    }));
    expect(missing).toEqual([]);
    expect(SECRET_PATTERNS_DATE).toMatch(/^\d{4}-\d\d-\d\d$/);
  });

  it('gives the exact place, several times', () => {
    const one = `ghp_${take(letters, 36)}`;
    const text = `a ${one} b ${one}`;
    expect(findSecrets(text).map(({ start, end }) => text.slice(start, end))).toEqual([one, one]);
  });

  it('takes the lines of a private key, not what stands behind it', () => {
    const key = `-----BEGIN PRIVATE KEY-----\n${take(letters, 64)}\n${take(letters, 20)}==`;
    const text = `RUN echo '${key}\n-----END PRIVATE KEY-----' > a`;
    expect(findSecrets(text).map(({ start, end }) => text.slice(start, end))).toEqual([key]);
  });

  it.each([
    'AKIAIOSFODNN7EXAMPLE',
    `ghp_${'x'.repeat(36)}`,
    `ghp_${'1234567890'.repeat(4)}`,
    'ghp_short',
    `ghp_${take(letters, 36)}_more`,
    `my_ghp_${take(letters, 36)}`,
    'github_pat_YOUR_TOKEN',
    'sk_test_whatever',
    'npm_config_loglevel=warn npm_lifecycle_event_of_something_long_here',
    'glpat-<your token>',
    'hf_hub_download',
    'sk-learn-contrib',
    '-----BEGIN PRIVATE KEY-----',
    "grep -q -- '-----BEGIN RSA PRIVATE KEY-----' key.pem",
    '-----BEGIN CERTIFICATE-----\nMIIDdzCCAl+gAwIBAgIEAgAAuTANBgkqhkiG9w0BAQUFADBaMQswCQYDVQQGEwJJ',
    '-----BEGIN PUBLIC KEY-----\nMIIDdzCCAl+gAwIBAgIEAgAAuTANBgkqhkiG9w0BAQUFADBaMQswCQYDVQQGEwJJ',
    'sha256:9f3ac07be5d1824f6a3b0c9e7d518f2640bca97e3d15f8620c4b7ae93d16f852',
    'eyJhbGciOiJub25lIn0',
  ])('finds nothing in %j', (text) => {
    expect(findSecrets(text)).toEqual([]);
  });
});

describe('findRandomSecrets', () => {
  const random = take(letters, 28);

  it.each([
    `ENV API_TOKEN=${random}`,
    `ENV API_TOKEN="${random}"`,
    `ARG db_password='${random}'`,
    `RUN x --client-secret=${random} y`,
    `  "apiKey": "${random}"`,
    `//registry/:_authToken=${random}`,
    `ENV SECRET_KEY=${take(hex, 32)}`,
    `curl https://x/?access_token=${random}`,
  ])('finds the value in %j', (text) => {
    expect(findRandomSecrets(text).map(({ start, end }) => text.slice(start, end))).toEqual([text.includes(random) ? random : take(hex, 32)]);
  });

  it.each([
    'ENV API_TOKEN=$TOKEN',
    'ENV API_TOKEN=${TOKEN:-none}',
    `ENV API_TOKEN=$(cat /x)`,
    'ENV DB_PASSWORD=correct-horse-battery-staple',
    'ENV GPG_KEY=0D96DF4D4110E5C43FBFB17F2D347EA6AA65421D',
    `ENV SHA256=${take(hex, 64)}`,
    `ENV TOKEN_URL=${random}`,
    'ENV SECRET_KEY=your-secret-key-goes-in-here',
    'ENV SECRET_KEY=0123456789abcdef0123456789abcdef',
    'ENV TOKENIZER_PATH=/opt/models/tokenizer-v2.1.json',
    'ENV SECRET_PATH=/run/secrets/db_password_v2',
    'RUN --mount=type=secret,id=npm_token_for_the_build_2 make',
    'ENV KEY_ID=projects/my-project-1/locations/eu/keyRings/a1',
    'RUN apt-key adv --keyserver hkp://keyserver.ubuntu.com:80 --recv-keys 9DC858229FC7DD38854AE2D88D81803C0EBFCD88',
    'ENV PUBLIC_KEY=AAAAB3NzaC1yc2EAAAADAQABAAABAQDZ7Rk2zL9vXw3TbY8m',
    'ENV PASSWORD=hunter2',
  ])('finds nothing in %j', (text) => {
    expect(findRandomSecrets(text)).toEqual([]);
  });
});

describe('isRandom', () => {
  it.each(['hello-world-foo-bar-baz', 'v1.22.333-alpha4.beta5', 'python3.11-slim-bookworm', 'aaaaaaaaaaaaaaaaaaaa1', '12345678901234567890', 'com.example.some.Class1'])('takes %s for something else', (text) => {
    expect(isRandom(text)).toBe(false);
  });
});

test('hostile texts take time that grows with their length only', () => {
  const hostile = ['-----BEGIN PRIVATE KEY-----\n', 'eyJ', 'ghp_', 'SG.', 'sk-', 'token=', 'AccountKey=', 'xoxb-1-', 'a_token: '].map((start) => start.repeat(20_000) + 'A'.repeat(50_000));
  for (const text of hostile) {
    findSecrets(text);
    findRandomSecrets(text);
  }
  expect(hostile).toHaveLength(9);
});
