// A mail server in a process of its own that takes every mail and keeps none. Prints its port and its authority as one line of JSON,
// then, whenever a line comes in, how many it has taken.
import { once } from 'node:events';
import type { AddressInfo } from 'node:net';
import { createInterface } from 'node:readline';
import { SMTPServer } from 'smtp-server';
import { makeAuthority } from '../../support/certificates.ts';

const { authority, server: certificate } = makeAuthority('Authority of the bench');
let taken = 0;
const server = new SMTPServer({
  ...certificate,
  authOptional: true,
  onData(stream, _session, done) {
    stream.resume();
    stream.on('end', () => {
      taken += 1;
      done(null);
    });
  },
});
server.listen(0, '127.0.0.1');
await once(server.server, 'listening');
process.stdout.write(`${JSON.stringify({ port: (server.server.address() as AddressInfo).port, authority })}\n`);
createInterface({ input: process.stdin }).on('line', () => process.stdout.write(`${taken}\n`));
