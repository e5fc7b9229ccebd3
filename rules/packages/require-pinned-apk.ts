import { defineRule, unpinnedInstalls } from '../../src/rule';

export default defineRule({
  summary: 'Give the version of what apk adds',
  why: `Without a version apk takes what the repository holds on the day of the build, so that two builds of one file give two images.`,
  exceptions: `Alpine's repositories keep one version of a package for each release, so an exact pin fails as soon as a fix comes out. A base image of
one release by digest, or a range as in \`git~2.45\`, holds more with less work; this is why the rule is off.`,
  severity: 'off',
  presets: { hadolint: { severity: 'warning' } },
  aliases: ['hadolint:DL3018', 'kics:d3499f6d', 'droast:DF052', 'dockerfile-doctor:DD027'],
  controls: [],
  mentions: { RUN: ['apk'] },
  dockerfile: ({ model, shell, report }) => ({
    RUN(node) {
      for (const { first, names } of unpinnedInstalls(model, shell, node, ['apk'])) {
        report({ at: first.range, message: `apk add takes whatever version of ${names} is current; name it as in ${first.value}=VERSION` });
      }
    },
  }),
  examples: [
    { bad: 'FROM alpine:3.20\nRUN apk add --no-cache git=2.45.2-r0 «curl» jq', message: 'of curl and jq' },
    { good: 'FROM alpine:3.20\nRUN apk add --no-cache git=2.45.2-r0 curl~8.9 "jq>1.7" "tar<2" ./a.apk' },
    { good: 'FROM alpine:3.20\nRUN apk --no-cache add -t .build -X https://example.org/edge git=2.45.2-r0 && apk add --virtual .more --repository https://example.org/x jq~1.7' },
    { good: 'FROM alpine:3.20\nARG DEPS\nRUN apk add --no-cache $DEPS php-$DEPS && apk del git' },
    { bad: 'FROM alpine:3.20\nRUN apk add -tU.build «build-base»' },
    { bad: 'FROM alpine:3.20\nENV DEPS="git jq"\nRUN apk add --no-cache «$DEPS»', message: 'of git and jq' },
  ],
});
