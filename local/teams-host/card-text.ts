const ESCAPES: Readonly<Record<string, string>> = {
  '&': '&amp;',
  '<': '&lt;',
  '>': '&gt;',
  '"': '&quot;',
  "'": '&#39;',
};

/**
 * The part of Markdown that Teams renders in a card, as safe HTML: bold, italics, links to https, and lists. Everything is
 * escaped first, so the card's own text can bring no element.
 */
export function cardTextToHtml(text: string): string {
  const lines = text.replace(/[&<>"']/g, (character) => ESCAPES[character] ?? '').split(/\r?\n/);
  let html = '';
  let open: 'ul' | 'ol' | null = null;
  for (const line of lines) {
    const item = /^\s*(?:([-*])|\d+\.)\s+(.*)$/.exec(line);
    const list = item === null ? null : item[1] === undefined ? 'ol' : 'ul';
    if (list !== open) {
      html += `${open === null ? '' : `</${open}>`}${list === null ? '' : `<${list}>`}`;
      open = list;
    }
    html += item === null ? `<p>${inline(line)}</p>` : `<li>${inline(item[2] ?? '')}</li>`;
  }
  return html + (open === null ? '' : `</${open}>`);
}

function inline(line: string): string {
  return line
    .replace(/\[([^\]]+)\]\((https?:\/\/[^\s)]+)\)/g, '<a href="$2" target="_blank" rel="noreferrer">$1</a>')
    .replace(/\*\*(\S(?:.*?\S)?)\*\*/g, '<strong>$1</strong>')
    .replace(/(^|[\s(])[_*](\S(?:.*?\S)?)[_*](?=$|[\s).,;:!?])/g, '$1<em>$2</em>');
}
