import { StringDecoder } from 'node:string_decoder';
import type { StreamName } from './output';

type Done = (error?: Error | null) => void;

/** Hands everything that is written to stdout and stderr to `write`. */
export function redirectStreams(write: (name: StreamName, text: string) => void): void {
  for (const name of ['stdout', 'stderr'] as const) {
    const decoder = new StringDecoder();
    process[name].write = (chunk: string | Uint8Array, encodingOrDone?: BufferEncoding | Done, done?: Done) => {
      const encoding = typeof encodingOrDone === 'string' ? encodingOrDone : 'utf8';
      const bytes = typeof chunk === 'string' ? Buffer.from(chunk, encoding) : Buffer.from(chunk);
      const text = decoder.write(bytes);
      if (text !== '') write(name, text);
      const notify = typeof encodingOrDone === 'function' ? encodingOrDone : done;
      if (notify) process.nextTick(notify);
      return true;
    };
  }
}
