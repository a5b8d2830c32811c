/** How often to look, in milliseconds. */
const INTERVAL = 1000;

/**
 * Calls `react` when the process that started the kernel has ended, if that is Jupyter: it says so in JPY_PARENT_PID. A
 * kernel that somebody starts by hand may outlive the shell.
 */
export function onParentGone(react: () => void): void {
  if (process.env.JPY_PARENT_PID === undefined) return;
  const parent = process.ppid;
  const timer = setInterval(() => {
    if (process.ppid === parent && isAlive(parent)) return;
    clearInterval(timer);
    react();
  }, INTERVAL);
  timer.unref();
}

/** A process of another user is alive, too. */
function isAlive(pid: number): boolean {
  try {
    return process.kill(pid, 0);
  } catch (error) {
    return (error as { code?: unknown }).code === 'EPERM';
  }
}
