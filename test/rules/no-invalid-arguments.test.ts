import rule from '../../rules/syntax/no-invalid-arguments';
import { remarked, saidOf } from '../support/run-rule';

const FROM = 'FROM alpine:3.20\n';

describe('no-invalid-arguments', () => {
  it.each([
    '«FROM»',
    'FROM a:1 «b»',
    'FROM a:1 b c «d»',
    'FROM a:1 «AS»',
    'FROM a:1 AS b «c»',
    'FROM a:1 as b «#» note',
    'FROM a:1 «#note»',
    'FROM a:1 az b',
    'FROM --platform=linux/amd64 a:1 AS b',
  ])('judges FROM: %s', (marked) => {
    expect(remarked(rule, marked)).toBe(marked);
  });

  it.each([
    '«LABEL»',
    'LABEL «x»',
    'LABEL ""=x',
    'LABEL a="b" «#c»',
    'LABEL a="b" «#» c d',
    'ENV «""»',
    'ENV «=»',
    'ENV a=b «c» d=e «f»',
    'ENV a "b',
    'ENV a #',
    'ENV COLOR=#fff',
    'ENV OLD b «#» c',
    '«ARG»',
    'ARG «=x»',
    'ARG a b=1 c="d e"',
    'ARG a=#1',
  ])('judges pairs: %s', (line) => {
    expect(remarked(rule, FROM + line)).toBe(FROM + line);
  });

  it.each([
    '«COPY»',
    '«COPY» []',
    '«COPY» ["a"]',
    '«COPY» --from=x a',
    'COPY a b «<<EOF»\nx\nEOF',
    '«COPY» <<EOF\nx\nEOF',
    'COPY <<A <<B /d/\nx\nA\ny\nB',
    'COPY #file /a',
    '«ADD»',
    'ADD a «#» b',
  ])('judges files: %s', (line) => {
    expect(remarked(rule, FROM + line)).toBe(FROM + line);
  });

  it.each([
    '«SHELL»',
    'SHELL «[]»',
    'SHELL «bash -c»',
    'SHELL ["bash", 1]',
    "SHELL ['bash']",
    '«VOLUME»',
    '«VOLUME» []',
    'VOLUME [«" "»]',
    'VOLUME /a /b',
    '«ONBUILD»',
    'ONBUILD «ENV»',
    '«MAINTAINER»',
    '«STOPSIGNAL»',
    'STOPSIGNAL 9 «#» kill',
    '«USER»',
    'USER a:b «c»',
    'USER "a b"',
    'USER NT AUTHORITY\\SYSTEM',
    '«WORKDIR»',
    'WORKDIR a b',
    'WORKDIR /a «#» b',
    '«HEALTHCHECK»',
    '«HEALTHCHECK» --interval=1s',
    'HEALTHCHECK none «x» y',
    'HEALTHCHECK CMD',
    '«EXPOSE»',
    'RUN\nCMD\nENTRYPOINT\nRUN # nothing',
  ])('judges the others: %s', (line) => {
    expect(remarked(rule, FROM + line)).toBe(FROM + line);
  });

  it('does not mind blanks in the name of a Windows user', () => {
    expect(saidOf(rule, 'FROM mcr.microsoft.com/windows/servercore:ltsc2022\nUSER Container Administrator')).toEqual([]);
  });

  it('lets a frontend of its own take what it likes', () => {
    expect(saidOf(rule, '# syntax=example.org/x\nFROM a:1\nENV\nARG a # b').map((said) => said.replace(/:.*/, ''))).toEqual(['info', 'info']);
  });

  it('warns where the builder goes on', () => {
    expect(saidOf(rule, `${FROM}ARG A=1 # note\nWORKDIR /a # note\nUSER a b`).map((said) => said.replace(/:.*/, ''))).toEqual([
      'warning', 'warning', 'warning',
    ]);
  });
});
