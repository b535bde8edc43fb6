import { mkdtempSync, rmSync } from 'node:fs';
import { readFile } from 'node:fs/promises';
import { tmpdir } from 'node:os';
import path from 'node:path';
import { run, say } from '../step';

export interface Count {
  passed: number;
  failed: number;
}

export interface Stage {
  title: string;
  run(): Promise<Count>;
}

/** One check that is right or wrong as a whole; shows all it has to say when it is wrong. */
export async function check(command: string[]): Promise<Count> {
  const { code, output } = await run(command);
  if (code === 0) return { passed: 1, failed: 0 };
  process.stderr.write(output);
  return { passed: 0, failed: 1 };
}

/**
 * Runs a test runner that writes a JSON report. A run that fails without a failed test (it did not
 * start, a file could not be read) and a run without any test count as one failure.
 */
export async function runTests<Report>(
  command: (reportFile: string) => { command: string[]; env?: Record<string, string> },
  count: (report: Report) => Count,
): Promise<Count> {
  const folder = mkdtempSync(path.join(tmpdir(), 'dateline-report-'));
  const reportFile = path.join(folder, 'report.json');
  try {
    const { command: line, env } = command(reportFile);
    const { code, output } = await run(line, env);
    const text = await readFile(reportFile, 'utf8').catch(() => null);
    const found = text === null ? { passed: 0, failed: 0 } : count(JSON.parse(text) as Report);
    const isGood = code === 0 && found.failed === 0 && found.passed > 0;
    if (isGood) return found;
    process.stderr.write(output);
    return { passed: found.passed, failed: Math.max(found.failed, 1) };
  } finally {
    rmSync(folder, { recursive: true, force: true });
  }
}

/** Runs a stage with one line about how it went. An exception is a failure like others. */
export async function runStage({ title, run: work }: Stage): Promise<Count> {
  const start = Date.now();
  const count = await work().catch((error: unknown) => {
    say(String(error));
    return { passed: 0, failed: 1 };
  });
  const seconds = ((Date.now() - start) / 1000).toFixed(1);
  say(`${title}: ${count.passed} passed, ${count.failed} failed (${seconds} s)`);
  return count;
}
