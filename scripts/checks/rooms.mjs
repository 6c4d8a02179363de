/**
 * Who may import what: docs' table of rooms as data. The longest `room` that fits a file is the one that counts.
 * A path ending in `/` means all below it, one ending in `/*` only what lies directly in it, any other one file.
 * @typedef {object} Room
 * @property {string} room
 * @property {readonly string[]} may  files of src it may import
 * @property {readonly string[]} [types]  files it may import with `import type` only
 * @property {readonly string[]} [modules]  packages and Node's own modules; `node:*` means any of Node's
 */

const domain = 'src/main/domain/';
const ports = 'src/main/ports/';
const contract = 'src/preload/contract/';
/** What the store shows to the other rooms: its facade and the keys. Commands, queries and SQL stay inside. */
const store = ['src/main/store/*', 'src/main/store/key/'];
const storeTypes = ['src/main/store/commands/', 'src/main/store/queries/'];
const react = ['react', 'react-dom', 'react-i18next', 'i18next', '@fluentui/react-components', '@fluentui/react-icons'];
const rendererShared = ['src/renderer/ui/', 'src/renderer/client/', 'src/renderer/i18n/'];

/** @type {readonly Room[]} */
export const rooms = [
  { room: 'src/main/index.ts', may: ['src/main/', contract], modules: ['electron', 'node:*'] },
  { room: 'src/main/start-desk.ts', may: ['src/main/', contract], modules: ['electron', 'node:*'] },
  { room: 'src/main/monitor.ts', may: ['src/main/cli/', contract], modules: ['node:*'] },
  {
    room: 'src/main/monitor/',
    may: ['src/main/monitor/', domain, ports, ...store, 'src/main/scheduler/', 'src/main/outbox/', contract],
    modules: ['node:*', 'i18next'],
  },
  {
    room: 'src/main/cli/',
    may: [
      'src/main/cli/',
      'src/main/monitor/',
      'src/main/scheduler/',
      'src/main/outbox/',
      'src/main/channels/create-sender.ts',
      'src/main/sample/',
      ...store,
      domain,
      ports,
      'src/main/central/',
      contract,
    ],
    types: storeTypes,
    modules: ['node:*', 'commander', 'csv-parse', 'uuid', 'zod'],
  },
  // The rules: no clock, no disk, no network, nothing of Node.
  { room: domain, may: [domain, contract], modules: ['uuid', 'zod'] },
  { room: 'src/main/domain/calendar/', may: [domain, contract], modules: ['date-holidays'] },
  {
    room: 'src/main/domain/messages/',
    may: [domain, contract],
    modules: ['i18next', 'libphonenumber-js', 'sms-segments-calculator'],
  },
  { room: ports, may: [ports, contract], types: [domain] },
  {
    room: 'src/main/sample/',
    may: ['src/main/sample/', ...store, domain, ports, contract],
    types: storeTypes,
    modules: ['node:crypto'],
  },
  {
    room: 'src/main/store/',
    may: ['src/main/store/', domain, ports, contract],
    modules: ['node:*', 'better-sqlite3', 'drizzle-orm', '@node-rs/argon2', 'zod', 'uuid', 'csv-parse'],
  },
  {
    room: 'src/main/scheduler/',
    may: ['src/main/scheduler/', ...store, ports, contract],
    types: [domain, ...storeTypes],
    modules: ['node:*'],
  },
  {
    room: 'src/main/outbox/',
    may: ['src/main/outbox/', ...store, ports, contract],
    types: [domain, ...storeTypes, 'src/main/scheduler/'],
  },
  {
    room: 'src/main/engine/',
    may: [
      'src/main/engine/',
      'src/main/scheduler/',
      'src/main/outbox/',
      'src/main/channels/',
      ...store,
      ports,
      contract,
    ],
  },
  {
    room: 'src/main/channels/',
    may: ['src/main/channels/', ports, contract],
    types: [domain],
    modules: ['node:*', 'nodemailer', 'twilio', 'zod'],
  },
  {
    room: 'src/main/central/',
    may: ['src/main/central/', ...store, ports, contract],
    types: [domain, ...storeTypes],
    modules: ['node:*'],
  },
  {
    room: 'src/main/ipc/',
    may: [
      'src/main/ipc/',
      ...store,
      'src/main/sample/',
      'src/main/outbox/channel-secrets.ts',
      'src/main/domain/access/',
      'src/main/domain/config/first-administrator.ts',
      'src/main/domain/calendar/public-holidays.ts',
      ports,
      contract,
    ],
    types: [domain, ...storeTypes, 'src/main/scheduler/'],
    modules: ['electron', 'node:*', 'zod'],
  },
  {
    room: 'src/main/shell/',
    may: ['src/main/shell/', ports, contract],
    types: [domain],
    modules: ['electron', 'node:*', 'i18next', 'zod'],
  },
  { room: contract, may: [contract], modules: ['zod'] },
  { room: 'src/preload/index.ts', may: [contract], modules: ['electron', 'zod'] },
  // The window: only the contract's words cross from the other processes.
  {
    room: 'src/renderer/',
    may: ['src/renderer/', contract],
    modules: [
      ...react,
      'zustand',
      '@tanstack/react-virtual',
      '@fontsource-variable/noto-sans',
      '@fontsource-variable/noto-sans-arabic',
    ],
  },
  {
    room: 'src/renderer/ui/',
    may: rendererShared,
    types: [contract],
    modules: [...react, 'zustand', '@tanstack/react-virtual'],
  },
  {
    room: 'src/renderer/client/',
    may: ['src/renderer/client/', 'src/renderer/i18n/', contract],
    modules: [...react, 'zustand'],
  },
  { room: 'src/renderer/i18n/', may: ['src/renderer/i18n/', contract], modules: ['i18next', 'react-i18next'] },
  // `<own>` stands for the feature's own folder: features never import each other.
  {
    room: 'src/renderer/features/',
    may: ['<own>', ...rendererShared, contract],
    modules: [...react, 'zustand', '@tanstack/react-virtual'],
  },
];
