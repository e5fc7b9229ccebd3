import rule from '../../rules/stages/no-copy-from-cache-mount';
import { remarked, saidOf } from '../support/run-rule';

const CACHE = 'RUN --mount=type=cache,target=/c make';

test.each([
  [CACHE, '«/c/out»'],
  [CACHE, '«/c»'],
  [CACHE, '«c/out»'],
  [CACHE, '/cc/out /'],
  [CACHE, '/ /b'],
  [CACHE, '/c/*.so'],
  [`${CACHE}\nRUN true`, '«/c/out»'],
  [`${CACHE}\nRUN make install`, '/c/out'],
  [`${CACHE}\nRUN mkdir /c`, '/c/out'],
  [`${CACHE}\nRUN $SOMETHING`, '/c/out'],
  [`${CACHE}\nRUN ["make"]`, '/c/out'],
  [`${CACHE}\nCOPY --from=x:1 /a /b`, '/c/out'],
  [`${CACHE}\nADD a.tar /`, '/c/out'],
  [`COPY . /\n${CACHE}`, '«/c/out»'],
  [`COPY . $WHERE\n${CACHE}`, '/c/out'],
  [`COPY a c/\n${CACHE}`, '/c/out'],
  [`COPY a ../x\n${CACHE}`, '/c/out'],
  ['WORKDIR /w\nCOPY a ./\nRUN --mount=type=bind,target=. make', '/w/a'],
  ['COPY a /w/\nRUN --mount=type=bind,target=/w make', '/w/a'],
  ['RUN --mount=type=bind,target=/w,rw make', '«/w/a»'],
  ['RUN --mount=type=cache,target=/ make', '/a'],
  ['RUN --mount=type=cache,target=rel make', '/rel/a'],
  ['WORKDIR /w\nRUN --mount=type=cache,target=rel make', '«/w/rel/a»'],
  ['WORKDIR $W\nRUN --mount=type=cache,target=rel make', '/w/rel/a'],
  ['RUN --mount=type=secret,id=s,target=/c make', '/c/s'],
  ['COPY <<EOF /c/\nx\nEOF\nRUN --mount=type=cache,target=/c make', '/c/s'],
])('%j hides %s', (stage, sources) => {
  const marked = `FROM unknown/image:1 AS s\n${stage}\nFROM scratch\nARG A\nCOPY --from=s ${sources} $A /b/`;
  expect(remarked(rule, marked)).toBe(marked);
});

test('the mount may be in a stage below, and its own stage is left to others', () => {
  const text = `FROM x:1 AS a\n${CACHE}\nFROM a AS b\nCOPY --from=b /c/x /y\nFROM b\nCOPY --from=b /c/x /y\nCOPY --from=a /c/x /y`;
  expect(saidOf(rule, text)).toEqual(['error: /c/x is not in the stage, since /c is only a cache mount there; copy it elsewhere in the same RUN']);
});
