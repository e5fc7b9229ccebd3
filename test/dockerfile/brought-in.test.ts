import { hasNoShell, mayHold } from '../../src/dockerfile/brought-in';
import { lastInstruction, modelOf, stageAt } from '../support/small-model';

describe('whether a stage may hold a file', () => {
  test.each([
    ['COPY passwd /etc/', true],
    ['COPY passwd /etc/passwd', true],
    ['COPY rootfs /', true],
    ['ADD rootfs.tar.gz /', true],
    ['COPY a $UNKNOWN/', true],
    ['WORKDIR /etc\nCOPY x .', true],
    ['WORKDIR /app\nCOPY x .', false],
    ['COPY a /app/', false],
    ['COPY a /etc/passwd.d/', false],
    ['COPY a', false],
  ])('%s: %s', (lines, expected) => {
    const model = modelOf(`FROM scratch\nARG UNKNOWN\n${lines}`);
    expect(mayHold(model, stageAt(model, 0), ['/etc/passwd'])).toBe(expected);
  });

  test('what comes later does not count', () => {
    const model = modelOf('FROM scratch AS a\nUSER x\nCOPY passwd /etc/');
    const [user] = stageAt(model, 0).instructions;
    expect(mayHold(model, stageAt(model, 0), ['/etc/passwd'], user)).toBe(false);
  });
});

describe('that there is no shell', () => {
  test.each([
    ['FROM scratch\nCMD x', true],
    ['FROM empty\nCOPY app /app/\nCMD x', true],
    ['FROM empty AS a\nFROM a\nCMD x', true],
    ['FROM scratch\nCOPY sh /bin/\nCMD x', false],
    ['FROM scratch AS a\nADD rootfs.tar /\nFROM a\nCMD x', false],
    ['FROM empty\nRUN ["/busybox", "--install"]\nCMD x', false],
    ['FROM empty\nSHELL ["/busybox/sh", "-c"]\nCMD x', false],
    ['FROM debian\nCMD x', false],
    ['FROM unheard-of\nCMD x', false],
  ])('%s: %s', (text, expected) => {
    const model = modelOf(text);
    expect(hasNoShell(model, lastInstruction(model))).toBe(expected);
  });
});
