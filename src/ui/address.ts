/** The host as people say it. */
export function hostText(address: string): string {
  return URL.canParse(address) ? new URL(address).host.replace(/^www\./, '') : address;
}

/** An address as short as it can be told: host, path and query. */
export function addressText(address: string): string {
  if (!URL.canParse(address)) return address;
  const { pathname, search } = new URL(address);
  return `${hostText(address)}${pathname === '/' ? '' : pathname}${search}`;
}
