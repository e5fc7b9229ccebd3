import { parseDocument } from '../../src/dockerfile/parse';
import { createSource } from '../../src/dockerfile/source';
import { markedRanges } from '../support/marked-text';

describe('misplaced heredocs', () => {
  it.each([
    ['CMD «<<X»', ['CMD']],
    ['ENTRYPOINT cat «<< X»', ['ENTRYPOINT']],
    ['CMD a \\\n «3<<-"X"»', ['CMD']],
    ['USER «<<X»', ['USER']],
    ['HEALTHCHECK CMD «<<A» «<<B»', ['HEALTHCHECK', 'HEALTHCHECK']],
    ['ONBUILD CMD «<<X»', ['CMD']],
    ['RUN [«"<<X"»]', ['RUN']],
    ['COPY [«"<<X"», «"<<-Y"»]', ['COPY', 'COPY']],
    ['ADD ["a", «"<<X"»]', ['ADD']],
    ['ONBUILD COPY [«"<<X"», "/d"]', ['COPY']],
  ])('in %s', (marked, keywords) => {
    const { text, ranges } = markedRanges(marked);
    expect(parseDocument(createSource('Dockerfile', text)).misplacedHeredocs).toEqual(ranges.map((range, index) => ({ range, keyword: keywords[index] })));
  });

  it.each([
    'RUN <<X\nX', 'COPY <<X /d\nX', 'ONBUILD ADD <<X /d\nX', 'CMD cat <<<X', 'CMD "<<X"', 'CMD a<<X', 'ENV a=<<X', 'RUN ["sh", "-c", "cat <<X"]', 'CMD ["<<X"]', 'NOSUCH <<X',
    'ONBUILD\n# <<', 'COPY []\n# <<', 'RUN ["a<<X"]', 'COPY a b<<X',
  ])('are none in %j', (text) => {
    expect(parseDocument(createSource('Dockerfile', text)).misplacedHeredocs).toEqual([]);
  });
});
