import rule from '../../rules/secrets/require-secret-mount';
import { problemsOf, remarked } from '../support/run-rule';

describe('require-secret-mount', () => {
  it.each([
    'RUN curl «--user=ann:s3cret-9» https://a.io',
    'RUN curl -H «"X-API-Key: s3cret-9"» https://a.io',
    'RUN curl --oauth2-bearer «s3cret-9» https://a.io',
    'RUN wget «--header="Authorization: Bearer s3cret-9"» https://a.io',
    'RUN sudo podman login --password «s3cret-9» a.io',
    'RUN npm config set _auth «s3cret-9»',
    'RUN yarn config set npmAuthToken «s3cret-9»',
    'RUN composer config --global github-oauth.github.com «s3cret-9»',
    'ENV PAT=x\nRUN composer config bearer.a.io «$PAT»',
    'RUN if a; then curl -u «"ann:s3cret-9"» https://a.io; fi',
    'RUN ["curl", "-u", «"ann:s3cret-9"», "https://a.io"]',
  ])('finds the credential in %s', (marked) => {
    const text = `FROM a\n${marked}`;
    expect(remarked(rule, text)).toBe(text);
  });

  it.each([
    'RUN curl -u "$U:$P" https://a.io',
    'ARG API_TOKEN\nRUN curl -u "a:$API_TOKEN" https://a.io',
    'RUN curl -u "a:$(cat p)" https://a.io',
    'RUN curl -u ann: https://a.io && curl -u',
    'RUN curl -H "Authorization: Bearer <token>" -H "Accept: application/json" https://a.io',
    'RUN curl -u user:xxxx https://a.io; curl -u a:/path https://a.io',
    `RUN curl -H "Authorization: Bearer ghp_${'q7RkPzL9vXwTbY8mNcWd5JfHsGtKyMuQ3eZr'}" https://a.io`,
    'RUN docker run -p 80:80 a && docker login --password-stdin < p',
    'RUN npm config set registry https://a.io && npm config get _auth',
    'RUN aws configure set region eu-west-1',
    'RUN composer config name a/b',
    'RUN apt-get install curl wget',
    'RUN --mount=type=secret,id=p curl -u ann:s3cret-9 https://a.io',
  ])('says nothing of %s', (lines) => {
    expect(problemsOf(rule, `FROM a\n${lines}`)).toEqual([]);
  });
});
