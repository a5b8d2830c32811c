import path from 'node:path';
import { Worker } from 'node:worker_threads';
import { log } from '../log';
import type { FromCompiler, ToCompiler } from '../threads/compiler-messages';

type Question = Extract<ToCompiler, { request: number }>;
type Unnumbered<Q> = Q extends Question ? Omit<Q, 'request'> : never;
type Answer<T extends FromCompiler['type']> = Extract<FromCompiler, { type: T }>;

/**
 * The room for what the compiler has just made, in MB. V8 would take 34 and never give them back; with fewer the compiler takes no
 * longer, since nearly all that it makes while it reads declarations stays.
 */
const YOUNG = 8;

/** A cell that ran. */
interface Kept {
  readonly source: string;
  readonly filename: string;
  /** How many of its declaring statements had run, if it failed. */
  readonly declared: number | undefined;
}

interface Pending {
  readonly resolve: (answer: FromCompiler) => void;
  readonly reject: (error: Error) => void;
}

/** The compiler's thread has ended while it worked on a question, or could not answer it. */
export class CompilerFailure extends Error {
  override readonly name = 'CompilerFailure';
}

/** The protocol thread's end of its connection with the compiler's thread, which it starts; if it ends, the next question starts another. */
export class CompilerLink {
  readonly #pending = new Map<number, Pending>();
  /** The cells that ran, for a compiler that starts in the middle. */
  readonly #kept: Kept[] = [];
  #last = 0;
  #isReady = false;
  #problems: readonly string[] = [];
  #worker: Worker | undefined;

  /** Resolves when the compiler has read the library types. */
  readonly ready: Promise<void>;
  #setReady: () => void = () => undefined;

  /** @param program what the thread runs */
  constructor(
    private readonly rootDir: string,
    private readonly program = path.join(__dirname, '../compiler/main.js'),
  ) {
    this.ready = new Promise((resolve) => {
      this.#setReady = resolve;
    });
  }

  /** Starts the thread, if it does not run. */
  start(): Worker {
    this.#worker ??= this.#restart();
    return this.#worker;
  }

  async convert(source: string, filename: string): Promise<Answer<'converted'>> {
    return (await this.#ask({ type: 'convert', source, filename })) as Answer<'converted'>;
  }

  /**
   * That cell ran: later ones see what it declared.
   * @param declared how many of its declaring statements had run, if it failed
   */
  keep({ request }: Answer<'converted'>, source: string, filename: string, declared?: number): void {
    this.#kept.push({ source, filename, declared });
    this.#send({ type: 'keep', converted: request, declared });
  }

  /** What of the project's settings could not be understood; empty at the next call. Known once a cell is converted. */
  takeProblems(): readonly string[] {
    const problems = this.#problems;
    this.#problems = [];
    return problems;
  }

  async complete(source: string, offset: number): Promise<Answer<'completions'>> {
    return (await this.#ask({ type: 'complete', source, offset })) as Answer<'completions'>;
  }

  async inspect(source: string, offset: number, detail: 0 | 1): Promise<Answer<'info'>> {
    return (await this.#ask({ type: 'inspect', source, offset, detail })) as Answer<'info'>;
  }

  async completeness(source: string): Promise<Answer<'completeness'>> {
    return (await this.#ask({ type: 'is-complete', source })) as Answer<'completeness'>;
  }

  #ask(question: Unnumbered<Question>): Promise<FromCompiler> {
    const numbered = { ...question, request: ++this.#last } as Question;
    return new Promise((resolve, reject) => {
      this.#pending.set(numbered.request, { resolve, reject });
      this.#send(numbered);
    });
  }

  #send(message: ToCompiler): void {
    this.start().postMessage(message);
  }

  #start(): Worker {
    const worker = new Worker(this.program, {
      workerData: { rootDir: this.rootDir },
      stdout: true,
      stderr: true,
      resourceLimits: { maxYoungGenerationSizeMb: YOUNG },
    });
    let reason = 'it ended';
    worker.on('message', (answer: FromCompiler) => {
      this.#take(answer);
    });
    worker.on('error', (error) => {
      reason = error.message;
      log(`the compiler failed: ${error.stack ?? String(error)}`);
    });
    worker.on('exit', () => {
      this.#worker = undefined;
      // What was asked last may be what ended it, so nothing is asked again.
      const failure = new CompilerFailure(`the compiler stopped and starts anew with the next cell (${reason})`);
      for (const { reject } of this.#pending.values()) reject(failure);
      this.#pending.clear();
    });
    return worker;
  }

  #take(answer: FromCompiler): void {
    if (answer.type === 'ready') {
      this.#hearProblems(answer.problems);
      this.#setReady();
      return;
    }
    const pending = this.#pending.get(answer.request);
    this.#pending.delete(answer.request);
    if (answer.type === 'failed') pending?.reject(new CompilerFailure(answer.message));
    else pending?.resolve(answer);
  }

  /** Another compiler, after the first one has ended, finds the same. */
  #hearProblems(problems: readonly string[]): void {
    if (this.#isReady) return;
    this.#isReady = true;
    this.#problems = problems;
    for (const problem of problems) log(problem);
  }

  #restart(): Worker {
    const worker = this.#start();
    for (const { source, filename, declared } of this.#kept) {
      const request = ++this.#last;
      worker.postMessage({ type: 'convert', request, source, filename } satisfies ToCompiler);
      worker.postMessage({ type: 'keep', converted: request, declared } satisfies ToCompiler);
    }
    return worker;
  }
}
