import rule from '../../rules/shell/require-heredoc-errexit';
import { applyEdits } from '../../src/engine/edits';
import { problemsOf, remarked, saidOf } from '../support/run-rule';

describe('require-heredoc-errexit', () => {
  it.each([
    'RUN «<<EOF»\nmake\nmake install\nEOF',
    'RUN «<<-EOF»\n\tmake\n\tmake install\n\tEOF',
    'RUN «<<"EOF"»\nmake\nmake install\nEOF',
    'RUN --network=none «<<EOF»\nmake; make install\nEOF',
    'RUN «<<EOF»\n# why\n\nmake\n\n# then\nmake install\nEOF',
    'RUN «<<EOF»\nmake\necho done\nEOF',
    'RUN «<<EOF»\na && b\nc\nEOF',
    'RUN «<<EOF»\ncd /src\nmake\nEOF',
    'RUN «<<EOF»\nif a; then b; fi\nc\nEOF',
    'RUN «<<EOF»\nif a; then b; else c; fi; d\nEOF',
    'RUN «<<EOF»\nfor f in a b; do c; done\nd\nEOF',
    'RUN «<<EOF»\n(a; b)\nEOF',
    'RUN «<<EOF»\n{ a; b; }\nEOF',
    'RUN «<<EOF»\ncase a in a) b ;; esac\nc\nEOF',
    'RUN «<<EOF»\na | b\nc\nEOF',
    'RUN «<<EOF»\nsudo a\nc\nEOF',
    "RUN «<<EOF»\nsh -c 'a'\nb\nEOF",
    'RUN «<<EOF»\na\nset -e\nb\nEOF',
    'RUN «<<EOF»\nset -x\na\nb\nEOF',
    'RUN «<<EOF»\nset -o pipefail\na\nb\nEOF',
    'RUN «<<EOF»\n#!/bin/bash\na\nb\nEOF',
    'RUN «<<EOF»\n#!/usr/bin/env bash\na\nb\nEOF',
    'RUN bash «<<EOF»\na\nb\nEOF',
    'RUN bash -x «<<EOF»\na\nb\nEOF',
    'RUN make && sh «<<EOF»\na\nb\nEOF',
    'RUN sh <<A && sh «<<B»\nset -e\na\nA\nb\nc\nB',
    'RUN <<EOF\nset -e\nbash <<IN\n«a»\nb\nIN\nEOF',
    'ONBUILD RUN «<<EOF»\na\nb\nEOF',
    'SHELL ["/bin/bash", "-e", "-c"]\nRUN «<<EOF»\n#!/bin/sh\na\nb\nEOF',
    'SHELL ["/bin/bash", "-o", "pipefail", "-c"]\nRUN «<<EOF»\na\nb\nEOF',
  ])('reports %j', (marked) => {
    expect(remarked(rule, `FROM debian:12\n${marked}`)).toBe(`FROM debian:12\n${marked}`);
  });

  it.each([
    'RUN <<EOF\nmake\nEOF', 'RUN <<EOF\n\nEOF', 'RUN <<EOF\nEOF', 'RUN a; b', 'RUN <<EOF\nset -e\na\nb\nEOF', 'RUN <<EOF\nset -eux\na\nb\nEOF', 'RUN <<EOF\nset -o errexit\na\nb\nEOF',
    'RUN <<EOF\na &&\nb && \\\nc\nEOF', 'RUN <<EOF\necho a\nexport B=c\nD=e\nmake\nEOF', 'RUN <<EOF\na || exit 1\nb\nEOF', 'RUN <<EOF\na || true\nb\nEOF', 'RUN <<EOF\nif a; then b; fi\nEOF',
    'RUN <<EOF\nfor f in a b; do c $f; done\nEOF', 'RUN <<EOF\nf() {\n  a\n  b\n}\nf\nEOF', 'RUN <<EOF\nX=$(a; b)\nc\nEOF', 'RUN <<EOF\na &\nb\nEOF', 'RUN <<EOF\n$A\nb\nEOF', 'RUN <<EOF\nrm -rf a\nb\nEOF',
    'RUN <<EOF\nexec 2>&1\na\nEOF', 'RUN <<EOF\nset +e\na\nb\nEOF', 'RUN <<EOF\nset -e\na\nset +e\nb\nc\nEOF', 'RUN <<EOF\nset +o errexit\na\nb\nEOF', 'RUN <<EOF\nset $X\na\nb\nEOF',
    "RUN <<EOF\nsh -c 'a; b'\nEOF", 'RUN <<EOF\n#!/bin/bash -e\na\nb\nEOF', 'RUN <<EOF\n#!/usr/bin/env -S bash -e\na\nb\nEOF', 'RUN <<EOF\n#!/usr/bin/env python3\nimport os\nprint(1)\nEOF',
    'RUN python3 <<EOF\nimport os\nprint(1)\nEOF', 'RUN <<EOF python3\nimport os\nprint(1)\nEOF', 'RUN <<EOF perl\nprint 1;\nprint 2;\nEOF', 'RUN bash -e <<EOF\na\nb\nEOF', 'RUN bash <<EOF\nset -e\na\nb\nEOF',
    'RUN cat <<EOF > /a.sh\na\nb\nEOF', 'COPY <<EOF /a.sh\na\nb\nEOF', 'RUN <<EOF cat > /a\na\nb\nEOF', 'SHELL ["/bin/bash", "-e", "-c"]\nRUN <<EOF\na\nb\nEOF', 'SHELL ["pwsh", "-c"]\nRUN <<EOF\na\nb\nEOF',
    'RUN <<EOF\na\nb\n', 'RUN <<EOF\nif a\nb\nEOF',
  ])('is silent on %j', (lines) => {
    expect(saidOf(rule, `FROM debian:12\n${lines}`)).toEqual([]);
  });

  it('knows the SHELL that a base brings', () => {
    expect(saidOf(rule, 'FROM cimg/base:2026.08\nRUN <<EOF\na\nb\nEOF')).toEqual([]);
    expect(saidOf(rule, 'FROM jupyter/base-notebook\nRUN <<EOF\na\nb\nEOF')).toHaveLength(1);
    expect(saidOf(rule, 'FROM cimg/base:2026.08\nRUN <<EOF\n#!/bin/sh\na\nb\nEOF')).toHaveLength(1);
  });

  it('is silent on Windows', () => {
    expect(saidOf(rule, 'FROM mcr.microsoft.com/windows/servercore:ltsc2022\nRUN <<EOF\na\nb\nEOF')).toEqual([]);
  });

  it('names the first command that may fail', () => {
    expect(saidOf(rule, 'FROM debian:12\nRUN <<EOF\necho a\ncurl b\nmake\nEOF')).toEqual(['warning: A failure of curl in this heredoc does not stop the build; begin the script with set -e']);
  });

  it.each([
    ['RUN <<EOF\n#!/bin/bash\na\nb\nEOF\n', 'RUN <<EOF\n#!/bin/bash\nset -e\na\nb\nEOF\n'],
    ['RUN <<-EOF\n\ta\n\tb\n\tEOF', 'RUN <<-EOF\nset -e\n\ta\n\tb\n\tEOF'],
    ['RUN <<EOF\nset -e\nbash <<IN\na\nb\nIN\nEOF', 'RUN <<EOF\nset -e\nbash <<IN\nset -e\na\nb\nIN\nEOF'],
  ])('suggests for %j a first line', (lines, fixed) => {
    const [problem] = problemsOf(rule, `FROM debian:12\n${lines}`);
    expect(applyEdits(`FROM debian:12\n${lines}`, problem?.fix?.edits ?? [])).toEqual({ kind: 'applied', text: `FROM debian:12\n${fixed}` });
    expect(saidOf(rule, `FROM debian:12\n${fixed}`)).toEqual([]);
  });
});
