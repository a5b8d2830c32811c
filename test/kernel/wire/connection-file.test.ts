import { addressOf, parseConnection, readConnectionFile } from '../../../lib/kernel/src/wire/connection-file';

const right = {
  ip: '127.0.0.1',
  transport: 'tcp',
  key: 'k',
  signature_scheme: 'hmac-sha256',
  shell_port: 1,
  control_port: 2,
  iopub_port: 3,
  stdin_port: 4,
  hb_port: 65_535,
};

const parse = (change: object): ReturnType<typeof parseConnection> => {
  return parseConnection(JSON.stringify({ ...right, ...change }));
};

test('the fields are read', () => {
  expect(parse({})).toEqual({
    transport: 'tcp',
    ip: '127.0.0.1',
    ports: { shell: 1, control: 2, iopub: 3, stdin: 4, hb: 65_535 },
    key: 'k',
    hash: 'sha256',
  });
});

test('what may be missing has a default', () => {
  const { transport, ip, key, hash } = parse({
    ip: undefined,
    transport: undefined,
    key: undefined,
    signature_scheme: undefined,
  });
  expect({ transport, ip, key, hash }).toEqual({ transport: 'tcp', ip: '127.0.0.1', key: '', hash: 'sha256' });
});

test.each([
  [{ transport: 'ipc', ip: '/tmp/kernel' }, 'ipc:///tmp/kernel-1'],
  [{}, 'tcp://127.0.0.1:1'],
])('%p has the address %s', (change, address) => {
  expect(addressOf(parse(change), 'shell')).toBe(address);
});

test.each([
  [{ shell_port: undefined }, 'shell_port is undefined, not a number from 1 to 65535'],
  [{ hb_port: 65_536 }, 'hb_port is 65536'],
  [{ iopub_port: '3' }, 'iopub_port is "3"'],
  [{ stdin_port: 1.5 }, 'stdin_port is 1.5'],
  [{ ip: 5 }, 'ip is 5, not a string'],
  [{ transport: 'udp' }, 'transport is "udp", neither tcp nor ipc'],
  [{ signature_scheme: 'hmac-nothing' }, 'signature_scheme "hmac-nothing" is not known'],
  [{ signature_scheme: 'sha256' }, 'signature_scheme "sha256" is not known'],
])('%p is refused', (change, message) => {
  expect(() => parse(change)).toThrow(message);
});

test.each(['', 'null', '[]', '"text"', '{'])('%p is refused', (json) => {
  expect(() => parseConnection(json)).toThrow();
});

test('a file that is not there is named', () => {
  expect(() => readConnectionFile('/nowhere.json')).toThrow(/^connection file \/nowhere\.json: .*ENOENT/);
});
