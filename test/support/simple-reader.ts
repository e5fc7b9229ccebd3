/** A second reader of Dockerfiles, simple and on its own: it knows only lines. For comparing with the real one. */

/** The keywords of a file in upper case, with their 0-based lines. */
export function simpleKeywords(text: string): readonly { readonly keyword: string; readonly line: number }[] {
  const lines = text.replace(/^\uFEFF/, '').split(/\r*\n/);
  const escape = /^(?:#\s*(?:syntax|check)\s*=.*\n)*#\s*escape\s*=\s*`\s*\n/i.test(lines.join('\n')) ? '`' : '\\\\';
  const continued = new RegExp(`(?:^|[^${escape}])${escape}[ \\t]*$`);
  const found: { keyword: string; line: number }[] = [];
  for (let line = 0; line < lines.length; line += 1) {
    if (/^\s*(?:#|$)/.test(lines[line] ?? '')) continue;
    const first = line;
    let logical = (lines[line] ?? '').trimStart();
    while (continued.test(logical) && line + 1 < lines.length) {
      line += 1;
      const next = lines[line] ?? '';
      if (!/^\s*(?:#|$)/.test(next)) logical = logical.replace(new RegExp(`${escape}[ \\t]*$`), '') + next;
    }
    const keyword = (/^\S*/.exec(logical)?.[0] ?? '').toUpperCase();
    found.push({ keyword, line: first });
    if (!/^(?:ONBUILD\s+)?(?:RUN|COPY|ADD)$/i.test(/^(?:ONBUILD\s+)?\S*/i.exec(logical)?.[0] ?? '')) continue;
    for (const [, tabs, , name] of logical.matchAll(/(?<=\s)\d*<<(-?)(["']?)([\w.]+)\2(?=\s|$)/g)) {
      do line += 1; while (line < lines.length && (tabs === '-' ? (lines[line] ?? '').replace(/^\t+/, '') : lines[line]) !== name);
    }
  }
  return found;
}
