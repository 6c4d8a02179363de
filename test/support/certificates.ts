import { generateKeyPairSync, sign, type KeyObject } from 'node:crypto';

/**
 * Certificates of an authority that lives as long as a test. Node makes keys and no certificates: these few lines of DER
 * (X.690, RFC 5280) stand in for a tool that not every machine has.
 */
export type Certificate = { cert: string; key: string };

type Named = { name: string; publicKey: KeyObject; privateKey: KeyObject };

function der(tag: number, ...parts: readonly Uint8Array[]): Buffer {
  const content = Buffer.concat(parts);
  const { length } = content;
  const size = length < 128 ? [length] : length < 256 ? [0x81, length] : [0x82, length >> 8, length & 0xff];
  return Buffer.concat([Buffer.from([tag, ...size]), content]);
}

const sequence = (...parts: readonly Uint8Array[]): Buffer => der(0x30, ...parts);
const text = (tag: number, value: string): Buffer => der(tag, Buffer.from(value, 'utf8'));
const oid = (hex: string): Buffer => der(0x06, Buffer.from(hex, 'hex'));
const bits = (content: Uint8Array): Buffer => der(0x03, Buffer.from([0]), content);

const commonName = oid('550403');
const ecdsaWithSha256 = sequence(oid('2a8648ce3d040302'));
const nameOf = (name: string): Buffer => sequence(der(0x31, sequence(commonName, text(0x0c, name))));

const isAuthority = sequence(
  oid('551d13'),
  der(0x01, Buffer.from([0xff])),
  der(0x04, sequence(der(0x01, Buffer.from([0xff])))),
);
/** Of a server on this machine. */
const isLocalhost = sequence(
  oid('551d11'),
  der(0x04, sequence(text(0x82, 'localhost'), der(0x87, Buffer.from([127, 0, 0, 1])))),
);

let serial = 1;

function certificateOf(subject: Named, issuer: Named, extension: Buffer): string {
  serial += 1;
  const content = sequence(
    der(0xa0, der(0x02, Buffer.from([2]))),
    der(0x02, Buffer.from([1, serial])),
    ecdsaWithSha256,
    nameOf(issuer.name),
    sequence(text(0x17, '250101000000Z'), text(0x17, '450101000000Z')),
    nameOf(subject.name),
    subject.publicKey.export({ type: 'spki', format: 'der' }),
    der(0xa3, sequence(extension)),
  );
  const signed = sequence(content, ecdsaWithSha256, bits(sign('sha256', content, issuer.privateKey)));
  const lines = signed.toString('base64').match(/.{1,64}/g) ?? [];
  return `-----BEGIN CERTIFICATE-----\n${lines.join('\n')}\n-----END CERTIFICATE-----\n`;
}

const withKeys = (name: string): Named => ({ name, ...generateKeyPairSync('ec', { namedCurve: 'P-256' }) });

/** An authority, and a server's certificate of it for `localhost` and 127.0.0.1. */
export function makeAuthority(name: string): { authority: string; server: Certificate } {
  const root = withKeys(name);
  const server = withKeys('localhost');
  return {
    authority: certificateOf(root, root, isAuthority),
    server: {
      cert: certificateOf(server, root, isLocalhost),
      key: server.privateKey.export({ type: 'pkcs8', format: 'pem' }).toString(),
    },
  };
}
