const OPTIONS_PATH = 'src/ui/options/index.html';

/** Where a backup is restored; relative to the extension. */
export const RESTORE_PATH = `${OPTIONS_PATH}#data`;

/** The page on which an address is looked at and followed; relative to the extension. */
export function addPagePath(address: string): string {
  return `${OPTIONS_PATH}?add=${encodeURIComponent(address)}#feeds`;
}

/** The address that such a page was opened with; empty without one. */
export function addressOfPage(search: string): string {
  return new URLSearchParams(search).get('add') ?? '';
}
