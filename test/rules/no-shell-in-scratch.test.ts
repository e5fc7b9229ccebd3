import rule from '../../rules/stages/no-shell-in-scratch';
import { remarked } from '../support/run-rule';

test.each([
  'FROM scratch\n«RUN» a\nRUN b\nFROM scratch\n«RUN» c',
  'FROM scratch AS s\n«RUN» a\nFROM s\nRUN b',
  'FROM scratch AS s\nFROM s\n«RUN» b',
  'FROM scratch\nSHELL ["/busybox"]\nRUN a',
  'FROM scratch\nCOPY a .\nRUN b',
  'FROM scratch\nARG D\nCOPY a $D\nRUN b',
  'FROM scratch\nCOPY a /etc/\n«RUN» b',
  'FROM scratch\nCOPY a /usr/bin/\nRUN b',
  'FROM scratch\nRUN --mount=target=/bin,from=busybox:1 a\nRUN b',
  'FROM scratch\n«RUN» --mount=type=cache,target=/var/cache a',
  'FROM scratch\nRUN --mount=type=bind,from=busybox:1,target=$T a',
  'FROM scratch\nRUN ["/a"]',
  'FROM scratch\nRUN',
  'FROM --platform=windows/amd64 scratch\nRUN a',
  'FROM unknown/image:1\nRUN a',
  'FROM $ANY\nRUN a',
])('judges %j', (marked) => {
  expect(remarked(rule, marked)).toBe(marked);
});
