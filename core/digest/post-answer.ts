/** Whether a post was taken, by the HTTP status that answered it. */
export type PostAnswer = 'taken' | 'throttled' | 'unavailable' | 'unclear' | 'refused';

/**
 * What the answer to a post says of it. A post must not be made twice and has no key that the other side would know it
 * again by, so only an answer of the service's own that it did nothing lets it be made again: too many requests (429, RFC
 * 6585), or unavailable until a time that it names (503 with Retry-After, RFC 9110). A gateway on the way gives up with
 * 500, 502, 504, 408 and a bare 503 as well, after it may have passed the message on; 303 says that it was dealt with.
 *
 * @param waitMs what Retry-After asked for; null where it was missing or made no sense
 */
export function postAnswer(status: number, waitMs: number | null): PostAnswer {
  if (status >= 200 && status < 300) return 'taken';
  if (status === 429) return 'throttled';
  if (status === 503 && waitMs !== null) return 'unavailable';
  if (status >= 500 || status === 408 || status === 303) return 'unclear';
  return 'refused';
}
