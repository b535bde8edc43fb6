import type { Story } from '../domain/model';
import { startOfDay } from './time-text';

export interface DayGroup {
  day: number;
  stories: Story[];
}

/** Stories are newest first; so are the groups. */
export function groupByDay(stories: Story[]): DayGroup[] {
  const groups: DayGroup[] = [];
  for (const story of stories) {
    const day = startOfDay(story.sortAt);
    const last = groups.at(-1);
    if (last?.day === day) last.stories.push(story);
    else groups.push({ day, stories: [story] });
  }
  return groups;
}
