import { defineRule, knownText, nameOrigin, nearestName, parsePlatformName, PLATFORM_WORDS, shorten } from '../../src/rule';

export default defineRule({
  summary: 'Give --platform a platform',
  why: `A value that does not read as \`os/architecture\` or \`os/architecture/variant\` stops the build. One that reads so but names
no known system builds an image that nothing runs, or fails when the base is looked up.`,
  severity: 'error',
  presets: { strict: {} },
  aliases: [],
  controls: [],
  mentions: ['platform'],
  dockerfile: ({ model, report }) => ({
    FROM(node) {
      for (const { name, value: word } of node.flags) {
        if (name !== 'platform' || word === null) continue;
        const value = model.resolve(word, node);
        const text = knownText(value);
        // Nothing at all means an argument that the build must give, or one that nobody declares.
        if (text === null || text === '') continue;
        const platform = parsePlatformName(text);
        const origin = nameOrigin(value, word.range);
        if (platform === null) {
          report({ at: word.range, message: `${shorten(text, 60)} is no platform${origin}, so the build stops; write os/architecture, as in linux/amd64` });
        } else if (platform.unknown !== null) {
          const meant = nearestName(platform.unknown, PLATFORM_WORDS);
          const advice = meant === null ? 'check the spelling' : `${meant} may be meant`;
          report({ at: word.range, message: `${shorten(text, 60)} names no known platform${origin}: ${shorten(platform.unknown, 60)}; ${advice}`, severity: 'warning' });
        }
      }
    },
  }),
  variants: { onbuild: { expect: 'skip', why: 'FROM is not allowed inside ONBUILD' } },
  examples: [
    { good: 'ARG P\nFROM --platform=$BUILDPLATFORM alpine:3.20\nFROM --platform=$P alpine:3.20\nFROM --platform=linux/$P alpine:3.20\nFROM --platform= alpine:3.20' },
    { good: 'FROM --platform=linux/arm/v7 alpine:3.20\nFROM --platform=windows(10.0.17763)/amd64 alpine:3.20\nFROM --platform=arm64 alpine:3.20\nFROM --platform=wasi/wasm alpine:3.20' },
    { bad: 'FROM --platform=«garbage/x/y/z» alpine:3.20\nFROM --platform=«linux/» alpine:3.20\nFROM --platform=«linux/amd64,linux/arm64» alpine:3.20' },
    { bad: 'ARG P=x86\nFROM --platform=«$P» alpine:3.20', message: 'value of ARG P' },
    { bad: 'FROM --platform=«linux/foo» alpine:3.20\nFROM --platform=«linx/amd64» alpine:3.20', severity: 'warning', message: 'foo' },
  ],
});
