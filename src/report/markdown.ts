/** Untrusted text inside GitHub's Markdown. */
import { visible } from './visible';

const ENTITIES: Readonly<Record<string, string>> = { '&': '&amp;', '<': '&lt;', '>': '&gt;', $: '<span>$</span>' };

/**
 * Text that reads as written in a paragraph or a table cell: no markup, HTML, formula, link, mention or reference to
 * an issue comes of it. Entities cannot start Markdown structure, not even in a table; an empty comment separates what
 * GitHub would otherwise join to a mention, a reference, an address or an emoji.
 */
export function escapeMarkdown(text: string): string {
  return visible(text)
    .replace(/[&<>$\\`*_~[\]|!^]/g, (character) => ENTITIES[character] ?? `&#${character.charCodeAt(0)};`)
    .replace(/(?<!&)[@#:](?=\S)|www(?=\.)/gi, '$&<!-- -->');
}

/** The same in the type of code. */
export function markdownCode(text: string): string {
  return `<code>${escapeMarkdown(text)}</code>`;
}
