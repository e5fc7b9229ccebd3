/**
 * Files that hold credentials, by their names. Sources: the tools' own documentation of where they keep what is secret,
 * and the name lists of Trivy, dockle and the git-ignore templates of GitHub, state of 2026.
 */

/** `sure`: nobody keeps anything else under the name. `likely`: often harmless, too. */
export type SecretFileGrade = 'sure' | 'likely';

export interface SecretFile {
  readonly grade: SecretFileGrade;
  /** What it is, as in "a private key". */
  readonly what: string;
}

/** By the name of the file or folder alone. */
const NAMES: readonly (readonly [pattern: RegExp, file: SecretFile])[] = [
  [/^\.env$/, { grade: 'sure', what: 'the settings of one machine' }],
  [/^\.env\.(?:.+\.)?local$/, { grade: 'sure', what: 'the settings of one machine' }],
  [/^\.env\.(?:prod|production|stag(?:e|ing)|live|deploy|secrets?)$/, { grade: 'likely', what: 'the settings of a deployment' }],
  [/^id_(?:rsa|dsa|ecdsa|ed25519)(?:_sk)?(?:[._-](?!pub).*)?$/, { grade: 'sure', what: 'a private SSH key' }],
  [/\.(?:key|pem)$/, { grade: 'sure', what: 'a private key' }],
  [/\.(?:p12|pfx|ppk|kdbx)$/, { grade: 'sure', what: 'a private key' }],
  [/\.(?:jks|keystore)$/, { grade: 'likely', what: 'a store of keys' }],
  [/^\.git$/, { grade: 'sure', what: 'the whole history' }],
  [/^\.(?:ssh|gnupg|aws)$/, { grade: 'sure', what: 'a folder of credentials' }],
  [/^(?:\.git-credentials|\.netrc|_netrc|\.pgpass|\.my\.cnf|\.htpasswd|\.dockercfg|\.vault-token|\.s3cfg)$/, { grade: 'sure', what: 'a file of credentials' }],
  [/^(?:\.npmrc|\.pypirc|\.yarnrc\.yml|kubeconfig|credentials\.json|client_secrets?\.json)$/, { grade: 'likely', what: 'a file that may hold credentials' }],
  [/^(?:service[-_]?account)[\w-]*\.json$/, { grade: 'likely', what: 'a file that may hold credentials' }],
  [/\.tfstate(?:\.backup)?$/, { grade: 'sure', what: 'a state with every secret in it' }],
];

/** By the folder, too. */
const PATHS: readonly (readonly [pattern: RegExp, file: SecretFile])[] = [
  [/(?:^|\/)\.aws\/credentials$/, { grade: 'sure', what: 'a file of credentials' }],
  [/(?:^|\/)\.docker\/config\.json$/, { grade: 'sure', what: 'a file of credentials' }],
  [/(?:^|\/)\.kube\/config$/, { grade: 'sure', what: 'a file of credentials' }],
  [/(?:^|\/)\.git\/config$/, { grade: 'likely', what: 'a file that may hold credentials' }],
  [/(?:^|\/)\.config\/gcloud(?:$|\/)/, { grade: 'sure', what: 'a folder of credentials' }],
];

/** Public by their very purpose: certificates, public keys, the keys of package repositories, what is made for tests. */
const PUBLIC: readonly RegExp[] = [
  /\.(?:pub|asc|gpg|crt|cer)(?:\.|$)/,
  /^(?:rpm-gpg-key|release\.key$|apt-key)|repomd\.xml\.key$/,
  /(?:^|[^a-z])(?:pub|public|gpg|pgp|apt|repo|repository|archive|signing|rpm|packages?)(?:[^a-z].*)?\.(?:key|pem)$/,
  /(?:^|[^a-z])ca(?:$|[^a-z].*\.pem$)|^ca[^/]*\.pem$|(?:cert|crt|chain|bundle|issuer|trust|dhparam|^dh\d*[._-]?)[^/]*\.pem$/,
  /(?:^|[^a-z])(?:snakeoil|dummy|example|sample|test)s?(?:[^a-z]|$)/,
];

/** Folders whose name says that what is in them is public. */
const PUBLIC_FOLDERS = /(?:^|\/)(?:apt|trusted\.gpg\.d|keyrings?|gpg(?:-keys?)?|rpm-gpg|repo[\w-]*keys?|ca[\w-]*|[\w-]*certs?|certificates?|tests?|testdata|fixtures|examples?)\//;

let anyName: RegExp | null = null;
let anyPath: RegExp | null = null;

/** All patterns in two: most files match none of them. */
function mayBeSecret(path: string, name: string): boolean {
  anyName ??= anyOf(NAMES);
  anyPath ??= anyOf(PATHS);
  return anyName.test(name) || anyPath.test(path);
}

function anyOf(table: typeof NAMES): RegExp {
  return new RegExp(table.map(([{ source }]) => source).join('|'));
}

/** What the name of a source says that it holds; null when it says nothing of the kind. Wildcards in it are text. */
export function secretFile(path: string): SecretFile | null {
  const lower = path.toLowerCase();
  const name = lower.slice(lower.lastIndexOf('/') + 1);
  if (!mayBeSecret(lower, name)) return null;
  const found = PATHS.find(([pattern]) => pattern.test(lower)) ?? NAMES.find(([pattern]) => pattern.test(name));
  if (found === undefined || PUBLIC.some((pattern) => pattern.test(name))) return null;
  return /\.(?:key|pem)$/.test(name) && PUBLIC_FOLDERS.test(lower) ? null : found[1];
}
