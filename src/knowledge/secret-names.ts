/**
 * Which variable names speak of a credential, and which values excuse such a name. Judged by whole words, since
 * substrings hit names such as TOKENIZER_PATH and MONKEY.
 */

const SECRET_WORDS = new Set([
  'password', 'passwd', 'passphrase', 'passwort', 'pword', 'secret', 'secrets', 'token', 'tokens', 'apikey', 'credential', 'credentials', 'creds', 'htpasswd',
]);

/** Words run together, as in PGPASSWORD, ROOTPASS and authToken written small. */
const SECRET_ENDING = /(?:password|passwd|passphrase|secret|token|apikey|credentials)$|^(?!bypass|compass|encompass|overpass|surpass|trespass|underpass).+pass$/;

/** What a word for a password means only at the end: PASS_THROUGH and PWD are none, DB_PASS and SA_PWD are. */
const SECRET_LAST_WORDS = new Set(['pass', 'psw', 'pwd']);

/** Tokens of language models and parsers. */
const TOKEN_KINDS = new Set(['bos', 'cls', 'eos', 'mask', 'max', 'min', 'new', 'num', 'pad', 'sep', 'special', 'stop', 'unk']);

/** A key is a credential only if the word before it says so: CACHE_KEY and SORT_KEY are none. */
const KEY_OWNERS = new Set([
  'access', 'account', 'admin', 'aes', 'api', 'app', 'application', 'auth', 'aws', 'client', 'cookie', 'crypt', 'crypto', 'deploy', 'encryption', 'hmac', 'host',
  'jwt', 'license', 'licence', 'master', 'private', 'rsa', 'secret', 'service', 'session', 'shared', 'signing', 'ssh', 'storage', 'subscription', 'tls', 'ssl',
]);

/** A last word that says the value is something about a credential, not the credential. */
const EXCUSING_LAST_WORDS = new Set([
  'age', 'algorithm', 'alias', 'arn', 'audience', 'backend', 'bits', 'class', 'count', 'dir', 'directory', 'disabled', 'driver', 'enable', 'enabled', 'endpoint', 'engine', 'env', 'expiration', 'expires', 'expiry',
  'field', 'file', 'fingerprint', 'folder', 'format', 'group', 'hash', 'header', 'hint', 'host', 'id', 'ids', 'interval', 'issuer', 'label', 'length', 'lifetime', 'limit', 'location', 'manager', 'max',
  'method', 'min', 'mode', 'name', 'names', 'path', 'pattern', 'policy', 'port', 'prefix', 'prompt', 'provider', 'public', 'ref', 'region', 'required', 'rotation', 'rounds', 'scope', 'server',
  'service', 'size', 'sock', 'socket', 'source', 'store', 'suffix', 'timeout', 'ttl', 'type', 'uri', 'url', 'user', 'username', 'validity', 'version', 'mount',
]);

/** A first word that makes the name a switch. */
const SWITCH_FIRST_WORDS = new Set(['allow', 'disable', 'enable', 'has', 'is', 'no', 'require', 'skip', 'use', 'without']);

/** The words of a variable name in lower case: split at `_`, `-`, `.`, and where camel case begins a word. */
export function wordsOfName(name: string): readonly string[] {
  return name
    .replace(/([a-z0-9])([A-Z])/g, '$1_$2')
    .replace(/([A-Z]+)([A-Z][a-z])/g, '$1_$2')
    .toLowerCase()
    .split(/[^a-z0-9]+/)
    .filter((word) => word !== '');
}

/** No name without one of these can be found to be a credential's: most names of a file are settled by it. */
const MAY_NAME_SECRET = /pass|psw|pwd|pword|secret|token|cred|key/i;

/** Whether the name alone says that its value is a credential. */
export function namesSecret(name: string): boolean {
  if (!MAY_NAME_SECRET.test(name)) return false;
  const words = wordsOfName(name);
  const last = words[words.length - 1];
  if (last === undefined || EXCUSING_LAST_WORDS.has(last)) return false;
  if (SWITCH_FIRST_WORDS.has(words[0] ?? '')) return false;
  if (words.includes('public')) return false;
  if (/^tokens?$/.test(last) && TOKEN_KINDS.has(words[words.length - 2] ?? '')) return false;
  if (SECRET_LAST_WORDS.has(last)) return words.length > 1 || last === 'pass';
  if (words.some((word) => SECRET_WORDS.has(word) || SECRET_ENDING.test(word))) return true;
  return words.some((word, index) => (word === 'key' || word === 'keys') && KEY_OWNERS.has(words[index - 1] ?? ''));
}

