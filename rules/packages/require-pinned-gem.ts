import { defineRule, unpinnedInstalls } from '../../src/rule';

export default defineRule({
  summary: 'Give the version of what gem installs',
  why: `Without a version gem takes the newest release on the day of the build, so that two builds of one file give two images. A release
that breaks yours, or one that was taken over, comes in without a change of the file.`,
  exceptions: 'A Gemfile with its lock file gives the versions too.',
  severity: 'off',
  presets: { strict: {}, hadolint: { severity: 'warning' } },
  aliases: ['hadolint:DL3028', 'kics:22cd11f7', 'droast:DF053', 'dockerfile-doctor:DD030'],
  controls: [],
  mentions: { RUN: ['gem'] },
  dockerfile: ({ model, shell, report }) => ({
    RUN(node) {
      for (const { asked, first, names } of unpinnedInstalls(model, shell, node, ['gem'])) {
        report({ at: first.range, message: `gem ${asked.subcommandText} takes whatever version of ${names} is current; name it as in ${first.value}:VERSION` });
      }
    },
  }),
  examples: [
    { bad: 'FROM ruby:3.3\nRUN gem install rake:13.2.1 «rails» --no-document', message: 'of rails' },
    { good: 'FROM ruby:3.3\nRUN gem install rails -v 7.2.1 && gem install rake --version "~> 13.2" && gem install bundler:2.5.18 ./a.gem' },
    { good: 'FROM ruby:3.3\nARG RAILS\nRUN gem install -i /gems -n /bin rails:$RAILS $RAILS && gem install -g Gemfile' },
    { bad: 'FROM ruby:3.3\nRUN gem install -N «bundler»' },
  ],
});
