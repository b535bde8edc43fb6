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

/**
 * Whether the match patterns that the user granted cover an address, read like `permissions.contains`
 * reads them but for many addresses at once.
 */
export function accessChecker(granted: string[]): (address: string) => boolean {
  const exact = new Set<string>();
  const suffixes: { scheme: string; suffix: string }[] = [];
  for (const pattern of granted) {
    const [, scheme = '', host = ''] =
      pattern === '<all_urls>' ? ['', '*', '*'] : (/^([^:]*):\/\/([^/]*)/.exec(pattern) ?? []);
    if (host === '*') suffixes.push({ scheme, suffix: '' });
    else if (host.startsWith('*.')) suffixes.push({ scheme, suffix: host.slice(1) });
    else exact.add(`${scheme}://${host}`);
  }
  return (address) => {
    if (originPattern(address) === null) return false;
    const { protocol, hostname } = new URL(address);
    const scheme = protocol.slice(0, -1);
    if (exact.has(`*://${hostname}`) || exact.has(`${scheme}://${hostname}`)) return true;
    return suffixes.some(
      (one) => (one.scheme === '*' || one.scheme === scheme) && `.${hostname}`.endsWith(one.suffix),
    );
  };
}
