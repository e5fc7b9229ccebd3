import rule from '../../rules/syntax/no-undefined-var';
import { remarked, saidOf } from '../support/run-rule';

describe('no-undefined-var', () => {
  it.each([
    'FROM debian:12\nCOPY --chown=«$A»:«$B» --from=x --chmod=«$C» «${D#y}» ["\\$E"] /\nARG B',
    'FROM debian:12\nARG A=1 B=$A C=«$D» D=2\nENV A=$A E=$F F=1',
    "FROM debian:12\nENV A='$B' C=\\$D E=\"«$F»\" G=${H",
    'FROM debian:12\nLABEL a=«$A» b=$A c=${B:-«$C»}${D:+$PATH}',
    'FROM debian:12\nRUN --mount=type=cache,target=«$A»,sharing=$B --network=$C echo $D <<EOF\n$E\nEOF',
    'FROM debian:12\nVOLUME ["«$A»", "/b"]\nSTOPSIGNAL «$A»\nUSER «$A»\nEXPOSE «$A»\nCMD $A\nENTRYPOINT ["$A"]\nHEALTHCHECK CMD $A\nSHELL ["$A"]',
    'FROM debian:12 AS a\nARG A\nENV B=1\nFROM a\nWORKDIR /$A/$B/«$C»',
    'FROM debian:12\nENV $X=1\nUSER $Y',
    'FROM scratch\nWORKDIR «$HOME»\nUSER «$TARGETARCH»',
    'ARG A=$B\nFROM $A\nONBUILD WORKDIR $C',
    'FROM golang:1.23\nWORKDIR $GOPATH/src\nENV X=$GOLANG_VERSION',
    'FROM debian:12\nCOPY <<"A" <<B /x/\n$C\nA\n\\$D «$E» ${F:-g} $(h) $$ \nB',
  ])('judges %j', (text) => {
    expect(remarked(rule, text)).toBe(text);
  });

  it('says what to do', () => {
    expect(saidOf(rule, 'ARG V=1\nFROM debian:12\nLABEL v=$V p=$http_proxy t=$TARGETOS')).toEqual([
      'warning: $V is empty in this stage, which does not declare it; add "ARG V" above',
      'warning: $http_proxy is set for RUN only; add "ARG http_proxy" above to use it here',
      'warning: $TARGETOS is empty in this stage, which does not declare it; add "ARG TARGETOS" above',
    ]);
    expect(saidOf(rule, 'FROM debian:12\nENV MANPATH=$MANPATH:/m\nWORKDIR $DIRECTORY')).toEqual([
      'warning: Nothing sets $MANPATH, so the value has an empty entry; write ${MANPATH:+$MANPATH:} in place of it and the separator',
      'warning: Nothing sets $DIRECTORY, so the builder puts nothing in its place; declare it with ARG or ENV',
    ]);
    expect(saidOf(rule, 'FROM registry.example.org/x:1\nARG VERSION\nLABEL v=$VERSOIN w=$OTHERS')).toEqual([
      'info: Nothing sets $VERSOIN; did you mean VERSION',
      'info: Nothing in this file sets $OTHERS, so only the base image can; declare it with ARG or ENV, or give it a default',
    ]);
  });

  it('takes every base for one that sets PATH alone when it is told to', () => {
    expect(saidOf(rule, 'FROM node:22\nLABEL v=$NODE_VERSION', { build: { baseEnv: 'path-only' } })).toHaveLength(1);
    expect(saidOf(rule, 'FROM node:22\nLABEL v=$NODE_VERSION')).toEqual([]);
  });
});
