import { existsSync, readdirSync, readFileSync } from 'node:fs';

/** What Linux tells of running processes; on other systems all of it is unknown. */
export const hasProcesses = existsSync('/proc/self/schedstat');

/** Processes whose command line holds all of these texts. */
export function findProcesses(...texts: string[]): number[] {
  return readdirSync('/proc')
    .filter((name) => /^\d+$/.test(name))
    .filter((pid) => {
      const command = read(`/proc/${pid}/cmdline`);
      return texts.every((text) => command.includes(text));
    })
    .map(Number);
}

/** Milliseconds of processor time that the threads of a process took, those of that name or all. */
export function cpuOf(pid: number, threadName?: string): number {
  const threads = list(`/proc/${pid}/task`).map((thread) => `/proc/${pid}/task/${thread}`);
  return threads
    .filter((thread) => !threadName || read(`${thread}/comm`).startsWith(threadName))
    .reduce((sum, thread) => sum + Number(read(`${thread}/schedstat`).split(' ')[0]) / 1e6, 0);
}

/** Bytes of memory that a process holds. */
export function memoryOf(pid: number): number {
  return Number(read(`/proc/${pid}/status`).match(/^VmRSS:\s+(\d+)/m)?.[1] ?? 0) * 1024;
}

/** A process or thread may end at any moment. */
function read(file: string): string {
  try {
    return readFileSync(file, 'utf8');
  } catch {
    return '';
  }
}

function list(folder: string): string[] {
  try {
    return readdirSync(folder);
  } catch {
    return [];
  }
}
