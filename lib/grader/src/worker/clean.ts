/* eslint-disable @typescript-eslint/unbound-method -- methods are taken off their prototypes on purpose, to be bound anew */
/**
 * What the worker itself uses, taken before any student's code has run: a cell that patches these names breaks its own
 * answers, not the worker. Only the ledger depends on it; all else that the worker sends is the student's in any case.
 */
import { readSync, writeSync } from 'node:fs';
import { TextDecoder } from 'node:util';
import { inspect } from 'node:util';
import { isProxy } from 'node:util/types';

const { call } = Function.prototype;

const OwnSet = Set;
const decoder = new TextDecoder();
const sizeOfSet = Object.getOwnPropertyDescriptor(Set.prototype, 'size')?.get as (this: Set<object>) => number;
const decode = uncurry<TextDecoder, [Uint8Array], string>(TextDecoder.prototype.decode);

/** A method as a function of its object, whatever the method's name stands for later. */
export function uncurry<S, A extends unknown[], R>(method: (this: S, ...args: A) => R): (self: S, ...args: A) => R {
  return call.bind(method) as (self: S, ...args: A) => R;
}

const typedArray = Object.getPrototypeOf(Uint8Array.prototype) as object;
// Node.js reads these of a buffer that it is given: a patched one would hand the worker's requests to student code.
for (const name of ['buffer', 'byteLength', 'byteOffset', 'length', Symbol.toStringTag]) {
  Object.defineProperty(typedArray, name, { configurable: false });
}

const fromBytes: (bytes: ArrayBufferLike) => Buffer = Buffer.from.bind(Buffer);
const fromText: (text: string, encoding: BufferEncoding) => Buffer = Buffer.from.bind(Buffer);

export const clean = {
  isProxy,
  readSync,
  writeSync,
  parse: JSON.parse,
  stringify: JSON.stringify,
  isArray: Array.isArray,
  apply: Reflect.apply,
  String,
  Float32Array,
  Uint8Array,
  /** A list of things, each once. */
  openSet: (): Set<object> => new OwnSet<object>(),
  add: uncurry<Set<object>, [object], unknown>(Set.prototype.add),
  remove: uncurry<Set<object>, [object], boolean>(Set.prototype.delete),
  has: uncurry<Set<object>, [object], boolean>(Set.prototype.has),
  empty: uncurry<Set<object>, [], unknown>(Set.prototype.clear),
  sizeOf: uncurry<Set<object>, [], number>(sizeOfSet),
  decodeUtf8: (bytes: Uint8Array): string => decode(decoder, bytes),
  fromBase64: (text: string): Buffer => fromText(text, 'base64'),
  fromUtf8: (text: string): Buffer => fromText(text, 'utf8'),
  toText: uncurry((Buffer.prototype as Buffer).toString),
  slice: uncurry(String.prototype.slice),
  exec: uncurry(RegExp.prototype.exec),
  inspect,
  setImmediate,
  exit: process.exit.bind(process),
} as const;

/** Bytes as base64. */
export function toBase64(bytes: ArrayBufferLike): string {
  return clean.toText(fromBytes(bytes), 'base64');
}
