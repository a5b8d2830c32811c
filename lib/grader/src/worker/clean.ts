/**
 * What the worker itself uses, taken before any student's code has run: a cell that patches these names breaks its own
 * answers, not the worker. Nothing depends on it but good order: what the worker sends is the student's in any case.
 */
import { isProxy } from 'node:util/types';
import { readSync, writeSync } from 'node:fs';

const call = Function.prototype.call;

/** A method as a function of its object, whatever the method's name stands for later. */
function uncurry<A extends unknown[], R>(method: (...args: A) => R): (self: unknown, ...args: A) => R {
  return call.bind(method) as (self: unknown, ...args: A) => R;
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
  Number,
  Float32Array,
  Buffer,
  allocate: Buffer.alloc,
  fromText: Buffer.from,
  wait: Atomics.wait,
  setImmediate,
  subarray: uncurry(Buffer.prototype.subarray),
  toText: uncurry(Buffer.prototype.toString) as (self: Buffer, encoding: 'utf8' | 'base64') => string,
  slice: uncurry(String.prototype.slice),
} as const;
