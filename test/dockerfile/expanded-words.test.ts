import { expandedWords, referencesInHeredoc, referencesInWord } from '../../src/dockerfile/expanded-words';
import { lastInstruction, modelOf } from '../support/small-model';

function wordsOf(line: string): readonly string[] {
  return expandedWords(lastInstruction(modelOf(`FROM debian\n${line}`))).map((word) => word.raw);
}

function references(line: string): readonly string[] {
  const model = modelOf(`FROM debian\n${line}`);
  const node = lastInstruction(model);
  const inWords = expandedWords(node).flatMap((word) => referencesInWord(model, word, node));
  const inBodies = node.heredocs.flatMap((heredoc) => referencesInHeredoc(model, heredoc));
  return [...inWords, ...inBodies].map(({ name, operator, range }) => `${name} ${operator ?? '.'} ${model.source.text.slice(range.start, range.end)}`);
}

describe('the words that the builder expands', () => {
  test.each([
    ['COPY --chown=$A --from=$B --chmod=$C $D $E/', ['$A', '$C', '$D', '$E/']],
    ['ADD ["$A", "$B"]', ['"$A"', '"$B"']],
    ['RUN --mount=type=cache,target=$A,sharing=$B --network=$C echo $D', ['$A']],
    ['ENV A=$B', ['A', '$B']],
    ['ENV A $B c', ['A', '$B c']],
    ['LABEL $A="$B"', ['$A', '"$B"']],
    ['ARG A=$B C', ['A', '$B', 'C']],
    ['WORKDIR $A', ['$A']],
    ['USER $A:$B', ['$A:$B']],
    ['STOPSIGNAL $A', ['$A']],
    ['VOLUME $A $B', ['$A', '$B']],
    ['EXPOSE $A', ['$A']],
    ['CMD echo $A', []],
    ['WORKDIR', []],
  ])('%s', (line, words) => {
    expect(wordsOf(line)).toEqual(words);
  });
});

describe('the variables in them', () => {
  test.each([
    ['ENV A=$B${C}${D:-$E}${F:+x}${G#h}', ['B . $B', 'C . ${C}', 'E . $E', 'D - ${D:-$E}', 'F + ${F:+x}', 'G # ${G#h}']],
    ["ENV A='$B' C=\\$D E=${F", []],
    ['ENV A=${B/x/y}${C?no}', ['B / ${B/x/y}', 'C ? ${C?no}']],
    ['VOLUME ["$A\\\\x"]', ['A . "$A\\\\x"']],
    ['COPY <<EOF <<"END" /x\n$A ${B:-c} \\$C $1 $(d) \'$E\' ${F} ${G%x} ${H/a/b} ${I:?j}\nEOF\n$Z\nEND', [
      'A . $A', 'B - ${B:-c}', 'E . $E', 'F . ${F}', 'G % ${G%x}', 'H / ${H/a/b}', 'I ? ${I:?j}',
    ]],
  ])('%s', (line, expected) => {
    expect(references(line)).toEqual(expected);
  });
});
