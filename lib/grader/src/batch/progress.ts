/** Tells how far a run is. */
export interface Progress {
  /** One more is done; `line` says what came of it. */
  step(line: string): void;
  end(): void;
}

/** A bar with the time left on a terminal, and plain lines elsewhere. */
export function openProgress(total: number, stream: NodeJS.WriteStream): Progress {
  if (!stream.isTTY) {
    return { step: (line) => stream.write(`${line}\n`), end: () => undefined };
  }
  const since = Date.now();
  let done = 0;
  const draw = (): void => {
    const width = 30;
    const filled = Math.round((width * done) / total);
    const left = done === 0 ? '' : `  ${clock(((Date.now() - since) / done) * (total - done))}`;
    stream.write(`\r\x1b[K[${'█'.repeat(filled)}${'░'.repeat(width - filled)}] ${done}/${total}${left}`);
  };
  draw();
  return {
    step: (line) => {
      done++;
      stream.write(`\r\x1b[K${line}\n`);
      draw();
    },
    end: () => stream.write('\r\x1b[K'),
  };
}

function clock(milliseconds: number): string {
  const seconds = Math.round(milliseconds / 1000);
  return `${Math.floor(seconds / 60)}:${String(seconds % 60).padStart(2, '0')}`;
}

/** A name from a submission as a terminal can show it without being told anything by it. */
export function printable(text: string): string {
  return text.replace(/\p{C}/gu, '\uFFFD');
}
