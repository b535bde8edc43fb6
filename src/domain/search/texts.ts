import type { Article } from '../model';
import { type FoldedText, foldText } from '../topic/fold';

/** The parts of an article that are searched, in the order in which one is shown as the reason. */
export type SearchedPart = 'title' | 'summary' | 'earlier' | 'tag' | 'author';

export interface SearchedText {
  part: SearchedPart;
  text: string;
}

type Searched = Pick<Article, 'title' | 'summary' | 'tags' | 'author' | 'revisions'>;

/** What of an article is searched: also what its headline said before it was edited. */
export function searchedTexts({
  title,
  summary,
  tags,
  author,
  revisions,
}: Searched): SearchedText[] {
  const list: [SearchedPart, string[]][] = [
    ['title', [title]],
    ['summary', [summary]],
    ['earlier', revisions.map((revision) => revision.title).reverse()],
    ['tag', tags],
    ['author', author === null ? [] : [author]],
  ];
  return list.flatMap(([part, texts]) =>
    texts.filter((text) => text !== '').map((text) => ({ part, text })),
  );
}

export function foldedTexts(article: Searched): FoldedText[] {
  return searchedTexts(article).map(({ text }) => foldText(text));
}
