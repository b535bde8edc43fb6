import type { MatchRange } from '../../domain/topic/match';

/** A text with the parts marked that were looked for. */
export function Marked({ text, marks }: { text: string; marks: MatchRange[] }) {
  const starts = [0, ...marks.map(({ end }) => end)];
  return (
    <>
      {starts.map((start, index) => {
        const mark = marks[index];
        return (
          <>
            {text.slice(start, mark?.start)}
            {mark && <mark>{text.slice(mark.start, mark.end)}</mark>}
          </>
        );
      })}
    </>
  );
}
