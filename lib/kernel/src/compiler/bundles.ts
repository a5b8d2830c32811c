import { existsSync, readFileSync } from 'node:fs';
import path from 'node:path';

/**
 * Puts the declarations that each cell sees into few files. Those of JavaScript itself and of Node.js are 160 files; TypeScript
 * looks at each of them for each cell, and merges anew what several declare. A script that one of them refers to becomes part of
 * it; modules stay files of their own.
 */
export class Bundles {
  /** The file that each became part of. */
  readonly #place = new Map<string, string>();

  /** Whether a file may take in others, or may have become part of another. */
  includes(file: string): boolean {
    return BUNDLED.test(file);
  }

  /**
   * The text of a file with what it refers to; empty if it became part of another.
   * @param edit changes the text of each file
   */
  textOf(file: string, edit: (text: string) => string): string {
    const references = new Set<string>();
    const texts: string[] = [];
    const taken = new Set<string>();
    const takeIn = (part: string): void => {
      const place = this.#place.get(part) ?? file;
      if (place !== file || taken.has(part)) return;
      this.#place.set(part, file);
      taken.add(part);
      const text = readFileSync(part, 'utf8');
      for (const [line] of text.matchAll(REFERENCE)) {
        const referred = fileOf(line, part);
        if (referred !== undefined && isScript(referred)) takeIn(referred);
        else references.add(absolute(line, referred));
      }
      texts.push(edit(text.replace(REFERENCE, '')));
    };
    takeIn(file);
    // TypeScript reads them at the head of a file only.
    return [...references, ...texts].join('\n');
  }
}

const BUNDLED = /\/node_modules\/(?:typescript\/lib\/lib\.[^/]+|@types\/node\/index)\.d\.ts$/;

const REFERENCE = /^\/\/\/ *<reference .*$/gm;

/** The file that a reference means, as far as it can be told from the text. */
function fileOf(reference: string, file: string): string | undefined {
  const [, kind, name = ''] = /<reference (lib|path) *= *"([^"]+)" *\/>/.exec(reference) ?? [];
  if (kind === 'path') return path.posix.join(path.posix.dirname(file), name);
  const isLibrary = file.includes('/typescript/lib/');
  return kind === 'lib' && isLibrary ? path.posix.join(path.posix.dirname(file), `lib.${name}.d.ts`) : undefined;
}

function absolute(reference: string, file: string | undefined): string {
  return file !== undefined && reference.includes('path') ? `/// <reference path="${file}" />` : reference;
}

function isScript(file: string): boolean {
  return existsSync(file) && !/^(?:import|export)\b/m.test(readFileSync(file, 'utf8'));
}
