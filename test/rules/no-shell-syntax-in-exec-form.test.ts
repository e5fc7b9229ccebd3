import rule from '../../rules/runtime/no-shell-syntax-in-exec-form';
import { remarked } from '../support/run-rule';

describe('no-shell-syntax-in-exec-form', () => {
  it.each([
    'CMD ["a", «"$X"», "$Y"]', 'CMD ["a", «"${X:-y}"»]', 'CMD ["a", "--x=$X"]', 'CMD ["a", "$$", "$1"]', 'CMD ["a", «">"», "/log"]', 'CMD ["a", «">/dev/null"»]',
    'CMD ["a", "<html>"]', 'CMD ["a", «"2>&1"»]', 'CMD ["a", «";"», "b"]', 'CMD ["a", "~user"]', 'CMD ["bash", "run.sh", "$X"]', 'CMD ["tini", "--", "sh", "-c", "x", "$X"]',
    'CMD ["env", "-S", "a $X", "$Y"]', 'CMD ["env", «"$X"»]', 'CMD ["jq", "$x"]', 'CMD ["pwsh", "-c", "$env:X"]', 'CMD ["cmd", "/c", "a", "&&", "b"]', 'CMD ["&&"]',
    'ENTRYPOINT app\nCMD ["$X"]', 'ENTRYPOINT ["app"]\nCMD [«"$X"»]', 'ENTRYPOINT ["awk"]\nCMD ["x", "$X"]', 'RUN echo "$X" && y', 'RUN ["a", «"|"», "b"]', 'CMD []',
  ])('judges %s', (marked) => {
    expect(remarked(rule, `FROM a\n${marked}`)).toBe(`FROM a\n${marked}`);
  });
});
