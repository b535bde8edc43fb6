import type { OpmlReading } from '../../domain/model';
import { t, tCount } from '../i18n';

/** A list that may be long, in little space. */
export function Names({ lines }: { lines: string[] }) {
  return (
    <ul class="names">
      {lines.map((line, index) => (
        <li key={`${index} ${line}`} dir="auto">
          {line}
        </li>
      ))}
    </ul>
  );
}

/** What stands in a file and cannot be followed. */
export function Unusable({ outlines }: { outlines: OpmlReading['refused'] }) {
  if (outlines.length === 0) return null;
  return (
    <>
      <p>{tCount('opmlRefused', outlines.length)}</p>
      <Names
        lines={outlines.map(({ title, address }) => t('opmlUnusable', title || address, address))}
      />
    </>
  );
}
