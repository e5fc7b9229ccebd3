import rule from '../../rules/shell/no-unsupported-shell-option';
import { problemsOf, remarked } from '../support/run-rule';

describe('no-unsupported-shell-option', () => {
  it.each([
    'FROM ubuntu:22.04\nRUN set -euxo «pipefail»; a | b',
    'FROM debian:12 AS a\nRUN x\nFROM a\nRUN a && set -o «pipefail» && b',
    'FROM debian:12\nRUN <<EOF\nset -o «pipefail»\na | b\nEOF',
    'FROM debian:12\nSHELL ["dash", "-eo", «"pipefail"», "-c"]\nRUN a | b\nRUN set -o pipefail; c',
    // It knows the option, or we do not know, or somebody looks first.
    'FROM debian:12\nRUN bash -o pipefail -c "a | b" && echo set -o pipefail && set -e',
    'FROM debian:12\nRUN (set -o pipefail) && a; if (set -o pipefail); then set -o pipefail; fi; set -o pipefail || true',
    'FROM debian:12\nRUN <<EOF\n#!/bin/bash\nset -o pipefail\nEOF',
    'FROM debian:12\nSHELL ["/bin/bash", "-c"]\nRUN set -o pipefail; a | b',
    'FROM debian:12\nRUN ln -sf bash /bin/sh\nRUN set -o pipefail; a | b\nSHELL ["/bin/sh", "-o", "pipefail", "-c"]',
    'FROM alpine:3.20\nSHELL ["/bin/sh", "-o", "pipefail", "-c"]\nRUN set -o pipefail; a',
    'FROM unheard.example.org/x\nRUN set -o pipefail; a',
  ])('judges %s', (marked) => expect(remarked(rule, marked)).toBe(marked));

  it('puts bash into SHELL', () => {
    const text = 'FROM debian:12\nSHELL ["/bin/sh", "-o", "pipefail", "-c"]';
    expect(problemsOf(rule, text).map(({ fix }) => fix?.edits[0]?.text)).toEqual(['"/bin/bash"']);
  });
});
