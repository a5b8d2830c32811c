import { stripVTControlCharacters } from 'node:util';
import { runAll, testTypeScript, useKernel } from '../harness';
import { contents } from '../outputs';

const kernel = useKernel();

/** All that the kernel says of a cell that it refuses. */
async function refusal(code: string): Promise<string> {
  const { reply, outputs } = await kernel().execute(code);
  expect(reply.status).toBe('error');
  return stripVTControlCharacters(JSON.stringify([reply, contents(outputs, 'error')]));
}

describe('classes of the same name, from different cells', () => {
  beforeEach(async () => {
    await runAll(kernel(), 'class Point { x = 1 } const point = new Point();', 'class Point { y = 2 }');
  });

  testTypeScript('are told apart by their cells', async () => {
    const told = await refusal('const wrong: Point = point;');
    expect(told).toMatch(
      /Property 'y' is missing in type 'Point \(cell \d+\)' but required in type 'Point \(cell \d+\)'/,
    );
    expect(told).not.toContain('~cell');
  });

  testTypeScript('one of the cell itself too', async () => {
    const told = await refusal('class Point { z = 3 } const wrong: Point = point;');
    expect(told).toMatch(/missing in type 'Point \(cell \d+\)' but required in type 'Point \(this cell\)'/);
    expect(told).not.toContain('~cell');
  });

  testTypeScript('completion and documentation call them by their name', async () => {
    const { reply } = await kernel().request('complete_request', { code: 'poin', cursor_pos: 4 });
    const { reply: inspected } = await kernel().request('inspect_request', { code: 'point', cursor_pos: 3 });
    expect(JSON.stringify([reply, inspected])).not.toContain('~cell');
    expect(JSON.stringify(inspected)).toContain('const point: Point');
  });
});
