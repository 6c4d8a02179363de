// A process of its own that holds a store: to be killed, or to be found holding the lock.
// node store-child.ts DIRECTORY KEY-HEX write|hold   prints `open`, then one line per acknowledged write.
import { openStore } from '../../src/main/store/store.ts';
import { people, T0 } from './centre.ts';
import { intake, seedOf, storeOptions, unwrap } from './store-options.ts';

const [directory = '', keyHex = '', task = 'hold'] = process.argv.slice(2);
const store = unwrap(await openStore(storeOptions(directory, Uint8Array.from(Buffer.from(keyHex, 'hex')))));
process.stdout.write('open\n');

if (task === 'write') {
  for (let n = 1; ; n += 1) {
    const context = { nowAt: T0 + n, actorId: people.agent, seed: seedOf(`${process.pid} ${n}`) };
    const created = unwrap(await store.execute('ticket-command', { kind: 'create', input: intake }, context));
    // Told only after the command was acknowledged: what is printed must never be lost.
    process.stdout.write(`${created.ticketId}\n`);
  }
}
