/**
 * A process that converts cells, apart from the grader since types can be made to loop or to fill the memory.
 * Its argument is the folder that the cells are taken to lie in. It never runs what it converts.
 */
import { openConverter, type Converted } from 'lossbook-kernel';
import type { ConvertReply, ConvertRequest, Unconverted } from './messages';
import { withoutRoot } from './reading';

const folder = process.argv[2];
if (folder === undefined || process.send === undefined) throw new Error('usage: fork(helper.js, [folder])');

// A grader that was killed reads no more: that is no error, and ends this process too.
const send = (reply: ConvertReply): void => {
  process.send?.(reply, undefined, undefined, () => undefined);
};
const converter = openConverter(folder);
// The first cell that names TensorFlow.js pays for reading its types; no student's does.
converter.convert('', "import * as tf from '@tensorflow/tfjs';");

process.on('message', ({ call, cells }: ConvertRequest) => {
  try {
    for (const [place, converted] of convert(cells)) {
      send(converted === undefined ? { call, place, alone: true } : { call, place, converted: told(converted) });
    }
  } catch (error) {
    send({ call, failed: error instanceof Error ? error.message : String(error) });
  }
});

function told(converted: Converted): Converted {
  const { diagnostics } = converted;
  return { ...converted, diagnostics: diagnostics.map((one) => ({ ...one, message: withoutRoot(one.message) })) };
}

function convert(cells: readonly Unconverted[]): Iterable<readonly [number, Converted | undefined]> {
  const [first, ...others] = cells;
  if (first === undefined || others.length > 0) return converter.convertAll(cells);
  return [[0, converter.convert(first.previous, first.source)]];
}

// Ctrl-C is told to all processes of the terminal: this one ends when the grader does.
process.on('SIGINT', () => undefined);
process.on('disconnect', () => process.exit(0));
send({ ready: true });
