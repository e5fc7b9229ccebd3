import rule from '../../rules/runtime/no-invalid-port';
import { remarked } from '../support/run-rule';

describe('no-invalid-port', () => {
  it.each([
    'EXPOSE $P ${P}/tcp ${P}-90 80/ 00080 ::80 [::1]:80:80 "80/tcp"',
    'EXPOSE «1e3» «080-070» «8080:70000» «80/tcp/udp» «-80»',
    'ARG UNSET\nARG OTHER\nEXPOSE $UNSET ${OTHER}x',
    'ONBUILD EXPOSE «x»',
    'ENV LIST="80 443"\nEXPOSE $LIST $LIST/tcp',
    'EXPOSE 80 \\\n  # a comment\n  «443,» \\\n  53',
    'EXPOSE',
    "EXPOSE '80' «'65536'»",
  ])('judges %s', (line) => {
    const marked = `FROM alpine:3.20\nENV P=80\n${line}`;
    expect(remarked(rule, marked)).toBe(marked);
  });
});
