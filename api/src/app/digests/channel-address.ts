import { ProblemError } from '../errors.ts';

/** Why an address is not allowed; the text for the admin says each. */
type Refusal = 'not-an-address' | 'not-https' | 'has-user-info' | 'host-not-listed';

/**
 * Checks an address that somebody typed before we ever call it: https, no user info, a host on the list. It keeps a
 * mistyped or ill-meant address from making this service call something inside the network.
 *
 * @param allowedHosts exact hosts with their port where it is not 443 ("localhost:4284"), or "*.example.com" for every
 *   host below example.com
 * @throws ProblemError address-not-allowed, with the host
 */
export function allowedAddress(text: string, allowedHosts: readonly string[]): URL {
  const url = URL.canParse(text) ? new URL(text) : null;
  const refuse = (reason: Refusal) =>
    new ProblemError('address-not-allowed', {
      reason,
      host: url?.host ?? '',
      allowed: allowedHosts.join(', '),
    });
  if (!url) throw refuse('not-an-address');
  if (url.protocol !== 'https:') throw refuse('not-https');
  if (url.username !== '' || url.password !== '') throw refuse('has-user-info');
  if (!allowedHosts.some((pattern) => isHostOf(url.host, pattern))) throw refuse('host-not-listed');
  return url;
}

function isHostOf(host: string, pattern: string): boolean {
  const wanted = pattern.toLowerCase();
  return wanted.startsWith('*.') ? host.endsWith(wanted.slice(1)) : host === wanted;
}
