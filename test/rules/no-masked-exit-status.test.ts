import rule from '../../rules/shell/no-masked-exit-status';
import { remarked } from '../support/run-rule';

describe('no-masked-exit-status', () => {
  it.each([
    'FROM debian:12\nRUN «export A»=$(x) && y',
    'FROM debian:12\nRUN «export A»=`x` && y',
    'FROM debian:12\nRUN «readonly A»="b $(x)" && y',
    'FROM debian:12\nRUN «export B=c A»=$(x)',
    'FROM debian:12\nRUN <<EOF\nset -e\n«export A»=$(x)\ny\nEOF',
    'FROM debian:12\nRUN export A=$(x); y',
    'FROM debian:12\nRUN export A=$(x) || y; export A=$(x || true) && y; export A=$(date) && y; export A=b && y; export A && y',
    'FROM debian:12\nRUN if export A=$(x); then y; fi',
    'FROM debian:12\nRUN A=$(x) && y; B=$(x) export C=d && y',
    'FROM debian:12\nRUN echo "export A=$(x)" && y',
  ])('judges %s', (marked) => {
    expect(remarked(rule, marked)).toBe(marked);
  });
});
