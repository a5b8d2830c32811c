#!/usr/bin/env node
import { resolve } from 'node:path';
import { main } from './main';

main(process.argv.slice(2), { root: resolve(__dirname, '../../..'), print: console.log, complain: console.error }).then(
  (code) => {
    process.exitCode = code;
  },
  (error: unknown) => {
    console.error(error);
    process.exitCode = 1;
  },
);
