import { field } from '../../lib/grader/src/read/json';
import { BadFrame, frame, FrameReader, replyTo } from '../../lib/grader/src/sandbox/frames';
import { BadReply, readError, readNames, readOutcomes } from '../../lib/grader/src/sandbox/reply';
import { tokenBytes, tokenCount } from '../../lib/grader/src/sandbox/requests';
import { Tokens } from '../../lib/grader/src/sandbox/tokens';

const base64 = (...numbers: number[]): string => Buffer.from(Float32Array.from(numbers).buffer).toString('base64');
const tensor = (fields: object = {}): object => ({
  got: 'tensor',
  shape: [2],
  data: base64(1, 2),
  leaked: 0,
  ...fields,
});

describe('frames', () => {
  test('are put together from any pieces', () => {
    const bytes = Buffer.concat([frame({ a: 1 }), frame(['é', null])]);
    for (const size of [1, 3, 7, bytes.length]) {
      const reader = new FrameReader(100);
      const messages: Buffer[] = [];
      for (let i = 0; i < bytes.length; i += size) messages.push(...reader.push(bytes.subarray(i, i + size)));
      expect(messages.map(String)).toEqual(['{"a":1}', '["é",null]']);
    }
  });

  test('that are too long are refused before they are read', () => {
    const head = Buffer.alloc(4);
    head.writeUInt32BE(101);
    expect(() => new FrameReader(100).push(head)).toThrow(BadFrame);
  });

  const call = '0123456789abcdef'.repeat(2);

  test('that reply to a call bear its number', () => {
    expect(replyTo(call, Buffer.from(`${call}{"a":1}`))).toEqual({ a: 1 });
  });

  test.each(['', call.slice(1), `1${call.slice(1)}{"a":1}`, '{"a":1}', `${'['.repeat(40)}{`])(
    'that bear another are nothing, and are not parsed: %s',
    (body) => {
      expect(replyTo(call, Buffer.from(body))).toBeUndefined();
    },
  );

  test('that are no JSON are refused', () => {
    expect(() => replyTo(call, Buffer.from(`${call}{`))).toThrow(BadFrame);
  });
});

describe('tokens', () => {
  const tokenAt = (tokens: Tokens, place: number): string =>
    tokens.bytes.toString('hex', tokenBytes * place, tokenBytes * (place + 1));

  test('each is good for one question, in their order', () => {
    const tokens = new Tokens();
    expect(tokens.isNext(tokenAt(tokens, 0))).toBe(true);
    expect(tokens.isNext(tokenAt(tokens, 0))).toBe(false);
    expect(tokens.isNext(tokenAt(tokens, 3))).toBe(false);
    expect(tokens.isNext(tokenAt(tokens, 3))).toBe(true);
    expect(tokens.isNext(undefined)).toBe(false);
    expect(tokens.isNext('0'.repeat(2 * tokenBytes))).toBe(false);
  });

  test('after the last there is none', () => {
    const tokens = new Tokens();
    for (let i = 0; i < tokenCount; i++) tokens.isNext('');
    expect(['', undefined].map((token) => tokens.isNext(token))).toEqual([false, false]);
  });
});

describe('replies', () => {
  test('a tensor is read with its numbers, NaN and infinities too', () => {
    const data = base64(1.5, NaN, -Infinity, 0);
    expect(readOutcomes({ outcomes: [tensor({ shape: [2, 2], data, leaked: 3 })] }, 1)).toEqual([
      { got: 'tensor', shape: [2, 2], data: [1.5, NaN, -Infinity, 0], leaked: 3 },
    ]);
  });

  test.each([
    ['no list', { outcomes: {} }],
    ['too few', { outcomes: [] }],
    ['too many', { outcomes: [tensor(), tensor()] }],
    ['no outcome', { outcomes: [null] }],
    ['another kind', { outcomes: [{ got: 'marks', points: 100 }] }],
    ['a shape that is no list', { outcomes: [tensor({ shape: 'x' })] }],
    ['a negative size', { outcomes: [tensor({ shape: [-2] })] }],
    ['a size that is no integer', { outcomes: [tensor({ shape: [1.5] })] }],
    ['a size that is text', { outcomes: [tensor({ shape: ['2'] })] }],
    ['too many axes', { outcomes: [tensor({ shape: Array(17).fill(1) })] }],
    ['a shape that is too large', { outcomes: [tensor({ shape: [1e9, 1e9] })] }],
    [
      'more numbers than are read',
      { outcomes: [tensor({ shape: [65_537], data: base64(...Array<number>(65_537).fill(0)) })] },
    ],
    ['fewer numbers than the shape says', { outcomes: [tensor({ shape: [3] })] }],
    ['numbers that are no text', { outcomes: [tensor({ data: [1, 2] })] }],
    ['a count that is no number', { outcomes: [tensor({ leaked: '0' })] }],
    ['a count that is not finite', { outcomes: [tensor({ leaked: 1e400 })] }],
  ])('%s is refused', (_name, reply) => {
    expect(() => readOutcomes(reply, 1)).toThrow(BadReply);
  });

  test('prototypes are not taken for fields, and stay clean', () => {
    const reply = JSON.parse('{"outcomes": [{"__proto__": {"got": "other", "what": "x"}}]}') as Record<string, unknown>;
    expect(() => readOutcomes(reply, 1)).toThrow(BadReply);
    readError(JSON.parse('{"error": {"__proto__": {"polluted": true}}}') as Record<string, unknown>);
    expect('polluted' in {}).toBe(false);
    expect(field({}, 'constructor')).toBeUndefined();
  });

  test('texts are cut', () => {
    const error = readError({ error: { name: 'x'.repeat(9999), message: 5 } });
    expect(error).toEqual({ name: 'x'.repeat(2000), message: '' });
  });

  test('only names that were asked for are found', () => {
    expect(readNames({ found: ['mse', 'constructor', 7] }, ['mse', 'mseGrad'])).toEqual(['mse']);
    expect(() => readNames({ found: 'mse' }, ['mse'])).toThrow(BadReply);
  });
});
