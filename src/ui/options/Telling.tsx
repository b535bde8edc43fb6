import { tCount } from '../i18n';
import { exactText, weekMomentText } from '../time-text';

export interface TellingEntry {
  key: string;
  at: number;
  /** Why it was told or held back, in a sentence. */
  why: string;
  headlines: string[];
  isHeld: boolean;
}

/** A summary after a quiet night may be about very many. */
const MOST_HEADLINES = 6;

/** What was, or would have been, told and held back. */
export function Telling({ entries }: { entries: TellingEntry[] }) {
  return (
    <ul class="telling">
      {entries.map(({ key, ...entry }) => (
        <Entry key={key} {...entry} />
      ))}
    </ul>
  );
}

function Entry({ at, why, headlines, isHeld }: Omit<TellingEntry, 'key'>) {
  const shown = headlines.slice(0, MOST_HEADLINES);
  const others = headlines.length - shown.length;
  return (
    <li class={isHeld ? 'is-held' : undefined}>
      <p class="note">
        <time dateTime={new Date(at).toISOString()} title={exactText(at)}>
          {weekMomentText(at)}
        </time>
        . {why}
      </p>
      {shown.map((headline, place) => (
        <p key={place} class="headline" dir="auto">
          {headline}
        </p>
      ))}
      {others > 0 && <p class="note">{tCount('moreStories', others)}</p>}
    </li>
  );
}
