import { defineRule, excusesSecretName, findRandomSecrets, findSecrets, mentions, mountsOf, namesSecret, type RunInstruction, type ShellCommand, type ShellWord } from '../../src/rule';

export default defineRule({
  summary: 'Give a RUN its credentials by a secret mount',
  why: `What a RUN is told on its command line, by an ARG or by an ENV, stands in the history of the image, and programs that keep their
settings write it into the layer as well. With \`RUN --mount=type=secret\` the credential is there for this one command and nowhere else.`,
  exceptions: `Variables whose name speaks of a credential, tokens that are known by their shape and passwords in URLs are told by other rules, where
they are set. A RUN that has a secret mount is not judged.`,
  severity: 'info',
  presets: { strict: {}, cis: {}, nist: {}, gc: {} },
  aliases: ['trivy:DS-0031', 'tally:require-secret-mounts', 'tally:ruby/prefer-secret-mounts-for-build-credentials'],
  controls: ['cis-docker:4.10', 'nist-800-190:4.1.4', 'gc:no-secrets'],
  mentions: { RUN: ['curl', 'wget', 'login', 'config', 'configure'] },
  dockerfile: ({ model, shell, report }) => {
    /** Whether a variable in the word comes from the file and is told by no other rule. */
    function comesFromFile(node: RunInstruction, { variables }: ShellWord): boolean {
      return variables.length > 0 && variables.every((name) => model.settersOf(name, node).length > 0 && !namesSecret(name));
    }

    function isTold(node: RunInstruction, { word, text }: Credential): boolean {
      if (findSecrets(text).length > 0 || findRandomSecrets(`token=${text}`).length > 0) return true;
      if (word.variables.length > 0) return !comesFromFile(node, word);
      return !word.literal || text.length < 4 || excusesSecretName(text) || /^<.*>$|\.\.\.|x{3}|^(?:your|my)[-_]|change_?me/i.test(text);
    }

    return {
      RUN(node) {
        if (!mentions(model, node, PROGRAM) || !mentions(model, node, GIVEN) || mountsOf(node).some(({ type }) => type === 'secret')) return;
        for (const command of shell.commands(node)) {
          const credential = credentialOf(command);
          if (credential === null || isTold(node, credential)) continue;
          const { range } = credential.word;
          report({
            at: range,
            ...(credential.word.literal ? { secret: range } : {}),
            message: `${command.name ?? ''} is given a credential that stays in the history of the image; read it from RUN --mount=type=secret`,
          });
        }
      },
    };
  },
  examples: [
    { good: 'FROM node:22\nRUN --mount=type=secret,id=t npm config set //r.io/:_authToken="$(cat /run/secrets/t)" && npm ci\nRUN curl -u ann https://a.io && wget --header="Accept: x" https://b.io' },
    { good: 'FROM node:22\nARG NPM_TOKEN\nRUN npm config set //r.io/:_authToken=$NPM_TOKEN\nRUN curl -H "Authorization: Bearer $(cat /t)" https://a.io && docker login -p "$P" a.io' },
    { bad: 'FROM node:22\nRUN curl -fsSL -u «ann:s3cret-9» https://a.io/x', message: 'curl is given a credential' },
    { bad: 'FROM node:22\nARG PAT\nRUN npm config set «"//r.io/:_authToken=${PAT}"» && curl -H "Accept: x" -H «"Authorization: token $PAT"» https://a.io' },
    { bad: 'FROM alpine:3.20\nRUN wget «--http-password=s3cret-9» https://a.io && docker login -u a -p «s3cret-9» a.io && aws configure set aws_secret_access_key «s3cret-9»' },
  ],
});

interface Credential {
  readonly word: ShellWord;
  /** The part of the word that is secret. */
  readonly text: string;
}

