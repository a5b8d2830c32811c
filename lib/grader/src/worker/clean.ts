/* eslint-disable @typescript-eslint/unbound-method -- methods are taken off their prototypes on purpose, to be bound anew */
/**
 * What the worker itself uses, taken before any student's code has run: a cell that patches these names breaks its own
 * answers, not the worker. Nothing depends on it but good order: what the worker sends is the student's in any case.
 */
import { readSync, writeSync } from 'node:fs';
import { isProxy } from 'node:util/types';

const { call } = Function.prototype;

/** A method as a function of its object, whatever the method's name stands for later. */
export function uncurry<S, A extends unknown[], R>(method: (this: S, ...args: A) => R): (self: S, ...args: A) => R {
  return call.bind(method) as (self: S, ...args: A) => R;
}

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
  allocate: Buffer.alloc.bind(Buffer),
  fromBase64: (text: string): Buffer => fromText(text, 'base64'),
  fromUtf8: (text: string): Buffer => fromText(text, 'utf8'),
  toText: uncurry((Buffer.prototype as Buffer).toString),
  slice: uncurry(String.prototype.slice),
  wait: Atomics.wait,
  setImmediate,
} as const;

const fromText: (text: string, encoding: BufferEncoding) => Buffer = Buffer.from.bind(Buffer);
const fromBytes: (bytes: ArrayBufferLike) => Buffer = Buffer.from.bind(Buffer);

/** Bytes as base64. */
export function toBase64(bytes: ArrayBufferLike): string {
  return clean.toText(fromBytes(bytes), 'base64');
}
