/** The user's choices of how Dateline looks, and where it opens articles. */
export interface Appearance {
  theme: Choice<'theme'>;
  density: Choice<'density'>;
  /** Where a click opens an article. */
  openIn: Choice<'openIn'>;
  badge: Choice<'badge'>;
  /** Whether publishers' pictures are fetched and shown beside headlines. */
  pictures: Choice<'pictures'>;
}

/** What can be chosen; the first of each is what holds without a choice. */
export const APPEARANCE_CHOICES = {
  theme: ['system', 'light', 'dark'],
  density: ['comfortable', 'compact'],
  openIn: ['new-tab', 'background-tab', 'same-tab'],
  badge: ['count', 'dot', 'off'],
  pictures: ['off', 'on'],
} as const;

export type AppearanceName = keyof typeof APPEARANCE_CHOICES;
type Choice<N extends AppearanceName> = (typeof APPEARANCE_CHOICES)[N][number];

export const DEFAULT_APPEARANCE: Appearance = {
  theme: 'system',
  density: 'comfortable',
  openIn: 'new-tab',
  badge: 'count',
  pictures: 'off',
};

/** Whatever is missing or unknown (an older or newer version's) is the default. */
export function sanitizeAppearance(value: unknown): Appearance {
  const stored = (value ?? {}) as Record<string, unknown>;
  const known = Object.entries(APPEARANCE_CHOICES).filter(([name, choices]) =>
    (choices as readonly unknown[]).includes(stored[name]),
  );
  return {
    ...DEFAULT_APPEARANCE,
    ...Object.fromEntries(known.map(([name]) => [name, stored[name]])),
  };
}
