/** What a change would do, a line each. */
export function DifferenceList({ lines, none }: { lines: string[]; none: string }) {
  if (lines.length === 0) return <p class="note">{none}</p>;
  return (
    <ul class="differences">
      {lines.map((line) => (
        <li key={line} dir="auto">
          {line}
        </li>
      ))}
    </ul>
  );
}
