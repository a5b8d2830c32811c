#!/usr/bin/env node
import { resolve } from 'node:path';
import { main } from './main';

const terminal = {
  root: resolve(__dirname, '../../..'),
  print: (line: string) => {
    console.log(line);
  },
  complain: (line: string) => {
    console.error(line);
  },
};

main(process.argv.slice(2), terminal).then(
  (code) => {
    process.exitCode = code;
  },
  (error: unknown) => {
    console.error(error);
    process.exitCode = 1;
  },
);
