import rule from '../../rules/user/no-passwordless-sudo';
import { remarked } from '../support/run-rule';

describe('no-passwordless-sudo', () => {
  it.each([
    'FROM debian:12\nRUN echo "ALL ALL=(ALL) «NOPASSWD»: ALL" >> /etc/sudoers\nUSER app',
    'FROM debian:12\nRUN echo "app ALL=(ALL:ALL)   «NOPASSWD»:SETENV: ALL" >> /etc/sudoers\nUSER app:app',
    'FROM debian:12\nRUN echo "app ALL=«NOPASSWD»: ALL" | tee /etc/sudoers.d/app\nUSER app',
    'FROM debian:12\nCOPY <<EOF /etc/sudoers.d/app\napp ALL=(ALL) «NOPASSWD»: ALL\nEOF\nUSER app',
    'FROM debian:12\nRUN adduser app wheel && sed -i "s/x/%wheel ALL=(ALL) «NOPASSWD»: ALL/" /etc/sudoers\nUSER app',
    'FROM debian:12\nRUN useradd -g staff app && echo "%staff ALL=(ALL) «NOPASSWD»: ALL" >> /etc/sudoers\nUSER app',
    'FROM debian:12\nRUN echo "%app ALL=(ALL) «NOPASSWD»: ALL" >> /etc/sudoers\nUSER app',
    'FROM debian:12\nARG U\nRUN echo "${U} ALL=(ALL) NOPASSWD: ALL" >> /etc/sudoers\nUSER x$U',
    'FROM debian:12 AS a\nRUN echo "app ALL=(ALL) «NOPASSWD»: ALL" > /etc/sudoers.d/x\nFROM a\nUSER app',
    // No way to root for the user of the image.
    'FROM debian:12\nRUN echo "app ALL=(ALL) NOPASSWD: ALL" >> /etc/sudoers',
    'FROM debian:12\nRUN echo "app ALL=(ALL) NOPASSWD: ALL" >> /etc/sudoers\nUSER root',
    'FROM debian:12\nRUN echo "app ALL=(ALL) NOPASSWD: ALL" >> /etc/sudoers\nUSER 1000',
    'FROM debian:12\nRUN echo "%wheel ALL=(ALL) NOPASSWD: ALL" >> /etc/sudoers\nUSER app',
    'FROM debian:12\nRUN echo "app ALL=(ALL) NOPASSWD: /bin/ls" >> /etc/sudoers\nUSER app',
    'FROM debian:12\nRUN echo "app ALL=(ALL) NOPASSWD: ALL"\nUSER app',
    'FROM debian:12\nRUN true && \\\n  # app ALL=(ALL) NOPASSWD: ALL\n  cat /etc/sudoers\nUSER app',
    'FROM debian:12 AS a\nRUN echo "app ALL=(ALL) NOPASSWD: ALL" >> /etc/sudoers\nUSER app\nFROM debian:12\nUSER app',
  ])('judges %s', (marked) => expect(remarked(rule, marked)).toBe(marked));
});
