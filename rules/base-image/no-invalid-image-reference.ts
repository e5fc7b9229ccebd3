import {
  canBeReference, defineRule, frontendOf, mayKnowMore, shorten, type ImageReference, type Instruction, type Range, type StageBase, type Word,
} from '../../src/rule';

export default defineRule({
  summary: 'Write image names that can be read as such',
  why: `The builder stops at a name that it cannot read: upper-case letters in the path, an empty or malformed tag, a digest of the
wrong length. Nothing is pulled, and the message rarely says which part is wrong.`,
  exceptions: 'In a template, whose placeholders another program fills in, turn it off.',
  severity: 'error',
  presets: { strict: {} },
  aliases: ['dockerfile-utils:INVALID_REFERENCE_FORMAT'],
  controls: [],
  dockerfile: ({ model, report }) => {
    function judge(base: StageBase, at: Instruction): void {
      if (base.kind !== 'image' && base.kind !== 'unknown') return;
      const { reference } = base;
      if (reference === null || reference.valid || isTemplate(reference.word)) return;
      // What arguments can mend is the concern of no-invalid-default-arg.
      if (reference.word.raw.includes('$') && canBeReference(reference.word, at, model.document.escape)) return;
      const { range, fault } = faultOf(reference);
      const custom = mayKnowMore(frontendOf(model.syntax));
      report({ at: range, message: `${shorten(reference.word.value, 100)} cannot be read as an image: ${fault}`, ...(custom ? { severity: 'info' as const } : {}) });
    }

    return {
      stage: ({ base, from }) => judge(base, from),
      end() {
        for (const { instruction, word, target } of model.imageSources) {
          // A variable there, and a bare word that is no stage, are mistakes of their own.
          if (word.raw.includes('$') || ((instruction.keyword === 'COPY' || instruction.trigger) && !/[/:@]/.test(word.value))) continue;
          judge(target, instruction);
        }
      },
    };
  },
  examples: [
    { good: 'ARG TAG\nFROM alpine:3.20 AS Build\nFROM Build\nFROM host:5000/a__b/c-d.e:V1_x\nFROM node:${TAG}\nFROM GHCR.io/a/b:1\nFROM {{ base }}\nFROM REPLACE-ME' },
    { good: 'FROM a@sha256:aaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaa AS a\nCOPY --from=a /a /a\nCOPY --from=Unknown /b /b\nCOPY --from=7 /c /c' },
    { bad: 'ARG REG\nFROM «Ubuntu»:24.04\nFROM ghcr.io/«Org/App»:1\nFROM ${REG}/«Team/app»:1', message: 'lower-case' },
    { bad: 'FROM alpine:«-x»\nFROM «alpine:»\nFROM alpine@«sha256:12»\nFROM «"alpine 3"»\nFROM alpine:«3+1»' },
    { bad: 'FROM alpine:3.20\nCOPY --from=«nginx:» /a /a\nRUN --mount=from=nginx:@«1»,target=/n ls /n\nRUN --mount=from=«host/Nginx»,target=/n ls /n', message: 'tag' },
    { bad: '# syntax=example.org/own/frontend:1\nFROM «Ubuntu»:24.04', severity: 'info' },
  ],
});

/** Marks of the usual template languages, and words such as REPLACE-ME and BASE_IMAGE. */
function isTemplate({ raw }: Word): boolean {
  return /\{\{|<%|%%|^@.*@$|^<.*>$|__[A-Z]+__|^[A-Z][A-Z0-9]*[-_][A-Z0-9_-]+$/.test(raw);
}

function faultOf({ word, path, tag, digest }: ImageReference): { readonly range: Range; readonly fault: string } {
  if (path.kind === 'known' && /[A-Z]/.test(path.text)) return { range: path.range, fault: 'its path needs lower-case letters' };
  if (tag.kind === 'absent' && word.value.endsWith(':')) return { range: word.range, fault: 'its tag is empty; add a tag or remove the colon' };
  if (tag.kind === 'known' && !/^\w[\w.-]{0,127}$/.test(tag.text)) {
    return { range: tag.range, fault: 'a tag begins with a letter, digit or underscore and holds only these, dots and hyphens, 128 at most' };
  }
  if (digest.kind === 'known') return { range: digest.range, fault: 'a digest is an algorithm, a colon and at least 32 hexadecimal digits, as in sha256:…' };
  if (/^[a-f0-9]{64}$/.test(word.value)) return { range: word.range, fault: '64 hexadecimal digits alone are no name; put name@sha256: before them' };
  return { range: word.range, fault: 'a name is host/path:tag, its parts of lower-case letters and digits with single separators between them' };
}
