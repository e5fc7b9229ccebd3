import rule from '../../rules/shell/require-pipefail';
import { problemsOf, remarked, saidOf } from '../support/run-rule';

const HADOLINT = { options: { inlineSet: false, harmlessLeft: 'report', inheritShell: false } };

describe('require-pipefail', () => {
  it.each([
    'RUN curl a «|» tar x',
    'RUN curl a |\\\n  # why\n  tee b | tar x'.replace('|\\', '«|»\\'),
    'RUN echo a | curl -d@- b «|» tar x',
    'RUN curl a «|&» tar x',
    'RUN (curl a «|» tar x)',
    'RUN if true; then curl a «|» tar x; fi',
    'RUN for f in a b; do curl $f «|» tar x; done',
    'RUN case a in a) curl a «|» tar x ;; esac',
    'RUN f() { curl a «|» tar x; }; f',
    'RUN X=$(curl a «|» cut -f1)',
    'RUN X="$(curl a «|» cut -f1)" && make',
    'RUN X=`curl a «|» cut -f1`',
    'RUN sudo curl a «|» sudo tar x',
    'RUN cat a «|» tee b',
    'RUN cat < a «|» tee b',
    'RUN curl a «|» (tar x || true)',
    'RUN curl a «|» grep -v b > c',
    'RUN curl a «|» grep -ic b > c',
    'RUN curl a «|» sha256sum > c',
    'RUN curl a «|» gpg --dearmor -o b',
    'RUN $GET a «|» tar x',
    'RUN <<EOF\nset -e\ncurl a «|» tar x\nEOF',
    'RUN <<-EOF\n\tset -e\n\tcurl a «|» tar x\n\tEOF',
    'RUN <<EOF\n#!/bin/bash -e\ncurl a «|» tar x\nEOF',
    'RUN bash <<EOF\ncurl a «|» tar x\nEOF',
    'RUN ["/bin/bash", "-c", "curl a «|» tar x"]',
    "RUN bash -c 'curl a «|» tar x'",
    "RUN bash -o pipefail -c 'curl a | tar x'; curl b «|» tar x",
    'RUN set -o pipefail; set +o pipefail; curl a «|» tar x',
    'RUN (set -o pipefail); curl a «|» tar x',
    'RUN true | set -o pipefail || true; curl a «|» tar x',
    'RUN printf a | tee b «|» cat',
    'RUN curl a «|» tar x; set -o pipefail',
    'RUN f() { curl a «|» tar x; }',
    'ONBUILD RUN curl a «|» tar x',
    'SHELL ["/bin/bash", "-c"]\nRUN curl a «|» tar x',
    'SHELL ["/bin/bash", "-o", "pipefail", "-c"]\nRUN <<EOF\n#!/bin/sh\ncurl a «|» tar x\nEOF',
  ])('reports %j', (marked) => {
    expect(remarked(rule, `FROM debian:12\n${marked}`)).toBe(`FROM debian:12\n${marked}`);
  });

  it.each([
    'RUN make', 'RUN echo a | tee b', 'RUN printf a | cat', 'RUN yes | make', 'RUN : | make', 'RUN cat <<EOF | tee b\na\nEOF', 'RUN curl a || b | c || true',
    'RUN curl a | tar x || true', 'RUN (curl a | tar x) || true', 'RUN ! curl a | grep b', 'RUN if curl a | tar x; then b; fi', 'RUN while ps | cut -f1; do b; done', 'RUN curl a | tar x &',
    'RUN curl a | grep b', 'RUN curl a | grep -q b', 'RUN grep a b | sha256sum -c -', 'RUN grep a b | sha512sum --check', 'RUN curl a | sudo sha256sum -sc', 'RUN curl a.sig | gpg --verify - a',
    'RUN echo "$(curl a | cut -f1)"', 'RUN wget $(curl a | cut -f1) && make', 'RUN [ "$(curl a | wc -l)" = 1 ]', 'RUN export X=$(curl a | cut -f1)', 'RUN X=$(echo $(curl a | cut -f1))',
    'RUN for x in $(curl a | cut -f1); do make; done', 'RUN case $(curl a | cut -f1) in a) b ;; esac', 'RUN make > $(curl a | cut -f1)', 'RUN a=1 make "`curl a | cut -f1`"',
    'RUN set -o pipefail && curl a | tar x', 'RUN set -euo pipefail; curl a | tar x', 'RUN set -o errexit -o pipefail; curl a | tar x', 'RUN shopt -so pipefail; curl a | tar x',
    'RUN set -o pipefail; f() { curl a | tar x; }; f', 'RUN set -o pipefail; (curl a | tar x)', 'RUN set -o pipefail; X=$(curl a | cut -f1)', 'RUN if a; then set -o pipefail; fi; curl a | tar x',
    'RUN a || set -o pipefail; curl a | tar x', 'RUN set $OPTIONS; curl a | tar x', 'RUN <<EOF\nset -eo pipefail\ncurl a | tar x\nEOF', 'RUN <<EOF\n#!/bin/bash -eo pipefail\ncurl a | tar x\nEOF',
    'RUN ["bash", "-eo", "pipefail", "-c", "curl a | tar x"]', "RUN bash -euo pipefail -c 'curl a | tar x'", 'RUN ["curl", "a", "|", "tar"]', 'CMD curl a | tar x',
    'SHELL ["/bin/bash", "-e", "-o", "pipefail", "-c"]\nRUN curl a | tar x', 'SHELL ["/bin/bash", "-o", "pipefail", "-c"]\nRUN <<EOF\ncurl a | tar x\nEOF',
    'RUN <<EOF python3\na | b\nEOF', 'RUN <<EOF\n#!/usr/bin/env python3\nprint(1 | 2)\nEOF', 'SHELL ["pwsh", "-c"]\nRUN curl a | tar x', 'SHELL ["/usr/bin/fish", "-c"]\nRUN curl a | tar x',
    'COPY <<EOF /a\ncurl a | tar x\nEOF', 'RUN cat <<EOF > a\ncurl a | tar x\nEOF', "RUN echo 'curl a | tar x' > b", 'RUN curl a || tar x',
  ])('is silent on %j', (lines) => {
    expect(saidOf(rule, `FROM debian:12\n${lines}`)).toEqual([]);
  });

  it.each(['mcr.microsoft.com/windows/servercore:ltsc2022', '$BASE', 'example.org/own', 'scratch'])('knows no shell that hides failures in %s', (base) => {
    expect(saidOf(rule, `ARG BASE\nFROM ${base}\nRUN curl a | tar x`)).toEqual([]);
  });

  it.each([
    ['debian:12', 'RUN curl a | tar x', 'A failure of curl is lost in this pipe; set SHELL ["/bin/bash", "-o", "pipefail", "-c"], as dash here does not know pipefail'],
    ['debian:12', 'RUN $GET a | tar x', 'A failure on the left is lost in this pipe; set SHELL ["/bin/bash", "-o", "pipefail", "-c"], as dash here does not know pipefail'],
    ['ubuntu:26.04', 'RUN curl a | tar x', 'A failure of curl is lost in this pipe; set SHELL ["/bin/bash", "-o", "pipefail", "-c"] if the image has bash'],
    ['alpine:3.20', 'RUN wget a | tar x', 'A failure of wget is lost in this pipe; put set -o pipefail before it'],
    ['alpine:3.20', 'RUN wget a | tar x; make', 'A failure of wget is lost in this pipe; put set -eo pipefail before it'],
    ['fedora:41', 'RUN curl a | tar x', 'A failure of curl is lost in this pipe; put set -o pipefail before it'],
    ['debian:12', 'SHELL ["/bin/bash", "-c"]\nRUN curl a | tar x', 'A failure of curl is lost in this pipe; put set -o pipefail before it'],
    ['debian:12', 'RUN <<EOF\n#!/bin/bash\ncurl a | tar x\nEOF', 'A failure of curl is lost in this pipe; put set -o pipefail before it'],
    ['debian:12', 'RUN ["bash", "-c", "curl a | tar x"]', 'A failure of curl is lost in this pipe; start bash with -o pipefail'],
    ['alpine:3.20', "RUN sudo bash -c 'curl a | tar x'", 'A failure of curl is lost in this pipe; start bash with -o pipefail'],
    ['debian:12', "RUN sh -c 'curl a | tar x'", 'A failure of curl is lost in this pipe; start a bash with -o pipefail'],
  ])('on %s tells for %j what to do', (base, lines, expected) => {
    expect(saidOf(rule, `FROM ${base}\n${lines}`)).toEqual([`info: ${expected}`]);
  });

  it.each([
    ['alpine:3.20', 'RUN wget a | tar x', 'set -o pipefail; '],
    ['alpine:3.20', 'RUN <<EOF\nset -e\nwget a | tar x\nEOF', 'set -o pipefail\n'],
    ['alpine:3.20', 'RUN wget a | tar x; make', undefined],
    ['debian:12', 'RUN wget a | tar x', undefined],
    ['debian:12', "RUN bash -c 'wget a | tar x'", undefined],
  ])('on %s suggests for %j the text %j', (base, lines, expected) => {
    const [problem] = problemsOf(rule, `FROM ${base}\n${lines}`);
    expect(problem).toBeDefined();
    expect(problem?.fix?.edits[0]?.text).toBe(expected);
  });

  it.each([
    ['debian:12', 'RUN set -o pipefail && curl a «|» tar x'],
    ['debian:12', 'RUN echo a «|» tee b'],
    ['debian:12', 'RUN curl a «|» tar x || true'],
    ['debian:12', 'RUN if curl a «|» grep b; then c; fi'],
    ['$BASE', 'RUN curl a «|» tar x'],
    ['debian:12', 'SHELL ["/bin/bash", "-o", "pipefail", "-c"]\nRUN a\nFROM debian:12\nRUN curl a «|» tar x'],
  ])('reports as hadolint does on %s: %j', (base, marked) => {
    expect(remarked(rule, `ARG BASE\nFROM ${base}\n${marked}`, HADOLINT)).toBe(`ARG BASE\nFROM ${base}\n${marked}`);
  });

  it('knows the SHELL that a base brings, unless told to forget it', () => {
    for (const base of ['cimg/python:3.12', 'jupyter/scipy-notebook', 'bitnami/redis:7.4']) {
      expect(saidOf(rule, `FROM ${base}\nRUN curl a | tar x`)).toEqual([]);
      expect(saidOf(rule, `FROM ${base}\nRUN sh -c 'curl a | tar x'`)).toHaveLength(1);
      expect(saidOf(rule, `FROM ${base}\nSHELL ["/bin/bash", "-c"]\nRUN curl a | tar x`)).toHaveLength(1);
      expect(saidOf(rule, `FROM ${base}\nRUN curl a | tar x`, { options: { inlineSet: false, inheritShell: false } })).toHaveLength(1);
    }
  });

  it('advises a SHELL where only that counts', () => {
    expect(saidOf(rule, 'FROM alpine:3.20\nRUN wget a | tar x', HADOLINT)).toEqual(['info: A failure of wget is lost in this pipe; set SHELL ["/bin/ash", "-o", "pipefail", "-c"]']);
    expect(saidOf(rule, 'FROM debian:12\nSHELL ["/bin/bash", "-o", "pipefail", "-c"]\nRUN curl a | tar x', HADOLINT)).toEqual([]);
  });

  it('reads many pipes in one RUN', () => {
    const script = `${'x "$(a | b)" && \\\n  '.repeat(3000)}true`;
    expect(saidOf(rule, `FROM debian:12\nRUN ${script}`)).toEqual([]);
  });
});
