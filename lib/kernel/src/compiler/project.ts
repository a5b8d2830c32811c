import path from 'node:path';
import ts from 'typescript';

/** What the project in whose folder a notebook lies wants of the compiler. */
export interface Project {
  readonly options: ts.CompilerOptions;
  /** Names that JSX refers to without saying so. */
  readonly jsxNames: readonly string[];
  /** Whether type errors keep a cell from running. */
  readonly typeErrors: 'error' | 'warning';
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

/** Reads the nearest tsconfig.json from the notebook's folder up; without one the defaults are those of a first course. */
export function readProject(rootDir: string): Project {
  const { options, settings } = readConfig(rootDir);
  const target = within(options.target ?? NEWEST_TARGET);
  const taken = Object.fromEntries(TAKEN.flatMap((name) => (name in options ? [[name, options[name]]] : [])));
  return {
    typeErrors: typeErrors(settings),
    jsxNames:
      options.jsx === undefined
        ? []
        : [options.jsxFactory ?? 'React', options.jsxFragmentFactory ?? 'React'].map(firstName),
    options: {
      ...taken,
      target,
      lib: options.lib ?? [libraryOf(target < NODE_LIBRARY ? target : NODE_LIBRARY)],
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

function libraryOf(target: ts.ScriptTarget): string {
  return `lib.${ts.ScriptTarget[target].toLowerCase()}.d.ts`;
}

function readConfig(rootDir: string): { options: ts.CompilerOptions; settings: unknown } {
  const file = ts.findConfigFile(rootDir, (name) => ts.sys.fileExists(name));
  if (file === undefined) return { options: {}, settings: undefined };
  const { config } = ts.readConfigFile(file, (name) => ts.sys.readFile(name)) as { config?: { lossbook?: unknown } };
  // The project's files are no concern of a notebook, and finding them may take long.
  const host = { ...ts.sys, readDirectory: () => [] };
  const { options } = ts.parseJsonConfigFileContent(config ?? {}, host, path.dirname(file), undefined, file);
  return { options, settings: config?.lossbook };
}

/** `{"lossbook": {"kernel": {"typeErrors": "warning"}}}` in tsconfig.json, or the environment variable, which wins. */
function typeErrors(settings: unknown): Project['typeErrors'] {
  const configured = (settings as { kernel?: { typeErrors?: unknown } } | null | undefined)?.kernel?.typeErrors;
  return (process.env.LOSSBOOK_TYPE_ERRORS ?? configured) === 'warning' ? 'warning' : 'error';
}

/** The folders of types, ending in the kernel's own: a notebook anywhere knows Node.js. */
function typeRoots(rootDir: string): string[] {
  const own = path.resolve(require.resolve('@types/node/package.json'), '../..');
  return [...(ts.getEffectiveTypeRoots({}, { getCurrentDirectory: () => rootDir }) ?? []), own];
}
