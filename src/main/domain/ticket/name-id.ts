const BLOCK_BYTES = 64;
/** The words that SHA-1 begins with. FIPS 180-4, 5.3.1. */
const START = [0x67452301, 0xefcdab89, 0x98badcfe, 0x10325476, 0xc3d2e1f0] as const;
/** The mark behind the text, and its length as 64 bits. */
const TAIL_BYTES = 9;

const utf8 = new TextEncoder();
const hexOf = Array.from({ length: 256 }, (_, byte) => byte.toString(16).padStart(2, '0'));
const schedule = new Int32Array(80);
const hash = new Int32Array(5);
let bytes = new Uint8Array(256);
let view = new DataView(bytes.buffer);

/** What a round chooses from three of the words, and adds. FIPS 180-4, 4.1.1 and 4.2.1. */
function chosen(n: number, b: number, c: number, d: number): number {
  if (n < 20) return ((b & c) | (~b & d)) + 0x5a827999;
  if (n < 40) return (b ^ c ^ d) + 0x6ed9eba1;
  return n < 60 ? ((b & c) | (b & d) | (c & d)) + 0x8f1bbcdc : (b ^ c ^ d) + 0xca62c1d6;
}

function word(n: number): number {
  return schedule[n] ?? 0;
}

function mixBlock(from: number): void {
  for (let n = 0, at = from; n < 16; n += 1, at += 4) schedule[n] = view.getInt32(at);
  for (let n = 16; n < 80; n += 1) {
    const mixed = word(n - 3) ^ word(n - 8) ^ word(n - 14) ^ word(n - 16);
    schedule[n] = (mixed << 1) | (mixed >>> 31);
  }
  const [h0 = 0, h1 = 0, h2 = 0, h3 = 0, h4 = 0] = hash;
  let a = h0;
  let b = h1;
  let c = h2;
  let d = h3;
  let e = h4;
  for (let n = 0; n < 80; n += 1) {
    const next = (((a << 5) | (a >>> 27)) + (chosen(n, b, c, d) | 0) + e + word(n)) | 0;
    e = d;
    d = c;
    c = (b << 30) | (b >>> 2);
    b = a;
    a = next;
  }
  hash[0] = h0 + a;
  hash[1] = h1 + b;
  hash[2] = h2 + c;
  hash[3] = h3 + d;
  hash[4] = h4 + e;
}

/** Lays `prefix` and the text behind each other. @returns their length in bytes */
function lay(prefix: Uint8Array, text: string): number {
  // A character is three bytes at most.
  const most = prefix.length + text.length * 3 + TAIL_BYTES + BLOCK_BYTES;
  if (bytes.length < most) {
    bytes = new Uint8Array(most);
    view = new DataView(bytes.buffer);
  }
  bytes.set(prefix);
  let at = prefix.length;
  for (let n = 0; n < text.length; n += 1, at += 1) {
    const code = text.charCodeAt(n);
    if (code > 0x7f) return prefix.length + utf8.encodeInto(text, bytes.subarray(prefix.length)).written;
    bytes[at] = code;
  }
  return at;
}

function pad(length: number): number {
  const end = Math.ceil((length + TAIL_BYTES) / BLOCK_BYTES) * BLOCK_BYTES;
  bytes.fill(0, length, end);
  bytes[length] = 0x80;
  // Ids are made of less than 2^29 bytes: the upper half of the length is 0.
  view.setUint32(end - 4, length * 8);
  return end;
}

function hexWord(bits: number): string {
  const high = `${hexOf[bits >>> 24] ?? ''}${hexOf[(bits >>> 16) & 0xff] ?? ''}`;
  return `${high}${hexOf[(bits >>> 8) & 0xff] ?? ''}${hexOf[bits & 0xff] ?? ''}`;
}

/**
 * A uuid v5 (RFC 9562, 5.5): the same name gives the same id on every desk. SHA-1 is written out, since the runtime's makes
 * an object and several copies for each text: three times as long, and a tenth of a breach. It guards nothing here.
 * @param namespace  16 bytes
 */
export function nameId(name: string, namespace: Uint8Array): string {
  hash.set(START);
  const end = pad(lay(namespace, name));
  for (let from = 0; from < end; from += BLOCK_BYTES) mixBlock(from);
  const [first = 0, second = 0, third = 0, fourth = 0] = hash;
  const middle = hexWord((second & 0xffff0fff) | 0x5000);
  const last = hexWord((third & 0x3fffffff) | 0x80000000);
  return `${hexWord(first)}-${middle.slice(0, 4)}-${middle.slice(4)}-${last.slice(0, 4)}-${last.slice(4)}${hexWord(fourth)}`;
}
