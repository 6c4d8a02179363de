import { spawn } from 'node:child_process';
import { once } from 'node:events';
import { fileURLToPath } from 'node:url';
import { deadPort } from './mail-server.ts';

const command = fileURLToPath(new URL('../../node_modules/@stoplight/prism-cli/dist/index.js', import.meta.url));

export const descriptions = {
  messages: fileURLToPath(new URL('../contract/providers/messages.openapi.json', import.meta.url)),
  content: fileURLToPath(new URL('../contract/providers/content.openapi.json', import.meta.url)),
};

export type Prism = { origin: string; close(): Promise<void> };

/**
 * Prism on this machine, which refuses what a description does not allow: by itself (`mock`) or in front of a server, whose answers it
 * then checks as well (`proxy`).
 */
export async function startPrism(description: string, upstream: string | null = null): Promise<Prism> {
  const port = await deadPort();
  const mode = upstream === null ? ['mock'] : ['proxy'];
  const target = upstream === null ? [description] : [description, upstream];
  const child = spawn(
    process.execPath,
    [command, ...mode, '-h', '127.0.0.1', '-p', String(port), '--errors', ...target],
    {
      stdio: ['ignore', 'pipe', 'pipe'],
    },
  );
  const exited = once(child, 'exit');
  let said = '';
  await new Promise<void>((resolve, reject) => {
    const hear = (part: Buffer): void => {
      said += part.toString();
      if (said.includes('is listening')) resolve();
    };
    child.stdout.on('data', hear);
    child.stderr.on('data', hear);
    void exited.then(() => reject(new Error(`prism ended: ${said}`)));
  });
  return {
    origin: `http://127.0.0.1:${port}`,
    async close() {
      child.kill();
      await exited;
    },
  };
}
