import { spawn, spawnSync, type ChildProcess } from 'node:child_process';
import { mkdtempSync, rmSync } from 'node:fs';
import { createServer } from 'node:net';
import { tmpdir } from 'node:os';
import { join } from 'node:path';

const isThere = spawnSync('redis-server', ['--version']).status === 0;

/** Tests with a real Redis; skipped by name where there is none. */
export const describeWithRedis = (name: string, tests: () => void): void => {
  if (isThere) describe(name, tests);
  else describe.skip(`${name} (needs redis-server)`, tests);
};

/** A Redis of one's own, with a password, in an empty folder, reachable from this machine alone. */
export class RedisServer {
  readonly password = 'p@ss/word';
  private readonly folder = mkdtempSync(join(tmpdir(), 'lossbook-redis-'));
  private server: ChildProcess | undefined;

  private constructor(readonly port: number) {}

  static async start(): Promise<RedisServer> {
    const redis = new RedisServer(await freePort());
    await redis.startAgain();
    return redis;
  }

  get address(): string {
    return `redis://:${encodeURIComponent(this.password)}@127.0.0.1:${this.port}/0`;
  }

  /** The same Redis, with what it keeps on the disk. */
  async startAgain(): Promise<void> {
    const words = ['--port', String(this.port), '--bind', '127.0.0.1', '--dir', this.folder, '--appendonly', 'yes'];
    const server = spawn('redis-server', [...words, '--requirepass', this.password], {
      stdio: ['ignore', 'pipe', 'inherit'],
    });
    this.server = server;
    await new Promise<void>((resolve, reject) => {
      let log = '';
      server.stdout.setEncoding('utf8').on('data', (text: string) => {
        log += text;
        if (log.includes('Ready to accept connections')) resolve();
      });
      server.on('exit', () => {
        reject(new Error(log));
      });
    });
  }

  /** What `redis-cli` answers, line by line. */
  ask(...words: readonly string[]): string[] {
    const { stdout } = spawnSync('redis-cli', ['-p', String(this.port), ...words], {
      encoding: 'utf8',
      env: { ...process.env, REDISCLI_AUTH: this.password },
    });
    return stdout.split('\n').filter((line) => line !== '');
  }

  async stop(): Promise<void> {
    const { server } = this;
    if (server?.exitCode !== null || server.signalCode !== null) return;
    const ended = new Promise((resolve) => server.once('exit', resolve));
    server.kill('SIGTERM');
    await ended;
  }

  async remove(): Promise<void> {
    await this.stop();
    rmSync(this.folder, { recursive: true, force: true });
  }
}

function freePort(): Promise<number> {
  return new Promise((resolve, reject) => {
    const server = createServer();
    server.once('error', reject);
    server.listen(0, '127.0.0.1', () => {
      const address = server.address();
      server.close(() => {
        resolve(typeof address === 'object' && address !== null ? address.port : 0);
      });
    });
  });
}
