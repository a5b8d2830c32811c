/**
 * A process that converts cells, apart from the grader since types can be made to loop or to fill the memory.
 * Its argument is the folder that the cells are taken to lie in. It never runs what it converts.
 */
import { openConverter } from 'lossbook-kernel';
import type { ConvertReply, ConvertRequest } from './messages';

const folder = process.argv[2];
if (folder === undefined || process.send === undefined) throw new Error('usage: fork(helper.js, [folder])');

const send = (reply: ConvertReply): void => {
  process.send?.(reply);
};
const converter = openConverter(folder);
// The first cell that names TensorFlow.js pays for reading its types; no student's does.
converter.convert('', "import * as tf from '@tensorflow/tfjs';");

process.on('message', ({ call, previous, source }: ConvertRequest) => {
  try {
    send({ call, converted: converter.convert(previous, source) });
  } catch (error) {
    send({ call, failed: error instanceof Error ? error.message : String(error) });
  }
});
// Ctrl-C is told to all processes of the terminal: this one ends when the grader does.
process.on('SIGINT', () => undefined);
process.on('disconnect', () => process.exit(0));
send({ ready: true });
