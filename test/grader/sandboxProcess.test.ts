import { defaultLimits, type Limits } from '../../lib/grader/src/sandbox/limits';
import type { Sandbox } from '../../lib/grader/src/sandbox/sandbox';
import { SandboxProcess } from '../../lib/grader/src/sandbox/sandboxProcess';

const replying = `const frame = (text) => { const head = Buffer.alloc(4); head.writeUInt32BE(text.length); return head + text; };`;

/** A process that runs a script instead of the worker, where no sandbox is needed: `out` is the pipe of replies. */
function processOf(script: string, limits: Partial<Limits> = {}): SandboxProcess {
  const text = `const out = (text) => require('fs').writeSync(1, text); ${replying} ${script}; setInterval(() => {}, 1000);`;
  const sandbox: Sandbox = {
    name: 'a script',
    hasThisNode: true,
    runtimeInside: (runtime) => runtime,
    launch: () => ({ argv: [process.execPath, '-e', text], environment: {} }),
  };
  return new SandboxProcess(sandbox, __dirname, { ...defaultLimits, ...limits });
}

/** The process answers each request with its own. */
const echoing = `let first = 4096, all = Buffer.alloc(0);
process.stdin.on('data', (piece) => {
  all = Buffer.concat([all, piece.subarray(Math.min(first, piece.length))]);
  first -= Math.min(first, piece.length);
  for (let length; all.length >= 4 && all.length >= 4 + (length = all.readUInt32BE()); all = all.subarray(4 + length)) {
    const { call, ...rest } = JSON.parse(all.toString('utf8', 4, 4 + length));
    answer(call, rest);
  }
});`;

describe('a process in the sandbox', () => {
  test.each([
    ['output', 'it prints too much', `process.stderr.write('x'.repeat(2000))`, { outputFloodBytes: 1000 }],
    ['protocol', 'nobody asked for its replies', `out(frame('0'.repeat(32) + '{}').repeat(101))`, {}],
    ['protocol', 'a reply is too long', `out(Buffer.from([0, 0, 4, 1]))`, { replyBytes: 1024 }],
    ['protocol', 'a reply is no JSON', `const answer = (call) => out(frame(call + '{')); ${echoing}`, {}],
    ['exit', 'it ends', `process.exit(0)`, {}],
    ['wall', 'it waits', ``, { wallSeconds: 1 }],
  ])('is ended for %s when %s', async (why, _, script, limits) => {
    const one = processOf(script, limits);
    await expect(one.request({ do: 'count' })).rejects.toMatchObject({ why });
    await one.end();
    await expect(one.request({ do: 'count' })).rejects.toMatchObject({ why });
  });

  test('answers what it was asked, among a hundred replies that nobody asked for', async () => {
    const one = processOf(`out(frame('0'.repeat(32) + '{}').repeat(100));
      const answer = (call, rest) => out(frame(call + JSON.stringify(rest))); ${echoing}`);
    expect(await one.request({ do: 'count' })).toEqual({ do: 'count' });
    expect(await one.request({ do: 'take', item: 'a', names: [] })).toEqual({ do: 'take', item: 'a', names: [] });
    await one.end();
  });

  test('has what it prints kept, so much of it and up to the moment when it is taken', async () => {
    const one = processOf(
      `const answer = (call) => process.stderr.write('0123456789', () => setTimeout(() => out(frame(call + '{}')), 200)); ${echoing}`,
      { outputBytes: 15 },
    );
    await one.request({ do: 'count' });
    await one.request({ do: 'count' });
    expect(one.takeOutput()).toBe('012345678901234');
    await one.end();
    const other = processOf(
      `const answer = (call) => process.stderr.write('0123456789', () => setTimeout(() => out(frame(call + '{}')), 200)); ${echoing}`,
    );
    await other.request({ do: 'count' });
    expect(other.takeOutput()).toBe('0123456789');
    await other.request({ do: 'count' });
    expect(other.takeOutput()).toBe('0123456789');
    await other.end();
  });
});
