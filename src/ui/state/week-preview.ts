import { type ReadonlySignal, signal } from '@preact/signals';
import { localTimeIn } from '../../domain/notify/local-time';
import type { Wishes } from '../../domain/notify/reason';
import { type Replay, replaySteps } from '../../domain/notify/replay';
import { type Week, weekOf } from '../../domain/notify/week';
import { readReplayMaterial } from '../../storage/read';
import { inSlices } from './in-slices';

export interface WeekPreview extends Replay {
  /** Headlines by story. */
  titles: Map<string, string>;
}

export interface WeekPreviewer {
  /** What the wishes would have brought; null while that is being worked out. */
  preview: ReadonlySignal<WeekPreview | null>;
  /** Other wishes than before hide the answer until theirs is there. */
  show(wishes: Wishes): void;
  /** More is stored: the answer stays until the new one is there. */
  reread(): void;
}

interface ReadWeek {
  week: Week;
  titles: WeekPreview['titles'];
}

/** Who sets a time or goes through choices is not interrupted by answers on the way. */
const SETTLE_MS = 120;

/** A refresh commits many times, and a week is much to read. */
const REREAD_MS = 2000;

/** One answer at a time, always to the last question. */
export function createWeekPreviewer(): WeekPreviewer {
  const localTimeOf = localTimeIn(Intl.DateTimeFormat().resolvedOptions().timeZone);
  const preview = signal<WeekPreview | null>(null);
  let read: ReadWeek | null = null;
  let asked: { wishes: Wishes; key: string } | null = null;
  let question = 0;
  let isReading = false;
  let isStale = false;

  async function answer(): Promise<void> {
    question += 1;
    const mine = question;
    const isStopped = () => question !== mine;
    await pause(SETTLE_MS);
    if (isStopped() || read === null || asked === null) return;
    const { week, titles } = read;
    const replay = await inSlices(replaySteps(week, { ...asked.wishes, localTimeOf }), isStopped);
    if (replay !== null) preview.value = { ...replay, titles };
  }

  async function readAll(): Promise<void> {
    isReading = true;
    try {
      while (isStale) {
        isStale = false;
        read = await readWeek();
        await answer();
        await pause(REREAD_MS);
      }
    } finally {
      isReading = false;
    }
  }

  return {
    preview,
    show(wishes) {
      const key = JSON.stringify([wishes.level, wishes.settings, wishes.topics]);
      if (key === asked?.key) return;
      asked = { wishes, key };
      preview.value = null;
      void answer();
    },
    reread() {
      isStale = true;
      if (!isReading) void readAll();
    },
  };
}

async function readWeek(): Promise<ReadWeek> {
  const now = Date.now();
  const material = await readReplayMaterial(now);
  const week = await inSlices(weekOf(material, now));
  const titles = material.stories.map(({ story }) => [story.storyId, story.lead.title] as const);
  return { week, titles: new Map(titles) };
}

function pause(ms: number): Promise<void> {
  return new Promise((resolve) => setTimeout(resolve, ms));
}
