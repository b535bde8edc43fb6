/** Runs in a page of the extension: reads a document as the worker does, with the browser's own decoder. */
import { measureReading } from '../reading-steps';

const measure = (document: string) => measureReading(new TextEncoder().encode(document));

export type ReadingBench = typeof measure;

Object.assign(globalThis, { datelineReading: measure });
