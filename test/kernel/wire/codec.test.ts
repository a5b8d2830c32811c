import { Codec, WrongSignature } from '../../../lib/kernel/src/wire/codec';
import type { Header } from '../../../lib/kernel/src/wire/message';

const header: Header = { msg_id: '1', msg_type: 'x_request', session: 's', username: 'ç', date: '', version: '5.5' };
const content = { text: 'ação 😀', list: [1, null] };
const buffers = [Buffer.from([0, 255]), Buffer.alloc(0)];

const codecOf = (key: string): Codec => new Codec({ key, hash: 'sha256' });
const framesOf = (codec: Codec, identities: string[] = []): Buffer[] =>
  [...identities, ...codec.encode({ header, content, buffers })].map((frame) => Buffer.from(frame));

test.each(['', 'a key'])('with the key %p what is written is read', (key) => {
  const { identities, ...message } = codecOf(key).decode(framesOf(codecOf(key), ['who', 'route']));
  expect(identities.map(String)).toEqual(['who', 'route']);
  expect(message).toEqual({ header, parent: {}, metadata: {}, content, buffers });
});

test('each of the four parts is signed', () => {
  for (const part of [2, 3, 4, 5]) {
    const frames = framesOf(codecOf('a'));
    frames[part] = Buffer.from(JSON.stringify({ ...header, other: 1 }));
    expect(() => codecOf('a').decode(frames)).toThrow(WrongSignature);
  }
});

test.each([
  ['another key', framesOf(codecOf('b'))],
  ['no signature', framesOf(codecOf(''))],
])('a message with %s is refused', (_, frames) => {
  expect(() => codecOf('a').decode(frames)).toThrow(WrongSignature);
});

test('a signed message is taken once, an unsigned one each time', () => {
  const signed = codecOf('a');
  const frames = framesOf(signed);
  signed.decode(frames);
  expect(() => signed.decode(frames)).toThrow(WrongSignature);
  const open = codecOf('');
  open.decode(framesOf(open));
  open.decode(framesOf(open));
});

test.each([
  ['nothing', []],
  ['no delimiter', ['a', 'b', 'c', 'd', 'e', 'f', 'g']],
  ['too few parts', ['<IDS|MSG>', '', '{}', '{}']],
  ['a part that is no JSON', ['<IDS|MSG>', '', '{', '{}', '{}', '{}']],
  ['a part that is no object', ['<IDS|MSG>', '', JSON.stringify(header), '{}', '{}', '[]']],
  ['a header without a type', ['<IDS|MSG>', '', '{"msg_id":"1"}', '{}', '{}', '{}']],
])('frames with %s are an error', (_, frames) => {
  const decode = (): unknown => codecOf('').decode(frames.map((frame) => Buffer.from(frame)));
  expect(decode).toThrow();
  expect(decode).not.toThrow(WrongSignature);
});
