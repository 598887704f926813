/**
 * Where Teams and the other Microsoft 365 hosts show a tab. `'self'` is for the page that plays Teams on a developer's
 * machine, which comes from the tab's own address. Source: Microsoft Learn, "Tab requirements".
 */
const HOSTS = [
  "'self'",
  'https://*.cloud.microsoft',
  'https://teams.microsoft.com',
  'https://*.teams.microsoft.com',
  'https://*.microsoft365.com',
  'https://*.office.com',
  'https://outlook.office365.com',
];

const SHA256_OF_NOTHING = 'sha256-47DEQpj8HBSa+/TImW+5JCeuQeRkm5NMpJWZG3hSuFU=';

/**
 * Everything comes from our own address; nothing written in a page is run as a script. teams-js fetches the list of its
 * trusted hosts from Microsoft. Charts are drawn to a picture through a blob.
 */
const POLICY = [
  "default-src 'none'",
  "script-src 'self'",
  // Fluent UI makes empty style elements and writes its rules into them by script: only the empty text is let through.
  `style-src 'self' '${SHA256_OF_NOTHING}'`,
  "img-src 'self' data: blob:",
  "font-src 'self'",
  "connect-src 'self' https://res.cdn.office.net",
  "base-uri 'none'",
  "form-action 'none'",
  `frame-ancestors ${HOSTS.join(' ')}`,
].join('; ');

const TYPES: Readonly<Record<string, string>> = {
  html: 'text/html; charset=utf-8',
  js: 'text/javascript; charset=utf-8',
  css: 'text/css; charset=utf-8',
  json: 'application/json; charset=utf-8',
  svg: 'image/svg+xml',
  png: 'image/png',
  woff2: 'font/woff2',
};

/** Headers of a file of the tab, by its path and whether its name holds a hash of its contents. */
export function tabHeaders(path: string, immutable: boolean): Record<string, string> {
  return {
    'content-type': TYPES[path.split('.').at(-1) ?? ''] ?? 'application/octet-stream',
    'cache-control': immutable ? 'public, max-age=31536000, immutable' : 'no-cache',
    'content-security-policy': POLICY,
    'cross-origin-resource-policy': 'same-origin',
    'permissions-policy': 'camera=(), geolocation=(), microphone=(), payment=(), usb=()',
    'referrer-policy': 'no-referrer',
    'strict-transport-security': 'max-age=31536000; includeSubDomains',
    vary: 'Accept-Encoding',
    'x-content-type-options': 'nosniff',
  };
}
