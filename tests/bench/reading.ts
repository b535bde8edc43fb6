import { readFile } from 'node:fs/promises';
import { withBundle } from '../../scripts/bundle';
import { withBrowser } from './browser';
import { type DocumentOptions, makeDocument } from './documents';
import type { Figure } from './figures';
import type { ReadingBench } from './page/reading';
import type { BenchOptions } from './parts';
import { coldReading } from './reading-cold';
import { measureReading, type ReadingStep } from './reading-steps';
import type { Cell, Report } from './report';

declare const datelineReading: ReadingBench;

/** As many items as one check takes, and what a publisher who sends whole texts makes of them. */
export const ITEM_BYTES = 5_000;

const DOCUMENTS: Pick<DocumentOptions, 'format' | 'language' | 'itemCount'>[] = [
  { format: 'rss', language: 'en', itemCount: 20 },
  { format: 'rss', language: 'en', itemCount: 200 },
  { format: 'rss', language: 'en', itemCount: 1_000 },
  { format: 'rss', language: 'ru', itemCount: 200 },
  { format: 'atom', language: 'de', itemCount: 200 },
  { format: 'atom', language: 'ja', itemCount: 200 },
  { format: 'rdf', language: 'ar', itemCount: 200 },
  { format: 'json', language: 'en', itemCount: 200 },
];

type Figures = Record<ReadingStep, Figure>;

/** From bytes to merged articles, in node and in the browser, against the parser alone on decoded text. */
export async function benchReading(report: Report, { browser }: BenchOptions): Promise<void> {
  await reportReading(report, 'node', (text) => measureReading(Buffer.from(text)));
  await coldReading(report);
  const source = await withBundle('tests/bench/page/reading.ts', 'page', (file) =>
    readFile(file, 'utf8'),
  );
  await withBrowser(browser, async ({ driver }) => {
    await driver.control.runSource(source);
    await reportReading(report, browser, (text) =>
      driver.control.evaluate((document) => datelineReading(document), text),
    );
  });
}

async function reportReading(
  report: Report,
  where: string,
  measure: (text: string) => Promise<Figures>,
): Promise<void> {
  const rows: Cell[][] = [];
  for (const document of DOCUMENTS) {
    const { format, language, itemCount } = document;
    const text = makeDocument({ ...document, itemBytes: ITEM_BYTES });
    const name = `${format} ${language} ${itemCount} items`;
    rows.push([name, Buffer.byteLength(text) / 1e6, ...cells(await measure(text))]);
  }
  report.add({
    title: `Reading: from bytes to merged articles, warm, in ${where}`,
    note: 'Milliseconds, median (min-max). Own part: decode + normalize + merge. Ratios are to a plain feedsmith call.',
    columns: [
      ...['document', 'MB', 'feedsmith', 'decode', 'parse', 'normalize', 'merge new', 'merge same'],
      ...['parse x', 'own part x', 'all x'],
    ],
    rows,
  });
}

function cells(figures: Record<ReadingStep, Figure>): Cell[] {
  const { feedsmith, decode, parse, normalize: normalized, mergeNew, mergeSame } = figures;
  const own = decode.median + normalized.median + mergeSame.median;
  return [
    ...[feedsmith, decode, parse, normalized, mergeNew, mergeSame],
    parse.median / feedsmith.median,
    own / feedsmith.median,
    (own + parse.median) / feedsmith.median,
  ];
}
