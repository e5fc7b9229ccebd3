import rule from '../../rules/shell/no-ignored-failure';
import { remarked } from '../support/run-rule';

describe('no-ignored-failure', () => {
  it.each([
    'FROM debian:12\nRUN pip install a «|| true» && b',
    'FROM debian:12\nRUN a; git clone b «|| :»; c',
    'FROM debian:12\nRUN wget a | tar x «|| exit 0»',
    'FROM debian:12\nRUN if x; then apk add a «|| true»; fi',
    'FROM debian:12\nRUN sudo apt-get update && a «|| true»',
    'FROM debian:12\nRUN a; make && b«; exit 0»',
    'FROM debian:12\nRUN apt-get install a; rm b || true; kill c || :; make check || true; id d || true',
    'FROM debian:12\nRUN [ -f a ] && make || true',
    'FROM debian:12\nRUN wget a || curl -O a; apt-get install b || exit 1; apt-get install --dry-run c || true',
    'FROM debian:12\nRUN make && exit 0',
    'FROM debian:12\nRUN set -e; make; exit 0',
    'FROM debian:12\nRUN echo "apt-get install a || true"',
  ])('judges %s', (marked) => expect(remarked(rule, marked)).toBe(marked));
});
