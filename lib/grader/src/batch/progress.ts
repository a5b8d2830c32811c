import { stepped, timeLeft, type Pace } from './pace';

/** Tells how far a run is. */
export interface Progress {
  /** Says what is being done until the first is done. */
  note(text: string): void;
  /** One more is done; `line` says what came of it. */
  step(line: string): void;
  end(): void;
}

/** A bar with the time left on a terminal, and plain lines elsewhere. */
export function openProgress(total: number, stream: NodeJS.WriteStream): Progress {
  if (!stream.isTTY) {
    const write = (line: string): void => {
      stream.write(`${line}\n`);
    };
    return { note: write, step: write, end: () => undefined };
  }
  let pace: Pace = { done: 0, recent: [performance.now()] };
  let doing = '';
  const draw = (): void => {
    const { done } = pace;
    const width = 30;
    const filled = total === 0 ? width : Math.round((width * done) / total);
    const left = timeLeft(pace, total, performance.now());
    const time = left === undefined ? `  ${doing}` : `  ${clock(left)}`;
    stream.write(`\r\x1b[K[${'█'.repeat(filled)}${'░'.repeat(width - filled)}] ${done}/${total}${time}`);
  };
  draw();
  const timer = setInterval(draw, 1000);
  return {
    note: (text) => {
      doing = text;
      draw();
    },
    step: (line) => {
      pace = stepped(pace, performance.now());
      stream.write(`\r\x1b[K${line}\n`);
      draw();
    },
    end: () => {
      clearInterval(timer);
      stream.write('\r\x1b[K');
    },
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
