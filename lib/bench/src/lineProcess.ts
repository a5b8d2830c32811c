import { spawn, type ChildProcess } from 'node:child_process';
import { createInterface } from 'node:readline';

/** A process that answers each line of JSON with a line of JSON, in order. */
export class LineProcess {
  private readonly child: ChildProcess;
  private readonly waiting: { resolve: (answer: unknown) => void; reject: (error: Error) => void }[] = [];

  constructor(command: string, args: readonly string[], env: NodeJS.ProcessEnv = process.env) {
    this.child = spawn(command, args, { env, stdio: ['pipe', 'pipe', 'inherit'] });
    const { stdout } = this.child;
    if (stdout === null) throw new Error(`${command} has no output`);
    createInterface({ input: stdout }).on('line', (line) => {
      // Libraries print notices of their own.
      if (line.startsWith('{')) this.waiting.shift()?.resolve(JSON.parse(line));
    });
    this.child.on('error', (error) => {
      this.fail(error);
    });
    this.child.on('exit', (code) => {
      this.fail(new Error(`${command} ended with status ${String(code)}`));
    });
  }

  ask(question: unknown): Promise<unknown> {
    return new Promise((resolve, reject) => {
      this.waiting.push({ resolve, reject });
      this.child.stdin?.write(`${JSON.stringify(question)}\n`);
    });
  }

  close(): void {
    this.child.stdin?.end();
    this.child.kill();
  }

  private fail(error: Error): void {
    for (const { reject } of this.waiting.splice(0)) reject(error);
  }
}
