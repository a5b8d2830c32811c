import { StringDecoder } from 'node:string_decoder';

type Done = (error?: Error | null) => void;

/** Hands everything that this thread writes to stdout and stderr, `console` too, to `write`. */
export function captureStreams(write: (name: 'stdout' | 'stderr', text: string) => void): void {
  for (const name of ['stdout', 'stderr'] as const) {
    const stream = process[name];
    const decoder = new StringDecoder();
    stream.write = (chunk: string | Uint8Array, encodingOrDone?: BufferEncoding | Done, done?: Done) => {
      const encoding = typeof encodingOrDone === 'string' ? encodingOrDone : 'utf8';
      const text = toText(chunk, encoding, decoder);
      if (text !== '') write(name, text);
      const notify = typeof encodingOrDone === 'function' ? encodingOrDone : done;
      if (notify) process.nextTick(notify);
      return true;
    };
    // Started from a terminal, it would take the notebook for one and write colours and cursor movements.
    Object.defineProperty(stream, 'isTTY', { value: false, configurable: true });
  }
}

function toText(chunk: string | Uint8Array, encoding: BufferEncoding, decoder: StringDecoder): string {
  if (typeof chunk !== 'string') return decoder.write(Buffer.from(chunk.buffer, chunk.byteOffset, chunk.byteLength));
  return /^utf-?8$/i.test(encoding) ? chunk : decoder.write(Buffer.from(chunk, encoding));
}
