/** The product's own story index, in the shape that labelled streams of headlines are scored in. */
import { languageOf } from '../../src/domain/story/language';
import { NO_COUNTS } from '../../src/domain/story/reader-counts';
import { createStoryIndex as create } from '../../src/domain/story/story-index';
import { Vocabulary } from '../../src/domain/story/vocabulary';

interface Item {
  id: string;
  title: string;
  source: string;
  url?: string;
  /** Epoch milliseconds. */
  time: number;
}

export function createStoryIndex() {
  const index = create(new Vocabulary(NO_COUNTS));
  return {
    add: ({ id, title, source, url, time }: Item): string => {
      const place = { feedId: source, publisher: source, url: url ?? null, at: time };
      return index.place({ ...place, title, language: languageOf([title]) }, id);
    },
  };
}
