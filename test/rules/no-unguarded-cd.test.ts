import rule from '../../rules/shell/no-unguarded-cd';
import { remarked } from '../support/run-rule';

describe('no-unguarded-cd', () => {
  it.each([
    'FROM debian:12\nRUN («cd /srv/a»; make)',
    'FROM debian:12\nRUN «pushd a»; make; popd',
    'FROM debian:12\nRUN if x; then «cd "$A"»; make; fi',
    'FROM debian:12\nRUN set -e; set +e; «cd a»; make',
    'FROM debian:12\nRUN if x; then set -e; fi; cd a; make',
    'FROM debian:12\nRUN ["sh", "-c", "«cd a»; make"]',
    'FROM debian:12\nRUN cd a && make; cd b || true; make; if cd c; then make; fi; ! cd d; cd ..; cd -; cd; cd ~; cd ~/x; cd "$HOME"; cd /usr/local/src/; cd /',
    'FROM debian:12\nVOLUME /a\nADD x.tar /b\nRUN install -d /c/d\nRUN cd /a; x; cd /b; x; cd /c; x; cd /c/d; x; «cd /c/e»; x',
    'FROM debian:12 AS one\nWORKDIR /a/b\nFROM one\nRUN cd /a; x\nFROM debian:12\nRUN «cd /a»; x',
    'FROM debian:12\nRUN bash -c "cd a; make"',
    'FROM debian:12\nARG A\nCOPY . $A\nRUN cd /x; make',
  ])('judges %s', (marked) => {
    expect(remarked(rule, marked)).toBe(marked);
  });
});
