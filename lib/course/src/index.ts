export { main } from './main';
export { lessons, notebookFile, folders } from './course/lessons';
export type { Folder, Lesson } from './course/lessons';
export { readPair, sides } from './course/pair';
export type { Pair, Side } from './course/pair';
export { chromiumArguments, findChromium } from './run/chromium';
export { venvProgram } from './run/venv';
export { inStep } from './rules/inStep';
