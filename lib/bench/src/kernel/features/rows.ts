/** A row of the feature table: what a reader would ask for, and the test that answers it. */
export interface Row {
  readonly feature: string;
  /** Below test/kernel. */
  readonly file: string;
  /** The test's full name. */
  readonly test: string;
}

const row =
  (file: string) =>
  (feature: string, test: string): Row => ({ feature, file, test });
const execute = row('protocol/execute.test.ts');
const results = row('protocol/results.test.ts');
const errors = row('protocol/errors.test.ts');
const display = row('protocol/display.test.ts');
const stdin = row('protocol/stdin.test.ts');
const comms = row('protocol/comms.test.ts');
const history = row('protocol/history.test.ts');
const completion = row('protocol/completion.test.ts');
const output = row('loss/output.test.ts');
const strays = row('loss/strays.test.ts');
const attribution = row('loss/attribution.test.ts');
const soak = row('loss/soak.test.ts');
const interrupt = row('interrupt/interrupt.test.ts');
const training = row('interrupt/training.test.ts');
const language = row('typescript/language.test.ts');
const modules = row('typescript/modules.test.ts');
const typeErrors = row('typescript/type-errors.test.ts');
const start = row('robust/start.test.ts');
const messages = row('robust/messages.test.ts');

const told = (what: string): string => `told in the cell that caused it, and the kernel lives ${what}`;
const stopped = (what: string): string => `an interrupt stops ${what}, and the variables stay`;
const people = (what: string): string => `TypeScript as people write it ${what}`;

/** The feature table of docs/kernel.md, by section. */
export const SECTIONS: Readonly<Record<string, readonly Row[]>> = {
  Protocol: [
    execute('Values are results, in order', 'a cell gives busy, execute_input, its outputs and idle, in this order'),
    errors('Errors have name, message, traceback', 'a throw is an error message with name, message and traceback'),
    errors('Tracebacks show the cell', `the traceback shows the reader's own lines, and none of the kernel's`),
    execute('silent', 'a silent cell shows no input and no result, and is not counted'),
    execute('store_history', 'with store_history false a cell is not counted'),
    execute('user_expressions', 'user_expressions come with the reply, a wrong one as an error of its own'),
    execute('stop_on_error', 'cells that wait behind a failing one are aborted'),
    results('MIME bundles of one’s own', `Symbol.for('Jupyter.display') makes a bundle, also asynchronously`),
    results('Arrays of objects as a table', 'an array of objects is a table, with plain text beside it'),
    results('Tensors with shape, dtype, values', 'a tensor shows its shape, dtype and values'),
    results('plotly figures as figures', 'a plotly figure is shown as one'),
    display('update_display_data', 'update_display_data replaces what is shown under its display_id'),
    display('clear_output', 'clear_output, at once and with the next output'),
    display('Pager', 'the pager shows a page with the reply'),
    stdin('Questions to the reader', 'a cell asks, and gets what the reader types'),
    comms('Comms from a cell', 'a cell opens a comm, with data, metadata and buffers'),
    comms('Comms both ways', 'a message to the comm is heard and answered under it, buffers included'),
    history('History', 'search finds by pattern, each text once if so wanted'),
    completion('Completion with types', 'completion has the types of what it offers'),
    completion('Completion of packages', 'completion of an imported package'),
    completion('Completion while a cell computes', 'completion while a cell computes'),
    completion('Documentation on Shift-Tab', 'inspect of a function of the reader has the comment above it'),
    completion('Documentation of packages', 'inspect of a loss of lossbook has its docstring'),
    completion('is_complete', 'is_complete invalid'),
    row('protocol/shutdown.test.ts')(
      'Ends though a cell computes',
      'shutdown ends a kernel whose cell computes for ever',
    ),
  ],
  'Nothing lost, nothing killed': [
    output('100,000 lines of a cell', '100,000 lines from one cell all arrive, in order, before idle'),
    output(
      '2,000 quick cells',
      '2,000 quick cells sent at once are all answered, in order, each between its busy and idle',
    ),
    output('50 MB in one output', '50 MB in one output arrive whole, before idle'),
    output('50 MB of text', '50 MB written at once to stdout arrive whole, before idle'),
    strays('Floating rejection', told('a floating rejection')),
    strays('Throw in a timer', told('a throw in a timer')),
    strays('process.exit()', told('process.exit(0)')),
    strays(
      'Rejections with TensorFlow.js on WASM',
      'with TensorFlow.js on WASM, whose own listeners throw again a floating rejection',
    ),
    attribution('Late output goes to its cell', `what an earlier cell's work prints later goes to that cell a timer`),
    soak('1,000 declaration cells', 'soak 1,000 declaration cells: the last are as quick as the first'),
  ],
  Interrupts: [
    interrupt('while(true){}', stopped('while(true){}')),
    interrupt('await 1; while(true){}', stopped('await 1; while(true){}')),
    interrupt('A busy timer', stopped('a busy timer')),
    interrupt('A promise that never comes', stopped('a promise that never comes')),
    interrupt('A cell that prints for ever', stopped('a cell that prints for ever')),
    interrupt('Training on WASM', 'an interrupt stops a training loop between steps model.fit on WASM'),
    training(
      'The same model trains on',
      'training goes on after an interrupt model.fit of the same model on wasm, five times',
    ),
    training('finally runs', 'an interrupted cell that awaits step by step runs its finally, and names the place'),
    interrupt('Twenty in a row', 'twenty interrupts in a row, each of its own cell'),
  ],
  'TypeScript as people write it': [
    language('const {a, b} = f()', people('const {a, b} = f()')),
    language('Shorthand {x} across cells', people('shorthand {x} of an earlier cell')),
    language('await (expr)', people('await (expr)')),
    language('Declaring const again', people('const declared again, with another type')),
    language('Declaring a class again', people('class declared again')),
    language('Declaring an enum again', people('enum declared again')),
    language('Decorators', people('decorators')),
    language('import type', people('import type')),
    language('Generics', people('generics')),
    language('satisfies', people('satisfies')),
    language('using', people('using')),
    modules('ESM-only packages', 'imports a package that is an ECMAScript module only'),
    modules('Types found only through exports', 'imports types that are found only through exports'),
    modules('.ts files of the workspace', 'imports a .ts file of the workspace'),
    typeErrors(
      'Type errors stop the cell',
      'type errors a type error is an error message with the source line and a caret, and the cell does not run',
    ),
    typeErrors(
      'Type errors as warnings, by a setting',
      'type errors as warnings, by a setting the cell runs, and stderr tells what is wrong',
    ),
    typeErrors('tsconfig: strict', `settings of the project's tsconfig strict`),
    typeErrors('tsconfig: paths', `settings of the project's tsconfig paths`),
  ],
  Robust: [
    start(
      'Connection file missing',
      'a connection file that will not do ends the kernel with one line that says why missing',
    ),
    start('Port taken', 'a shell_port that is taken ends the kernel with one line that names it'),
    messages('Wrong HMAC: ignored, logged once', 'a message whose HMAC does not match is ignored, and logged once'),
    messages(
      'Malformed messages',
      'a malformed message is answered or logged, and the kernel goes on on shell: parts that are no JSON',
    ),
    messages('A message of 200 MB', 'a message of 200 MB is answered, and the kernel goes on'),
  ],
};
