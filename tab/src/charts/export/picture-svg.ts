const SVG = 'http://www.w3.org/2000/svg';
const PADDING_PX = 16;
const LINE_PX = 24;

/** What a drawing takes from its page, so that it looks the same without it. */
const PAINT = [
  'fill',
  'fill-opacity',
  'stroke',
  'stroke-width',
  'stroke-dasharray',
  'stroke-opacity',
  'opacity',
  'font-family',
  'font-size',
  'font-weight',
  'font-style',
  'text-anchor',
  'font-variant-numeric',
] as const;

/** A whole picture as a drawing of its own. */
export interface PictureFile {
  readonly svg: string;
  readonly widthPx: number;
  readonly heightPx: number;
}

/**
 * Draws a picture as it stands on the page, marks and texts alike, as one SVG that needs nothing else: so that a picture
 * made of a table with bars is saved as it is seen. What is there for screen readers only is left out.
 */
export function pictureFile(root: HTMLElement, words: { title: string; note: string }): PictureFile {
  const frame = root.getBoundingClientRect();
  const ink = getComputedStyle(root);
  const widthPx = Math.ceil(frame.width) + 2 * PADDING_PX;
  const topPx = PADDING_PX + LINE_PX;
  const heightPx = topPx + Math.ceil(frame.height) + LINE_PX + PADDING_PX;
  const svg = document.createElementNS(SVG, 'svg');
  setAll(svg, { xmlns: SVG, width: widthPx, height: heightPx, viewBox: `0 0 ${widthPx} ${heightPx}` });
  const ground = document.createElementNS(SVG, 'rect');
  setAll(ground, { width: widthPx, height: heightPx, fill: backgroundOf(root) });
  svg.append(ground);
  svg.append(textOf(words.title, PADDING_PX, PADDING_PX + 10, ink, { 'font-weight': 600 }));
  drawInto(svg, root, PADDING_PX - frame.left, topPx - frame.top);
  svg.append(textOf(words.note, PADDING_PX, heightPx - PADDING_PX, ink, { 'font-size': '12px' }));
  return { svg: new XMLSerializer().serializeToString(svg), widthPx, heightPx };
}

function drawInto(svg: SVGElement, node: Node, dx: number, dy: number): void {
  if (node instanceof Text) {
    for (const line of linesOf(node)) svg.append(lineText(node, line, dx, dy));
    return;
  }
  if (!(node instanceof Element) || isUnseen(node)) return;
  if (node instanceof SVGSVGElement) {
    svg.append(drawing(node, dx, dy));
    return;
  }
  for (const child of node.childNodes) drawInto(svg, child, dx, dy);
}

function isUnseen(element: Element): boolean {
  if (element.getAttribute('data-picture') === 'none') return true;
  const { display, visibility, clipPath, color } = getComputedStyle(element);
  const isTransparent = color === 'rgba(0, 0, 0, 0)';
  return display === 'none' || visibility === 'hidden' || clipPath.startsWith('inset(50%') || isTransparent;
}

/** A copy with its paint written out, at the same place. */
function drawing(original: SVGSVGElement, dx: number, dy: number): SVGSVGElement {
  const copy = original.cloneNode(true) as SVGSVGElement;
  const box = original.getBoundingClientRect();
  paint(original, copy);
  const copies = copy.querySelectorAll('*');
  original.querySelectorAll('*').forEach((element, index) => {
    const twin = copies[index];
    if (twin instanceof SVGElement) paint(element, twin);
  });
  setAll(copy, { x: box.left + dx, y: box.top + dy, width: box.width, height: box.height });
  for (const name of ['class', 'style', 'role', 'aria-label', 'aria-hidden', 'focusable']) {
    copy.removeAttribute(name);
  }
  copy.setAttribute('overflow', 'visible');
  return copy;
}

function paint(from: Element, to: SVGElement): void {
  const style = getComputedStyle(from);
  to.removeAttribute('class');
  for (const name of PAINT) {
    const value = style.getPropertyValue(name);
    // A fill by reference keeps its own address: computed, it would name the page.
    if (value !== '' && !value.startsWith('url(')) to.setAttribute(name, value);
  }
}

interface Line {
  readonly text: string;
  readonly box: DOMRect;
}

/** A text as the page has broken it into lines. */
function linesOf(node: Text): readonly Line[] {
  const lines: Line[] = [];
  const range = document.createRange();
  for (const match of node.data.matchAll(/\S+/gu)) {
    range.setStart(node, match.index);
    range.setEnd(node, match.index + match[0].length);
    const box = range.getBoundingClientRect();
    if (box.width === 0) continue;
    const last = lines.at(-1);
    if (last !== undefined && Math.abs(last.box.top - box.top) < 2) {
      const joined = new DOMRect(last.box.left, last.box.top, box.right - last.box.left, last.box.height);
      lines[lines.length - 1] = { text: `${last.text} ${match[0]}`, box: joined };
    } else lines.push({ text: match[0], box });
  }
  return lines;
}

const BASELINE_SHARE = 0.78;

function lineText(node: Text, { text, box }: Line, dx: number, dy: number): SVGTextElement {
  const style = node.parentElement === null ? null : getComputedStyle(node.parentElement);
  return textOf(text, box.left + dx, box.top + dy + box.height * BASELINE_SHARE, style, {});
}

function textOf(
  text: string,
  x: number,
  y: number,
  style: CSSStyleDeclaration | null,
  more: Readonly<Record<string, string | number>>,
): SVGTextElement {
  const element = document.createElementNS(SVG, 'text');
  setAll(element, {
    x,
    y,
    fill: style?.color ?? 'currentColor',
    'font-family': style?.fontFamily ?? 'sans-serif',
    'font-size': style?.fontSize ?? '14px',
    'font-weight': style?.fontWeight ?? '400',
    ...more,
  });
  element.textContent = text;
  return element;
}

function backgroundOf(element: Element): string {
  for (let at: Element | null = element; at !== null; at = at.parentElement) {
    const { backgroundColor } = getComputedStyle(at);
    if (backgroundColor !== 'rgba(0, 0, 0, 0)') return backgroundColor;
  }
  return '#ffffff';
}

function setAll(element: Element, attributes: Readonly<Record<string, string | number>>): void {
  for (const [name, value] of Object.entries(attributes)) element.setAttribute(name, String(value));
}
