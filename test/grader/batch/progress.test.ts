import { Writable } from 'node:stream';
import { openProgress } from '../../../lib/grader/src/batch/progress';

/** What is written to it. */
function stream(isTTY: boolean): { readonly stream: NodeJS.WriteStream; readonly text: () => string } {
  const pieces: string[] = [];
  const writable = new Writable({
    write(piece: Buffer, _, done) {
      pieces.push(piece.toString());
      done();
    },
  });
  return { stream: Object.assign(writable, { isTTY }) as unknown as NodeJS.WriteStream, text: () => pieces.join('') };
}

describe('progress', () => {
  test('on a terminal: a bar, what is being done until the first is done, then the time left', () => {
    const { stream: terminal, text } = stream(true);
    const progress = openProgress(2, terminal);
    progress.note('checking…');
    expect(text()).toMatch(/\[░{30}\] 0\/2 {2}checking…$/);
    progress.step('ana 7/9');
    expect(text()).toMatch(/ana 7\/9\n[^]*\[█{15}░{15}\] 1\/2 {2}\d+:\d\d$/);
    progress.end();
  });

  test('elsewhere: lines', () => {
    const { stream: file, text } = stream(false);
    const progress = openProgress(1, file);
    progress.note('checking…');
    progress.step('ana 7/9');
    progress.end();
    expect(text()).toBe('checking…\nana 7/9\n');
  });
});
