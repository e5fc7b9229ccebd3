import rule from '../../rules/shell/no-semicolon-chain';
import { remarked } from '../support/run-rule';

describe('no-semicolon-chain', () => {
  it.each([
    'FROM debian:12\nRUN a«;» b; c',
    'FROM debian:12\nRUN a && b «;» \\\n  c',
    'FROM debian:12\nRUN if x; then a«;» b; fi\nRUN { a«;» b; } && c\nRUN (a«;» b)',
    'FROM debian:12\nRUN set -x; a«;» b\nRUN curl a | tar x«;» b',
    // What stops, or cannot fail, or may.
    'FROM debian:12\nRUN set -e; a; b\nRUN set -o errexit; a; b\nRUN a«;» set -e; b',
    'FROM debian:12\nRUN echo a; cd b; export C=d; rm -f e; test f; grep g h; x --version; last',
    'FROM debian:12\nRUN a || true; b\nRUN a || b«;» c\nRUN a; exit 0\nRUN a; true\nRUN a; A=$?; b\nRUN a; [ $? = 0 ]',
    'FROM debian:12\nRUN set +e; a; b\nRUN a & b«;» c',
    'FROM debian:12\nRUN while a; do b && break; done\nRUN f() { a; b; }; f',
    'FROM debian:12\nRUN echo "a; b" && find . -exec x {} \\; && bash -c "a; b"',
    'FROM debian:12\nRUN <<EOF\na; b\nEOF',
    'FROM debian:12\nRUN ["sh", "-c", "a; b"]',
    'FROM mcr.microsoft.com/windows/servercore:ltsc2022\nSHELL ["powershell", "-Command"]\nRUN a; b',
  ])('judges %s', (marked) => expect(remarked(rule, marked)).toBe(marked));
});
