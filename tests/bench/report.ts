import { writeFileSync } from 'node:fs';
import type { Figure } from './figures';

export type Cell = string | number | Figure | null;

export interface Table {
  title: string;
  /** What the figures are in, and what else a reader must know. */
  note: string;
  columns: string[];
  rows: Cell[][];
}

/** Prints each table as soon as it is measured, and keeps all for `--json`. */
export class Report {
  readonly #tables: Table[] = [];

  add(table: Table): void {
    this.#tables.push(table);
    process.stdout.write(`\n${table.title}\n${table.note}\n\n${render(table)}\n`);
  }

  write(file: string): void {
    writeFileSync(file, `${JSON.stringify({ tables: this.#tables }, null, 2)}\n`);
  }
}

function render({ columns, rows }: Table): string {
  const texts = [columns, ...rows.map((row) => row.map(textOf))];
  const widths = columns.map((_, index) =>
    Math.max(...texts.map((row) => row[index]?.length ?? 0)),
  );
  const lines = texts.map((row) =>
    row
      .map((text, index) =>
        index === 0 ? text.padEnd(widths[0] ?? 0) : text.padStart(widths[index] ?? 0),
      )
      .join('   ')
      .trimEnd(),
  );
  return `${lines.join('\n')}\n`;
}

function textOf(cell: Cell): string {
  if (cell === null) return '-';
  if (typeof cell === 'string') return cell;
  if (typeof cell === 'number') return numberText(cell);
  return `${numberText(cell.median)} (${numberText(cell.min)}-${numberText(cell.max)})`;
}

/** Three digits that say something; benchmarks do not have more. */
function numberText(value: number): string {
  if (!Number.isFinite(value)) return '-';
  const size = Math.abs(value);
  return value.toFixed(size >= 100 || value === 0 ? 0 : size >= 10 ? 1 : 2);
}
