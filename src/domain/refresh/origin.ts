/**
 * The match pattern that covers one site, http and https, for `permissions.request`. Patterns carry
 * no port (Chrome's and Firefox's match-pattern syntax), so a port in the address is left out.
 * @returns null when the address is not http or https.
 */
export function originPattern(address: string): string | null {
  if (!URL.canParse(address)) return null;
  const { protocol, hostname } = new URL(address);
  return protocol === 'http:' || protocol === 'https:' ? `*://${hostname}/*` : null;
}