/**
 * BuildKit's own list for SecretsUsedInArgOrEnv: whole words between underscores, excused by public, file and version;
 * values are not looked at. Source: the rule's documentation, and runs of BuildKit 0.32.2.
 */
export function namesSecretForBuildkit(name: string): boolean {
  const words = name.toLowerCase().split('_');
  if (words.some((word) => word === 'public' || word === 'file' || word === 'version')) return false;
  return words.some((word) => BUILDKIT_WORDS.has(word));
}

const BUILDKIT_WORDS = new Set(['apikey', 'auth', 'credential', 'credentials', 'key', 'password', 'pword', 'passwd', 'secret', 'token']);

/**
 * hadolint's verdict for DL3064, of which values are no part: some pieces of a name anywhere in it, and some whole names.
 * Source: the behaviour of hadolint 2.15.
 */
export function namesSecretForHadolint(name: string): boolean {
  return /api_key|client_key|password|private|secret|token|username/i.test(name) || HADOLINT_NAMES.has(name.toUpperCase());
}

const HADOLINT_NAMES = new Set([
  'APPLICATION_KEY', 'AWS_ACCESS_KEY_ID', 'CI_DEPLOY_USER', 'DOCKER_EMAIL', 'FACEBOOK_APP_ID', 'HEROKU_API_USER', 'OKTA_AUTHN_GROUPID',
  'OKTA_CLIENT_ORGURL', 'OKTA_OAUTH2_CLIENTID', 'STRIPE_DEVICE_NAME', 'TRAVIS_OS_NAME', 'TRAVIS_SECURE_ENV_VARS', 'TRAVIS_SUDO',
]);

/** Whether a value cannot be a credential, whatever its name says: empty, a placeholder, a path, a switch, a number, a fingerprint, a plain URL. */
export function excusesSecretName(value: string): boolean {
  const text = value.trim();
  return (
    text === '' ||
    /^(true|false|yes|no|on|off|none|null|nil|undefined|enabled|disabled)$/i.test(text) ||
    /^[0-9]{1,5}$/.test(text) ||
    // `_`, `XXXXXXXX`, `0000`, `****`: a place that somebody fills in.
    /^(.)\1*$/u.test(text) ||
    isPath(text) ||
    isFingerprints(text) ||
    isUrlWithoutCredentials(text) ||
    // A command substitution or a template that something fills in later.
    /^(\$\(|\{\{|<[^>]*>$)/.test(text)
  );
}

function isPath(text: string): boolean {
  return /^(~|\.{1,2})?\/|^[A-Za-z]:[\\/]|^file:/.test(text) || /^[\w.-]+(\/[\w.-]+)*\.(pem|key|crt|cer|json|ya?ml|txt|env|jks|p12|pfx|gpg|asc|pub)$/.test(text);
}

/** One or more hexadecimal fingerprints, as key ids are written: with or without blanks and 0x. */
function isFingerprints(text: string): boolean {
  // Separators are demanded between two, so that a long row of digits cannot be cut in many ways.
  return /^(?:0x)?[0-9A-F]{8,40}(?:[\s,:]+(?:0x)?[0-9A-F]{8,40})*$|^[0-9A-F]{4}(?:\s+[0-9A-F]{4}){9}$/.test(text) && /[A-F]/.test(text);
}

/** Nobody writes longer ones, and the look for credentials in them takes time that grows with the square of the length. */
const LONGEST_URL = 2000;

function isUrlWithoutCredentials(text: string): boolean {
  if (text.length > LONGEST_URL) return false;
  return /^[a-z][a-z0-9+.-]*:\/\/[^\s/@]*(\/[^\s@]*)?$/i.test(text) && !/[?&#][^=]*(token|key|secret|password|sig)[^=]*=/i.test(text);
}
