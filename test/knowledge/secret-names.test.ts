import { excusesSecretName, namesSecret, namesSecretForBuildkit, namesSecretForHadolint, wordsOfName } from '../../src/knowledge/secret-names';

test.each([
  ['DB_PASSWORD', ['db', 'password']],
  ['dbPassword', ['db', 'password']],
  ['AWSSecretKey', ['aws', 'secret', 'key']],
  ['npm.auth-token', ['npm', 'auth', 'token']],
])('%s is made of %j', (name, words) => {
  expect(wordsOfName(name)).toEqual(words);
});

test.each(['DB_PASSWORD', 'API_TOKEN', 'GITHUB_TOKEN', 'AWS_SECRET_ACCESS_KEY', 'apiKey', 'PRIVATE_KEY', 'MYSQL_ROOT_PASSWORD', 'CLIENT_SECRET', 'SECRET_KEY_BASE', 'ADMIN_PASSWD',
  'PGPASSWORD', 'DB_PASS', 'PASS', 'LDAP_ROOTPASS', 'dbpass', 'SA_PWD', 'JENKINS_PSW', 'GITHUBTOKEN', 'AWS_CREDS', 'COOKIE_KEY', 'sa_password'])(
  '%s names a credential',
  (name) => expect(namesSecret(name)).toBe(true),
);

test.each([
  'DB_PASSWORD_FILE', 'KMS_KEY_ALIAS', 'SSH_AUTH_SOCK', 'GOPRIVATE', 'TOKENIZER_PATH', 'TOKENIZERS_PARALLELISM', 'GPG_KEY', 'CACHE_KEY', 'MONKEY', 'AUTHORS',
  'ALLOW_EMPTY_PASSWORD', 'PUBLIC_KEY', 'SSH_PUBLIC_KEY', 'TOKEN_URL', 'SECRET_NAME', 'ACCESS_KEY_ID', 'TOKEN_TTL', 'PASSWORD_PROMPT', '', 'KEY',
  'PWD', 'PASS_THROUGH', 'BYPASS', 'PROXY_BYPASS', 'COMPASS', 'PAD_TOKEN', 'MAX_NEW_TOKENS', 'SECRETS_BACKEND', 'TOKENIZER',
])('%s names none', (name) => expect(namesSecret(name)).toBe(false));

test.each([
  ['GPG_KEY', true],
  ['NPM_AUTH', true],
  ['API_KEY_FILE', false],
  ['KEY_VERSION', false],
  ['TOKENIZER', false],
])("BuildKit's verdict on %s: %s", (name, expected) => {
  expect(namesSecretForBuildkit(name)).toBe(expected);
});

test.each([
  ['USERNAME', true],
  ['GOPRIVATE', true],
  ['DB_PASSWORD_FILE', true],
  ['aws_access_key_id', true],
  ['GPG_KEY', false],
  ['DB_PASS', false],
])("hadolint's verdict on %s: %s", (name, expected) => {
  expect(namesSecretForHadolint(name)).toBe(expected);
});

test.each([
  '', '_', 'XXXXXXXX', '00000000000000000000000000000000', '****', 'true', 'No', '1', '8080', '/run/secrets/token', './key', '~/.ssh/id', 'C:\\keys\\a', 'certs/server.pem', '0D96DF4D4110E5C43FBFB17F2D347EA6AA65421D',
  '0x5072E1F5 0xA4A9406876FCBD3C456770C88C718D3B5072E1F5', 'https://example.org/token', '<your token>', '{{ token }}', '$(cat /run/secrets/x)',
])('the value %j excuses the name', (value) => expect(excusesSecretName(value)).toBe(true));

test.each(['hunter2', 'changeme', 'root', 'ghp_0123456789abcdef', 'https://user:pw@example.org/', 'https://example.org/?token=abc', '123456', '0123456789abcdef0123'])(
  'the value %j does not',
  (value) => expect(excusesSecretName(value)).toBe(false),
);

test('hostile values are judged in linear time', () => {
  // Each of these took minutes or more with an expression that can read a text in many ways.
  expect(excusesSecretName(`${'A'.repeat(50_000)}z`)).toBe(false);
  expect(excusesSecretName(`${'ABCD '.repeat(10_000)}z`)).toBe(false);
  expect(excusesSecretName(`https://example.org/?${'&'.repeat(60_000)}`)).toBe(false);
  expect(excusesSecretName(`${'a/'.repeat(30_000)}!`)).toBe(false);
});
