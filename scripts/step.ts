import { spawn } from 'node:child_process';

export interface StepResult {
  code: number;
  /** Both streams in the order in which they were written. */
  output: string;
  stdout: string;
}

/** Step lines go to stderr: stdout is kept for what a command is asked for. */
export function say(line: string): void {
  process.stderr.write(`${line}\n`);
}

/** Runs a program to its end, quietly. A program that cannot be started counts as failed. */
export function run(command: string[], env: Record<string, string> = {}): Promise<StepResult> {
  const [program = '', ...args] = command;
  return new Promise((resolve) => {
    const child = spawn(program, args, {
      env: { ...process.env, ...env },
      stdio: ['ignore', 'pipe', 'pipe'],
    });
    let output = '';
    let stdout = '';
    child.stdout.on('data', (chunk: Buffer) => {
      output += chunk;
      stdout += chunk;
    });
    child.stderr.on('data', (chunk: Buffer) => {
      output += chunk;
    });
    child.on('error', (error) =>
      resolve({ code: 1, output: `${output}${error.message}\n`, stdout }),
    );
    child.on('close', (code) => resolve({ code: code ?? 1, output, stdout }));
  });
}

/** A step that must succeed: one line, and the whole output when it fails. */
export async function step(title: string, command: string[], env: Record<string, string> = {}) {
  say(title);
  const { code, output } = await run(command, env);
  if (code === 0) return;
  process.stderr.write(output);
  throw new Error(`${title}: failed`);
}

/** The command line of a package's own program, without a shell, on every system. */
export function bin(file: string): string[] {
  return [process.execPath, `node_modules/${file}`];
}
