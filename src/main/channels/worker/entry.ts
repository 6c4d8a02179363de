import { parentPort, workerData } from 'node:worker_threads';
import type { OpenChannel } from '../../ports/sender.ts';
import { errorFrames } from './error-frames.ts';
import { httpOverPort } from './http-over-port.ts';
import type { Call, FamilyCalls, FromThread, ThreadData, ToThread } from './protocol.ts';
import { sendInTime } from './send-in-time.ts';

/**
 * The channels' thread. nodemailer and twilio are large (0.3 to 1.1 s to load): each comes with the first call that needs
 * it, and a desk that only mails never loads the other.
 */
type Family = FamilyCalls & { close(): void };

// Given by `channel-thread.ts` alone.
const { sendWithinMs } = workerData as ThreadData;

const port = parentPort;
if (port === null) throw new Error('the channels run in a thread');
const tell = (message: FromThread): void => port.postMessage(message);
const http = httpOverPort(tell);

const load = {
  async mail(): Promise<Family> {
    const { mailFamily } = await import('../email/mail-family.ts');
    return mailFamily(http, (renewed) => tell({ kind: 'renewed', renewed }));
  },
  async twilio(): Promise<Family> {
    const { twilioFamily } = await import('../twilio/twilio-family.ts');
    return twilioFamily(http);
  },
};
const loaded: { [Name in keyof typeof load]?: Promise<Family> } = {};

function familyFor({ settings }: OpenChannel): Promise<Family> {
  const name = settings.channel === 'email' ? 'mail' : 'twilio';
  return (loaded[name] ??= load[name]());
}

async function run(call: Call): Promise<unknown> {
  switch (call.name) {
    case 'send':
      return sendInTime(async (signal) => {
        const family = await familyFor(call.args[1]);
        return family.send(...call.args, signal);
      }, sendWithinMs);
    case 'fetch':
      return (await familyFor(call.args[1])).fetch(...call.args);
    case 'list':
      return (await familyFor(call.args[1])).list(...call.args);
    case 'probe':
      return (await familyFor(call.args[0])).probe(...call.args);
    case 'approvals':
      return (await familyFor(call.args[0])).approvals(...call.args);
  }
}

port.on('message', (message: ToThread) => {
  if (message.kind === 'close') {
    port.close();
    for (const family of Object.values(loaded)) void family.then((open) => open.close());
  } else if (message.kind === 'call') {
    const { id, call } = message;
    run(call).then(
      (value) => tell({ kind: 'done', id, value }),
      (error: unknown) => tell({ kind: 'broken', id, frames: errorFrames(error) }),
    );
  } else http.answered(message);
});
