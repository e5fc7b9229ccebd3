/**
 * Shapes of credentials that their makers gave a recognisable form, so that they can be found wherever they stand.
 *
 * Source: what the makers publish about their formats, and the lists of public secret scanners, compared in November 2026.
 * Only forms with a fixed beginning are here: a bare row of hexadecimal digits is as often a checksum.
 */
export interface SecretPattern {
  /** What it is, for messages: with a small letter unless it is a name. */
  readonly name: string;
  /** How it begins, as a regular expression without groups. No beginning is a part of another one with another pattern. */
  readonly start: string;
  /**
   * The whole, sticky. Every repetition is bounded or over characters that nothing behind it can match, so that it runs
   * in time that grows with the length of the text.
   */
  readonly whole: RegExp;
}

/** Newest date at which the list was compared with its sources. */
export const SECRET_PATTERNS_DATE = '2026-11-23';

export const SECRET_PATTERNS: readonly SecretPattern[] = [
  { name: 'an AWS access key', start: 'A(?:KI|SI)A', whole: /A(?:KI|SI)A[A-Z2-7]{16}(?![A-Za-z0-9])/y },
  { name: 'a GitHub token', start: 'gh[pousr]_', whole: /gh[pousr]_[A-Za-z0-9]{36,255}(?![A-Za-z0-9_])/y },
  { name: 'a GitHub token', start: 'github_pat_', whole: /github_pat_[A-Za-z0-9]{22}_[A-Za-z0-9]{59}(?!\w)/y },
  { name: 'a GitLab token', start: 'gl(?:pat|dt|rt|cbt|ptt|ft|imt|agent|oas|soat)-', whole: /gl(?:pat|dt|rt|cbt|ptt|ft|imt|agent|oas|soat)-[\w-]{20,300}(?:\.[0-9a-z]{2,10}){0,2}/y },
  { name: 'a Slack token', start: 'xox[abeoprs]-', whole: /xox[abeoprs]-(?:\d{1,2}-)?[0-9A-Za-z]{8,160}(?:-[0-9A-Za-z]{8,160}){1,4}/y },
  { name: 'a Slack token', start: 'xapp-\\d-', whole: /xapp-\d-[A-Z0-9]{8,20}-\d{8,20}-[0-9a-f]{32,80}/y },
  { name: 'a Slack webhook', start: 'hooks\\.slack\\.com/services/', whole: /hooks\.slack\.com\/services\/T[A-Z0-9]{6,14}\/B[A-Z0-9]{6,14}\/[A-Za-z0-9]{20,30}/y },
  { name: 'a Discord webhook', start: 'discord(?:app)?\\.com/api/webhooks/', whole: /discord(?:app)?\.com\/api\/webhooks\/\d{15,22}\/[\w-]{60,80}/y },
  { name: 'a Google API key', start: 'AIza', whole: /AIza[\w-]{35}(?![\w-])/y },
  { name: 'a Google client secret', start: 'GOCSPX-', whole: /GOCSPX-[\w-]{28}(?![\w-])/y },
  { name: 'a Stripe key', start: '[rs]k_live_', whole: /[rs]k_live_[0-9A-Za-z]{20,247}(?!\w)/y },
  { name: 'a SendGrid key', start: 'SG\\.', whole: /SG\.[\w-]{22}\.[\w-]{43}(?![\w-])/y },
  { name: 'an npm token', start: 'npm_', whole: /npm_[A-Za-z0-9]{36}(?![A-Za-z0-9_])/y },
  { name: 'a PyPI token', start: 'pypi-AgE', whole: /pypi-AgE(?:IcHlwaS5vcmc|NdGVzdC5weXBpLm9yZw)[\w-]{50,1000}/y },
  { name: 'a RubyGems key', start: 'rubygems_', whole: /rubygems_[0-9a-f]{48}(?!\w)/y },
  { name: 'a Docker Hub token', start: 'dckr_[po]at_', whole: /dckr_[po]at_[\w-]{27,32}(?![\w-])/y },
  { name: 'a Hugging Face token', start: 'hf_', whole: /hf_[A-Za-z]{34}(?!\w)/y },
  { name: 'an OpenAI key', start: 'sk-(?!ant-)', whole: /sk-(?:(?:proj|svcacct|admin)-)?[A-Za-z0-9_-]{20,74}T3BlbkFJ[A-Za-z0-9_-]{20,74}(?![\w-])/y },
  { name: 'an Anthropic key', start: 'sk-ant-', whole: /sk-ant-[a-z]{3,5}\d{2}-[\w-]{80,120}(?![\w-])/y },
  { name: 'a DigitalOcean token', start: 'do[opr]_v1_', whole: /do[opr]_v1_[0-9a-f]{64}(?!\w)/y },
  { name: 'a Shopify token', start: 'shp(?:at|ca|pa|ss)_', whole: /shp(?:at|ca|pa|ss)_[0-9a-fA-F]{32}(?!\w)/y },
  { name: 'a Databricks token', start: 'dapi', whole: /dapi[0-9a-f]{32}(?:-\d)?(?!\w)/y },
  { name: 'a Grafana token', start: 'glsa_', whole: /glsa_[A-Za-z0-9]{32}_[0-9a-fA-F]{8}(?!\w)/y },
  { name: 'a New Relic key', start: 'NRAK-', whole: /NRAK-[A-Z0-9]{27}(?!\w)/y },
  { name: 'a Linear key', start: 'lin_api_', whole: /lin_api_[A-Za-z0-9]{40}(?!\w)/y },
  { name: 'a Postman key', start: 'PMAK-', whole: /PMAK-[0-9a-f]{24}-[0-9a-f]{34}(?!\w)/y },
  { name: 'a Pulumi token', start: 'pul-', whole: /pul-[0-9a-f]{40}(?!\w)/y },
  { name: 'a Doppler token', start: 'dp\\.(?:pt|st|ct|scim|audit)\\.', whole: /dp\.(?:pt|ct|scim|audit|st(?:\.[a-z0-9_-]{2,35})?)\.[A-Za-z0-9]{40,44}(?!\w)/y },
  { name: 'a Vault token', start: 'hv[bs]\\.', whole: /hv[bs]\.[\w-]{90,300}/y },
  { name: 'an Atlassian token', start: 'AT(?:ATT|CTT)3xFf', whole: /AT(?:ATT|CTT)3xFf[\w-]{100,300}={0,2}[A-F0-9]{0,8}/y },
  { name: 'an age key', start: 'AGE-SECRET-KEY-1', whole: /AGE-SECRET-KEY-1[0-9A-Z]{58}(?!\w)/y },
  { name: 'an Azure storage key', start: 'AccountKey=', whole: /AccountKey=[A-Za-z0-9+/]{86}==/y },
  { name: 'a signed token (JWT)', start: 'eyJ', whole: /eyJ[\w-]{10,2000}\.eyJ[\w-]{10,4000}\.[\w-]{20,1000}/y },
  // A header alone is what a script looks for or puts around something else.
  {
    name: 'a private key',
    start: '-----BEGIN ',
    whole: /-----BEGIN (?:[A-Z]{2,10} )?PRIVATE KEY(?: BLOCK)?-----(?:\\[nr]|[\s"'\\,`+;]){1,40}(?:[A-Za-z-]{4,20}: [^\n]{1,100}\s{1,4}){0,4}[A-Za-z0-9+/=]{16,}(?:\\[nr]|[A-Za-z0-9+/=\s"'\\,`;]){0,20000}/y,
  },
];
