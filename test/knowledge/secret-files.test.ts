import { secretFile } from '../../src/knowledge/secret-files';

const grade = (path: string): string | null => secretFile(path)?.grade ?? null;

describe('files that hold credentials', () => {
  it.each([
    '.env', 'app/.env', '.env.local', '.env.production.local', 'id_rsa', 'keys/id_ed25519', 'id_rsa_deploy', 'server.key', 'key.pem', 'tls/privkey.pem', '*.key',
    '.git', '.ssh', '.aws', '.aws/credentials', '.netrc', '.git-credentials', '.docker/config.json', '.kube/config', 'terraform.tfstate', 'a.p12', 'ID_RSA',
    '.config/gcloud/x.json', 'monkey.key',
  ])('%s surely does', (path) => expect(grade(path)).toBe('sure'));

  it.each(['.npmrc', '.pypirc', 'credentials.json', 'service-account-prod.json', '.env.production', 'app.jks', '.git/config', 'kubeconfig'])(
    '%s may do so', (path) => expect(grade(path)).toBe('likely'),
  );

  it.each([
    '.env.example', '.env.sample', '.env.test', '.env.dist', 'env', 'id_rsa.pub', 'id_map', 'a.asc', 'a.gpg', 'a.gpg.key', 'RPM-GPG-KEY-x', 'Release.key', 'x.repomd.xml.key', 'azl3-repomd.xml.key',
    'ca.pem', 'ca-bundle.pem', 'cacert.pem', 'server-cert.pem', 'fullchain.pem', 'public.key', 'public-key.pem', 'nodesource-repo.key', 'apt.key', 'certs/a.pem', 'test/server.key',
    '.git/HEAD', '.gitignore', '.github', '.ssh/config', '.aws/config', 'config.json', 'dhparam.pem', 'dh2048.pem', 'keys', 'keyboard', 'ssl-cert-snakeoil.key', 'a.key.ts', '',
  ])('%s says nothing of the kind', (path) => expect(grade(path)).toBeNull());
});
