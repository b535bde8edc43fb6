import type { Story } from '../domain/model';
import { startOfDay } from './time-text';

export interface DayGroup {
  day: number;
  /** How many stories are in the groups above. */
  above: number;
  stories: Story[];
}

/** Stories are newest first; so are the groups. */
export function groupByDay(stories: Story[]): DayGroup[] {
  const groups: DayGroup[] = [];
  for (const [above, story] of stories.entries()) {
    const day = startOfDay(story.sortAt);
    const last = groups.at(-1);
    if (last?.day === day) last.stories.push(story);
    else groups.push({ day, above, stories: [story] });
  }
  return groups;
}
