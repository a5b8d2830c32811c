import { existsSync, copyFileSync, mkdirSync, mkdtempSync, rmSync, writeFileSync } from 'node:fs';
import { delimiter, join } from 'node:path';
import { findLaunch, ROOT } from '../kernel/launch';
import { LineProcess } from '../lineProcess';
import { exercise, type Generated } from './submissions';

const python = join(ROOT, process.platform === 'win32' ? '.venv/Scripts/python.exe' : '.venv/bin/python');
const packages = join(ROOT, '.venv/test');

/** Why nbgrader cannot be measured here; undefined if it can. */
export function whyNoNbgrader(): string | undefined {
  const isThere = existsSync(python) && existsSync(join(packages, 'nbgrader'));
  return isThere ? undefined : 'nbgrader is not in .venv/test: npm test puts it there';
}

/** nbgrader on this project's kernel, with the project's configuration for it, in one resident process. */
export class Nbgrader {
  // Inside the course, where notebooks find lossbook and the public cases.
  private readonly folder: string;
  private readonly process: LineProcess;

  constructor(submissions: readonly Generated[]) {
    const within = join(ROOT, '.cache/bench');
    mkdirSync(within, { recursive: true });
    this.folder = mkdtempSync(join(within, 'nbgrader-'));
    const source = join(this.folder, 'source', exercise);
    mkdirSync(source, { recursive: true });
    copyFileSync(join(ROOT, 'exercises/pt', `${exercise}.ipynb`), join(source, `${exercise}.ipynb`));
    for (const { student, text } of submissions) {
      const own = join(this.folder, 'submitted', student, exercise);
      mkdirSync(own, { recursive: true });
      writeFileSync(join(own, `${exercise}.ipynb`), text);
    }
    const script = join(ROOT, 'lib/bench/nbgrader_worker.py');
    const config = join(ROOT, 'docs/nbgrader_config.py');
    this.process = new LineProcess(python, [script, this.folder, config, exercise], this.environment());
  }

  /** Seconds and points of one student; no points where nbgrader gave up. */
  async grade(student: string): Promise<{ readonly seconds: number; readonly score: number | null }> {
    return (await this.process.ask({ student })) as { seconds: number; score: number | null };
  }

  close(): void {
    this.process.close();
    rmSync(this.folder, { recursive: true, force: true, maxRetries: 3 });
  }

  /** A home for Jupyter with our kernel and nothing of the user's. */
  private environment(): NodeJS.ProcessEnv {
    const launch = findLaunch('lossbook');
    if ('missing' in launch) throw new Error(launch.missing);
    const jupyter = join(this.folder, '.jupyter');
    const spec = join(jupyter, 'kernels', 'tslab');
    mkdirSync(spec, { recursive: true });
    const { argv, interruptMode } = launch;
    const kernel = { argv, interrupt_mode: interruptMode, display_name: 'TypeScript', language: 'typescript' };
    writeFileSync(join(spec, 'kernel.json'), JSON.stringify(kernel));
    return {
      ...process.env,
      PYTHONPATH: packages,
      // SQLAlchemy warns of what nbgrader does with it, at length.
      PYTHONWARNINGS: 'ignore',
      // nbgrader calls alembic's program.
      PATH: [join(packages, 'bin'), process.env.PATH].join(delimiter),
      JUPYTER_PATH: jupyter,
      JUPYTER_CONFIG_DIR: join(jupyter, 'config'),
      JUPYTER_DATA_DIR: join(jupyter, 'data'),
      JUPYTER_RUNTIME_DIR: join(jupyter, 'runtime'),
      IPYTHONDIR: join(jupyter, 'ipython'),
    };
  }
}
