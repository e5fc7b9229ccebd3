import fc from 'fast-check';

import { escapeMarkdown, markdownCode } from '../../src/report/markdown';

/** What GitHub shows of a text that holds no structure: entities resolved, comments and the dollar's span gone. */
function rendered(markdown: string): string {
  return markdown
    .replaceAll('<!-- -->', '')
    .replaceAll('<span>$</span>', '$')
    .replaceAll(/&#(\d+);/g, (_match, code: string) => String.fromCharCode(Number(code)))
    .replaceAll('&lt;', '<')
    .replaceAll('&gt;', '>')
    .replaceAll('&amp;', '&');
}

describe('escapeMarkdown', () => {
  test.each([
    ['a cell cannot end', 'a | b', 'a &#124; b'],
    ['code cannot begin', '`a`', '&#96;a&#96;'],
    ['nor emphasis', '**a** _b_ ~~c~~', '&#42;&#42;a&#42;&#42; &#95;b&#95; &#126;&#126;c&#126;&#126;'],
    ['nor HTML', '<img src=x>', '&lt;img src=x&gt;'],
    ['nor an entity', '&lt;', '&amp;lt;'],
    ['nor a link or picture', '![a](b)', '&#33;&#91;a&#93;(b)'],
    ['nor a formula', '$HOME and $X', '<span>$</span>HOME and <span>$</span>X'],
    ['nobody is mentioned', '@octocat', '@<!-- -->octocat'],
    ['no issue is referred to', '#12', '#<!-- -->12'],
    ['no address becomes a link', 'https://evil.test www.evil.test', 'https:<!-- -->//evil.test www<!-- -->.evil.test'],
    ['an escape character is text', 'a\\|b', 'a&#92;&#124;b'],
    ['lines cannot begin', 'a\n# b', 'a␊# b'],
    ['an image reference reads as it is', 'node:20@sha256', 'node:<!-- -->20@<!-- -->sha256'],
  ])('%s', (_name, text, expected) => {
    expect(escapeMarkdown(text)).toBe(expected);
  });

  test('whatever the text, it reads as written and holds no structure', () => {
    const text = fc.string({ unit: fc.constantFrom(...'ab |`*_~[]()<>&$\\@#:!-^.', 'www.', '&#124;', '<!-- -->') });
    fc.assert(
      fc.property(text, (untrusted) => {
        const markdown = escapeMarkdown(untrusted);
        expect(rendered(markdown)).toBe(untrusted);
        expect(markdown.replaceAll('<!-- -->', '').replaceAll('<span>$</span>', '')).not.toMatch(/[|`*_~[\]<>\\!$]/);
        expect(markdown).not.toMatch(/@\w|:\/\/|www\./);
      }),
    );
  });
});

test('code is in the type of code, and as harmless', () => {
  expect(markdownCode('a`|b')).toBe('<code>a&#96;&#124;b</code>');
});
