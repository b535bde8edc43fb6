/** The page on which an address is looked at and followed; relative to the extension. */
export function addPagePath(address: string): string {
  return `src/ui/options/index.html?add=${encodeURIComponent(address)}#feeds`;
}

/** The address that such a page was opened with; empty without one. */
export function addressOfPage(search: string): string {
  return new URLSearchParams(search).get('add') ?? '';
}
