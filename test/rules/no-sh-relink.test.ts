import rule from '../../rules/shell/no-sh-relink';
import { problemsOf, remarked } from '../support/run-rule';

describe('no-sh-relink', () => {
  it.each([
    'FROM debian:12\nRUN «ln -snf "/bin/bash" /bin/sh» && make',
    'FROM debian:12\nRUN sudo «ln -s bash /bin/sh»',
    'FROM debian:12\nRUN «ln -sf $SHELL_PATH /bin/sh»',
    'FROM debian:12\nRUN ln -s /bin/sh /bin/zsh && ln -s a /bin/sh.bak && echo ln -s a /bin/sh && ln -s /bin/bash /opt/bin/sh',
    'FROM gcr.io/distroless/base-debian12:debug\nRUN ["/busybox/ln", "-s", "/busybox/sh", "/bin/sh"]',
    'FROM debian:12\nCOPY --from=busybox:1 /bin/busybox /busybox\nRUN cp /bin/bash /bin/sh',
  ])('judges %s', (marked) => expect(remarked(rule, marked)).toBe(marked));

  it.each([
    ['RUN ln -sf /bin/bash /bin/sh', 1],
    ['RUN rm /bin/sh && ln -s /bin/bash /bin/sh && make', 0],
    ['RUN ln -sf $X /bin/sh', 0],
    ['RUN <<EOF\nln -sf /bin/bash /bin/sh\nEOF', 0],
    ['RUN --network=none ln -sf /bin/bash /bin/sh', 0],
  ])('offers SHELL for %s only where the RUN does nothing else', (run, fixes) => {
    expect(problemsOf(rule, `FROM debian:12\n${run}`).filter(({ fix }) => fix !== null).length).toBe(fixes);
  });
});
