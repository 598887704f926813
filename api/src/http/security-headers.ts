/**
 * Headers of every answer: JSON that no page may frame, sniff or keep for others.
 *
 * @param cacheControl `no-store` for what is one's own, `private, no-cache` for what is asked for again by its ETag
 */
export function securityHeaders(cacheControl: 'no-store' | 'private, no-cache'): Record<string, string> {
  return {
    'cache-control': cacheControl,
    'content-security-policy': "default-src 'none'; frame-ancestors 'none'",
    'referrer-policy': 'no-referrer',
    'strict-transport-security': 'max-age=31536000; includeSubDomains',
    vary: 'Authorization, Accept-Language',
    'x-content-type-options': 'nosniff',
  };
}
