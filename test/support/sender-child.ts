// A process of its own that makes a sender: prints what it has loaded and how many threads it has started, before and after a first call.
import { subscribe } from 'node:diagnostics_channel';
import { registerHooks } from 'node:module';

const heavy: string[] = [];
let threads = 0;
registerHooks({
  resolve(specifier, context, next) {
    if (/^(?:nodemailer|twilio)\b/.test(specifier)) heavy.push(specifier);
    return next(specifier, context);
  },
});
subscribe('worker_threads', () => {
  threads += 1;
});
const tell = (): void => void process.stdout.write(`${JSON.stringify({ heavy, threads })}\n`);

const { createSender } = await import('../../src/main/channels/create-sender.ts');
const { nodeHttp } = await import('../../src/main/monitor/node-http.ts');
const { channelWorker } = await import('./program-files.ts');
const silent = { info: () => undefined, warn: () => undefined, error: () => undefined };
const sender = createSender({ workerEntry: channelWorker, http: nodeHttp({}), logger: silent });
tell();
// A port on which nobody listens.
await sender.probe({
  settings: {
    channel: 'email',
    host: '127.0.0.1',
    port: 1,
    security: 'tls',
    auth: 'none',
    userName: '',
    fromName: '',
    fromAddress: 'desk@khanyamanzi.example',
    oauth2: null,
    authorities: '',
    dkim: null,
    rate: 1,
  },
  secrets: {},
});
tell();
await sender.close();
tell();