const PROGRAM = /\b(?:curl|wget|login|config|configure)\b/;
/** One of the options, words or settings that {@link credentialOf} looks for. */
const GIVEN = /-[uUH]\b|--(?:proxy-)?user\b|--header\b|bearer|password|[Aa]uth|aws_se|gitlab-|\blogin\b/;

/** Options and settings whose value is a credential, by program. */
function credentialOf({ name, words }: ShellCommand): Credential | null {
  switch (name?.split('/').pop()) {
    case 'curl':
      return afterColon(optionValue(words, /^(?:-u|--user|--proxy-user|-U)$/)) ?? ofHeader(words, /^(?:-H|--header)$/) ?? whole(optionValue(words, /^--oauth2-bearer$/));
    case 'wget':
      return whole(optionValue(words, /^--(?:http-|ftp-|proxy-)?password$/)) ?? ofHeader(words, /^--header$/);
    case 'docker':
    case 'podman':
    case 'buildah':
    case 'skopeo':
    case 'helm':
    case 'az':
      return words.some(({ value }) => value === 'login') ? whole(optionValue(words, /^(?:-p|--password)$/)) : null;
    case 'npm':
    case 'pnpm':
    case 'yarn':
      return words[1]?.value === 'config' && words[2]?.value === 'set' ? ofSetting(words.slice(3)) : null;
    case 'aws':
      return words[1]?.value === 'configure' && words[2]?.value === 'set' && /^aws_(?:secret_access_key|session_token)$/.test(words[3]?.value ?? '') ? whole(words[4]) : null;
    case 'composer':
      return words.some(({ value }) => value === 'config') ? whole(optionValue(words, /^(?:github-oauth|gitlab-(?:oauth|token)|bearer)\./)) : null;
    default:
      return null;
  }
}

function optionValue(words: readonly ShellWord[], option: RegExp): { readonly word: ShellWord; readonly text: string } | undefined {
  for (const [index, word] of words.entries()) {
    const equals = word.value.startsWith('--') ? word.value.indexOf('=') : -1;
    if (equals !== -1 && option.test(word.value.slice(0, equals))) return { word, text: word.value.slice(equals + 1) };
    const value = option.test(word.value) ? words[index + 1] : undefined;
    if (value !== undefined) return { word: value, text: value.value };
  }
  return undefined;
}

function whole(given: Credential | ShellWord | undefined): Credential | null {
  if (given === undefined) return null;
  return 'word' in given ? given : { word: given, text: given.value };
}

/** `user:password`. */
function afterColon(given: Credential | undefined): Credential | null {
  const colon = given?.text.indexOf(':') ?? -1;
  return given === undefined || colon === -1 ? null : { word: given.word, text: given.text.slice(colon + 1) };
}

/** `Authorization: Bearer …`, `PRIVATE-TOKEN: …`. */
function ofHeader(words: readonly ShellWord[], option: RegExp): Credential | null {
  for (let from = 0; from < words.length; from += 1) {
    if (!option.test((words[from]?.value ?? '').split('=')[0] ?? '')) continue;
    const given = optionValue(words.slice(from), option);
    const value = given === undefined ? null : /^(?:(?:proxy-)?authorization|x-api-key|private-token|job-token|x-jfrog-art-api|x-vault-token)\s*:\s*(?:(?:bearer|basic|token)\s+)?(\S.*)$/i.exec(given.text);
    if (given !== undefined && value !== null) return { word: given.word, text: value[1] ?? '' };
  }
  return null;
}

/** `//registry/:_authToken=…`, `_auth …`. */
function ofSetting([key, value]: readonly ShellWord[]): Credential | null {
  const [, name, text] = /^([^=]*)(?:=(.*))?$/s.exec(key?.value ?? '') ?? [];
  if (key === undefined || !/(?:^|:|\.)(?:_authToken|_auth|_password|npmAuthToken|npmAuthIdent)$/.test(name ?? '')) return null;
  return text === undefined ? whole(value) : { word: key, text };
}
