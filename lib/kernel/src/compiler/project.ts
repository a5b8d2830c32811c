import path from 'node:path';
import ts from 'typescript';

/** What the project in whose folder a notebook lies wants of the compiler. */
export interface Project {
  readonly options: ts.CompilerOptions;
  /** Names that JSX refers to without saying so. */
  readonly jsxNames: readonly string[];
  /** Whether type errors keep a cell from running. */
  readonly typeErrors: 'error' | 'warning';
  /** What of its settings could not be understood, each in a line for the reader. */
  readonly problems: readonly string[];
}

/** What is taken from tsconfig.json as it stands there. */
const TAKEN = [
  'strict',
  'noImplicitAny',
  'noImplicitThis',
  'strictBindCallApply',
  'strictBuiltinIteratorReturn',
  'strictFunctionTypes',
  'strictNullChecks',
  'strictPropertyInitialization',
  'useUnknownInCatchVariables',
  'experimentalDecorators',
  'emitDecoratorMetadata',
  'useDefineForClassFields',
  'baseUrl',
  'paths',
  // TypeScript's own, by which `paths` without `baseUrl` are found.
  'pathsBasePath',
  'customConditions',
  'jsx',
  'jsxFactory',
  'jsxFragmentFactory',
  'jsxImportSource',
] as const;

/** Every Node.js that runs the kernel knows the syntax of ES2024; what is newer, such as `using`, is compiled. */
const NEWEST_TARGET = ts.ScriptTarget.ES2024;

/** The newest library of which Node.js has everything. */
const NODE_LIBRARY = Number.parseInt(process.versions.node) < 22 ? ts.ScriptTarget.ES2023 : ts.ScriptTarget.ES2024;

function within(target: ts.ScriptTarget): ts.ScriptTarget {
  if (target < ts.ScriptTarget.ES2018) return ts.ScriptTarget.ES2018;
  return target > NEWEST_TARGET ? NEWEST_TARGET : target;
}

/** That a tsconfig.json names no files: a notebook needs none. */
const NO_FILES = [18002, 18003];

/** Reads the nearest tsconfig.json from the notebook's folder up; without one the defaults are those of a first course. */
export function readProject(rootDir: string): Project {
  const { options, settings, problems } = readConfig(rootDir);
  const errors = typeErrors(settings);
  const target = within(options.target ?? NEWEST_TARGET);
  const taken = Object.fromEntries(TAKEN.flatMap((name) => (name in options ? [[name, options[name]]] : [])));
  return {
    typeErrors: errors.choice,
    problems: [...problems, ...errors.problems],
    jsxNames:
      options.jsx === undefined
        ? []
        : [options.jsxFactory ?? 'React', options.jsxFragmentFactory ?? 'React'].map(firstName),
    options: {
      ...taken,
      target,
      lib: options.lib ?? [libraryOf(options.target ?? NODE_LIBRARY)],
      // Node.js is where notebooks run, whatever else the project names.
      types: [...new Set(['node', ...(options.types ?? [])])],
      typeRoots: typeRoots(rootDir),
      module: ts.ModuleKind.CommonJS,
      moduleResolution: ts.ModuleResolutionKind.Bundler,
      moduleDetection: ts.ModuleDetectionKind.Force,
      customConditions: ['node', ...(options.customConditions ?? [])],
      esModuleInterop: true,
      resolveJsonModule: true,
      allowJs: true,
      checkJs: false,
      maxNodeModuleJsDepth: 0,
      allowImportingTsExtensions: true,
      preserveConstEnums: true,
      skipLibCheck: true,
      declaration: true,
      sourceMap: true,
      newLine: ts.NewLineKind.LineFeed,
    },
  };
}

function firstName(factory: string): string {
  return factory.replace(/\..*/, '');
}

/** The library that a target has, as for TypeScript itself, but for the DOM. */
function libraryOf(target: ts.ScriptTarget): string {
  if (target === ts.ScriptTarget.ESNext) return 'lib.esnext.d.ts';
  return `lib.${ts.ScriptTarget[Math.max(target, ts.ScriptTarget.ES5)]?.toLowerCase()}.d.ts`;
}

interface Config {
  readonly options: ts.CompilerOptions;
  /** What stands there under `lossbook`. */
  readonly settings: unknown;
  readonly problems: readonly string[];
}

function readConfig(rootDir: string): Config {
  const file = ts.findConfigFile(rootDir, (name) => ts.sys.fileExists(name));
  if (file === undefined) return { options: {}, settings: undefined, problems: [] };
  const source = ts.readJsonConfigFile(file, (name) => ts.sys.readFile(name));
  // The project's files are no concern of a notebook, and finding them may take long.
  const host = { ...ts.sys, readDirectory: () => [] };
  const parsed = ts.parseJsonSourceFileConfigFileContent(source, host, path.dirname(file), {}, file);
  const syntax = (source as { parseDiagnostics?: readonly ts.Diagnostic[] }).parseDiagnostics ?? [];
  // What follows a fault of syntax is mostly its consequence.
  const problems = syntax.length > 0 ? syntax.slice(0, 1) : parsed.errors;
  return {
    options: parsed.options,
    settings: (parsed.raw as { lossbook?: unknown } | undefined)?.lossbook,
    problems: problems
      .filter(({ code }) => !NO_FILES.includes(code))
      .map((problem) => `${placeOf(problem, file)}: ${textOf(problem)}`),
  };
}

/** The file, and in it the line and column if they are known. */
function placeOf({ file, start }: ts.Diagnostic, config: string): string {
  const name = path.normalize(file?.fileName ?? config);
  if (!file || start === undefined) return name;
  const { line, character } = file.getLineAndCharacterOfPosition(start);
  return `${name}:${line + 1}:${character + 1}`;
}

function textOf({ messageText }: ts.Diagnostic): string {
  return ts.flattenDiagnosticMessageText(messageText, ' ');
}

/** `{"lossbook": {"kernel": {"typeErrors": "warning"}}}` in tsconfig.json, or the environment variable, which wins. */
function typeErrors(settings: unknown): { choice: Project['typeErrors']; problems: string[] } {
  const kernel = (settings as { kernel?: { typeErrors?: unknown } } | null | undefined)?.kernel;
  const given = [
    ['LOSSBOOK_TYPE_ERRORS', process.env.LOSSBOOK_TYPE_ERRORS],
    ['lossbook.kernel.typeErrors in tsconfig.json', kernel?.typeErrors],
  ] as const;
  const set = given.filter(([, value]) => value !== undefined && value !== '');
  const [first] = set.flatMap(([, value]) => (isChoice(value) ? [value] : []));
  const wrong = set.filter(([, value]) => !isChoice(value));
  return {
    choice: first ?? 'error',
    problems: wrong.map(([name, value]) => {
      return `${name} is ${JSON.stringify(value)}, neither "error" nor "warning": taken as if it were not set`;
    }),
  };
}

function isChoice(value: unknown): value is Project['typeErrors'] {
  return value === 'error' || value === 'warning';
}

/** The folders of types, ending in the kernel's own: a notebook anywhere knows Node.js. */
function typeRoots(rootDir: string): string[] {
  const own = path.resolve(require.resolve('@types/node/package.json'), '../..');
  return [...(ts.getEffectiveTypeRoots({}, { getCurrentDirectory: () => rootDir }) ?? []), own];
}
