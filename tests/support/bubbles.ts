export interface Bubble {
  /** The daemon's own; a bubble that changes in place keeps it. */
  id: number;
  summary: string;
  body: string;
}

const BUBBLE =
  /^\tsummary: '(?<summary>[\s\S]*?)'\n\tbody: '(?<body>[\s\S]*?)'\n\ticon: [\s\S]*?^\tid: (?<id>\d+)$/gm;

/** Reads what `dunst -print` writes of each notification it is asked to show. */
export function readBubbles(printed: string): Bubble[] {
  return [...printed.matchAll(BUBBLE)].map(({ groups }) => ({
    id: Number(groups?.['id']),
    summary: groups?.['summary'] ?? '',
    body: groups?.['body'] ?? '',
  }));
}
