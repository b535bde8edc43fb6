/** Shorter ones say nothing, but for those of scripts that write whole words in one or two characters. */
const SHORTEST = 4;
const DENSE = /[\p{sc=Han}\p{sc=Hiragana}\p{sc=Katakana}\p{sc=Hangul}]/u;
const NAME_OR_NUMBER = /^[\p{Lu}\p{N}]/u;
const MOST_WORDS = 12;

/** The words of a headline that one would mute: no particles, each once, as they are written. */
export function headlineWords(title: string, language: string): string[] {
  const segmenter = new Intl.Segmenter(language, { granularity: 'word' });
  const words = new Map<string, string>();
  for (const { segment, isWordLike } of segmenter.segment(title)) {
    const isTelling =
      segment.length >= SHORTEST || DENSE.test(segment) || NAME_OR_NUMBER.test(segment);
    const key = segment.toLocaleLowerCase(language);
    if (isWordLike && isTelling && !words.has(key)) words.set(key, segment);
  }
  return [...words.values()].slice(0, MOST_WORDS);
}
