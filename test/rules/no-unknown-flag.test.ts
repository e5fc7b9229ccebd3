import rule from '../../rules/syntax/no-unknown-flag';
import { remarked, saidOf } from '../support/run-rule';

const FROM = 'FROM alpine:3.20\n';

describe('no-unknown-flag', () => {
  it.each([
    'FROM «--plattform=linux/amd64» a:1',
    `${FROM}COPY «--constructor=a» «--__proto__=b» a c`,
    `${FROM}COPY --link=«» --parents=«$P» a /a`,
    `${FROM}COPY --link «--link=true» a /a`,
    `${FROM}COPY --exclude=a --exclude=b a /a`,
    `${FROM}COPY \\\n  --link \\\n  «--chwon=1» \\\n  a /a`,
    `${FROM}COPY «--FROM=x» a /a`,
    `${FROM}ONBUILD COPY «--chwon=x» a /a`,
    `${FROM}ADD «--parents» a /a\nCOPY «--checksum=x» a /a`,
    `${FROM}ENV «--x» a=b\nWORKDIR «--x» /a`,
    `${FROM}RUN -- echo --x\nRUN --network=$N --security=insecure true`,
    `${FROM}RUN echo --foo\nCMD ["--port"]\nCMD x --port`,
    `${FROM}HEALTHCHECK --interval=soon CMD true\nHEALTHCHECK «--intervall=3s» CMD true`,
    `${FROM}HEALTHCHECK --interval NONE`,
  ])('judges flags: %s', (marked) => {
    expect(remarked(rule, marked)).toBe(marked);
  });

  it.each([
    'RUN --mount=type=cache,target=/x,«required» true',
    'RUN --mount=type=secret,id=x,required=true,env=X,mode=0400 true',
    'RUN --mount=type=secret,«source»=x,id=y true',
    'RUN «--mount=type=secret» true',
    'RUN --mount=type=secret,«from»=x,id=y true',
    'RUN --mount=type=tmpfs,target=/t,size=«abc» true',
    'RUN --mount=type=tmpfs,target=/t,size=1.5GiB true',
    'RUN --mount=target=/x,source=a,ro=«maybe» --mount=target=/y,rw=false true',
    'RUN --mount=type=«bnid»,target=/t true',
    'ARG T\nRUN --mount=type=$T,uid=1,required true',
    'RUN --mount=type=cache,«target» true',
    'RUN «--mount» true',
    'RUN --mount=type=cache,target=/c,uid=«app» true',
    'ARG ID=app\nRUN --mount=type=cache,target=/c,uid=«$ID» true',
    'ARG ID\nRUN --mount=type=cache,target=/c,uid=$ID true',
    'RUN --mount=type=cache,target=/c,mode=«0999» true',
    'RUN --mount=TYPE=cache,Target=/c,sharing=LOCKED true',
    'RUN --mount="type=cache,target=/a b" true',
    'RUN --mount=type=cache,«constructor»=x,target=/x true',
    'RUN --mount=type=ssh,«sharing»=locked true',
    'RUN --device=vendor.example/gpu=all,required true',
  ])('judges mounts: %s', (line) => {
    expect(remarked(rule, FROM + line)).toBe(FROM + line);
  });

  it.each([
    ['CMD --port 80', 'error: CMD takes no flags, so the builder refuses --port; put the program in front of it, or use the JSON form'],
    ['ARG --x a', 'warning: ARG takes no flags, so the builder drops --x; remove it'],
    ['STOPSIGNAL --x 9', 'warning: STOPSIGNAL takes no flags, so the builder drops --x; remove it'],
    ['HEALTHCHECK --intervall=3s NONE', 'warning: HEALTHCHECK has no flag --intervall; --interval may be meant'],
    ['ADD --from=x a /a', 'error: --from is a flag of COPY, not of ADD; remove it'],
    ['COPY --zzz a /a', 'error: COPY has no flag --zzz; remove it'],
    ['COPY --chown=1 --chown=2 a /a', 'error: --chown is given twice; keep one of them'],
    ['COPY --link= a /a', 'error: --link does not take an empty value; use true or false'],
    ['RUN --mount=type=bind,target=/b,z true', 'error: Only Podman and Buildah know the mount option z; remove it to build with BuildKit'],
    ['RUN --mount=type=cache,taget=/c true', 'error: There is no mount option taget; target may be meant'],
  ])('says of %s: %s', (line, said) => {
    expect(saidOf(rule, FROM + line)).toEqual([said]);
  });

  it('lowers what a frontend may know that the tables do not', () => {
    const unknown = `${FROM}COPY --new-flag a /a\nRUN --mount=type=bind,target=/b,new=1 true`;
    const levels = (syntax: string): readonly string[] => saidOf(rule, `# syntax=${syntax}\n${unknown}`).map((said) => said.replace(/:.*/, ''));
    expect(levels('docker/dockerfile:1')).toEqual(['error', 'error']);
    expect(levels('docker/dockerfile:1.99')).toEqual(['warning', 'warning']);
    expect(levels('example.org/own/frontend')).toEqual(['warning', 'warning']);
  });

  it('names the release that a flag needs, when the file asks for an older one', () => {
    const said = saidOf(rule, `# syntax=docker/dockerfile:1.2\n${FROM}COPY --link a /a\nRUN --mount=type=secret,id=a,env=A true`);
    expect(said).toEqual([
      'info: --link needs frontend 1.4; ask for it with # syntax=docker/dockerfile:1.4',
      'info: env needs frontend 1.10; ask for it with # syntax=docker/dockerfile:1.10',
    ]);
  });
});
