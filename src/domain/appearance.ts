/** The user's choices of how Dateline looks, and where it opens articles. */
export interface Appearance {
  theme: Choice<'theme'>;
  density: Choice<'density'>;
  /** Of Dateline's own texts: a tag of BCP 47, or as the browser says. */
  language: Choice<'language'>;
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
  language: ['browser', 'en', 'ru', 'es', 'fr', 'de', 'ar', 'zh-CN'],
  openIn: ['new-tab', 'background-tab', 'same-tab'],
  badge: ['count', 'dot', 'off'],
  pictures: ['off', 'on'],
} as const;

export type AppearanceName = keyof typeof APPEARANCE_CHOICES;
type Choice<N extends AppearanceName> = (typeof APPEARANCE_CHOICES)[N][number];

export const DEFAULT_APPEARANCE: Appearance = {
  theme: 'system',
  density: 'comfortable',
  language: 'browser',
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
