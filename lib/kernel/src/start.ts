import { Session } from './cell/session';
import { hideMachinery } from './cell/stack-traces';
import { Handler } from './protocol/handler';
import { Server } from './protocol/server';

/** Opens the notebook's session in the working directory, which Jupyter sets to the notebook's folder, and serves it. */
export async function startKernel(configPath: string): Promise<void> {
  hideMachinery();
  const session = new Session(process.cwd());
  const server = new Server(session, new Handler(session), configPath);
  process.on('SIGINT', () => {
    session.interrupt();
  });
  await server.init();
}
