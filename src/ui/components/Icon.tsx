const paths = {
  refresh: 'M14 8a6 6 0 1 1-1.9-4.4L14 5.4M14 2v3.4h-3.4',
  menu: 'M3 8h.01M8 8h.01M13 8h.01',
  bookmark: 'M4 2.5h8v11l-4-3.2-4 3.2z',
  check: 'm3 8.6 3.2 3.2L13 4.8',
  unread: 'M8 5a3 3 0 1 0 0 6 3 3 0 0 0 0-6z',
  chevron: 'm3.8 6 4.2 4.2L12.2 6',
  back: 'M10 3.8 5.8 8l4.2 4.2',
  edit: 'm3 13 .6-2.9 7.5-7.4 2.2 2.2-7.4 7.5z',
  more: 'M8 3v.01M8 8v.01M8 13v.01',
  forward: 'm6 3.8 4.2 4.2L6 12.2',
  play: 'm5 3 7.5 5L5 13z',
  pause: 'M5.5 3.5v9M10.5 3.5v9',
  search: 'M7 2.8a4.2 4.2 0 1 0 0 8.4 4.2 4.2 0 0 0 0-8.4zm3 7.2 3.4 3.4',
  remove: 'm4 4 8 8m0-8-8 8',
};

export type IconName = keyof typeof paths;

/** Drawn on a 16 px grid in 1.5 px strokes; takes the color of the text around it. */
export function Icon({ name }: { name: IconName }) {
  return (
    <svg class={`icon icon-${name}`} viewBox="0 0 16 16" aria-hidden="true">
      <path d={paths[name]} />
    </svg>
  );
}
