type Attribute = string | boolean | ((event: Event) => void);

/**
 * An element with attributes and children. `true` sets an attribute without value, `false` leaves it out, a function under
 * `onclick` and the like listens.
 */
export function el<Tag extends keyof HTMLElementTagNameMap>(
  tag: Tag,
  attributes: Readonly<Record<string, Attribute>> = {},
  ...children: readonly (Node | string)[]
): HTMLElementTagNameMap[Tag] {
  const element = document.createElement(tag);
  for (const [name, value] of Object.entries(attributes)) {
    if (typeof value === 'function') element.addEventListener(name.replace(/^on/, ''), value);
    else if (value !== false) element.setAttribute(name, value === true ? '' : value);
  }
  element.append(...children);
  return element;
}

const ICONS = {
  index: 'M4 20V11m5.3 9V6m5.4 14v-7M20 20V4',
  team: 'M9 11a3.2 3.2 0 1 0 0-6.4A3.2 3.2 0 0 0 9 11Zm-5.5 8.4c0-3 2.4-5.1 5.5-5.1s5.5 2.1 5.5 5.1M15.6 5a3 3 0 0 1 0 5.9m2 3.6c1.8.7 2.9 2.4 2.9 4.9',
  meeting: 'M3.5 7.5h11v9h-11zM14.5 11l6-3v8l-6-3',
  channel: 'M4 5h16v11H10l-4 3.5V16H4z',
  close: 'M6 6l12 12M18 6 6 18',
  settings: 'M4 7h9m4 0h3M4 17h3m4 0h9M15 4.8v4.4M9 14.8v4.4',
} as const;

/** A line icon of 24 × 24 in the colour of the text; decoration only, the name stands beside it. */
export function icon(name: keyof typeof ICONS): SVGElement {
  const svg = document.createElementNS('http://www.w3.org/2000/svg', 'svg');
  svg.setAttribute('viewBox', '0 0 24 24');
  svg.setAttribute('aria-hidden', 'true');
  svg.classList.add('icon');
  const path = document.createElementNS('http://www.w3.org/2000/svg', 'path');
  path.setAttribute('d', ICONS[name]);
  svg.append(path);
  return svg;
}
