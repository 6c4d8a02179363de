import { readFileSync, readdirSync } from 'node:fs';
import { join, relative, sep } from 'node:path';
import { describe, expect, test } from 'vitest';
import { importViolations } from '../../scripts/checks/import-rules.mjs';
import { rooms } from '../../scripts/checks/rooms.mjs';
import { root } from '../../scripts/lib/paths.mjs';

function sourcesOf(folder: string) {
  return readdirSync(join(root, folder), { recursive: true, withFileTypes: true })
    .filter((entry) => entry.isFile() && /\.tsx?$/.test(entry.name) && !entry.name.endsWith('.d.ts'))
    .map((entry) => {
      const file = join(entry.parentPath, entry.name);
      return { path: relative(root, file).split(sep).join('/'), text: readFileSync(file, 'utf8') };
    });
}

/** Made-up sources, path to text. */
function violationsOf(files: Record<string, string>) {
  return importViolations(
    Object.entries(files).map(([path, text]) => ({ path, text })),
    rooms,
  );
}

test('every file imports only what its room may', () => {
  expect(importViolations(sourcesOf('src'), rooms)).toEqual([]);
});

test('the composition root stays short enough to read at once', () => {
  const text = sourcesOf('src/main').find(({ path }) => path === 'src/main/index.ts')?.text ?? '';
  expect(text.split('\n').length).toBeLessThanOrEqual(150);
});

describe('the rules see', () => {
  const cases: readonly { name: string; files: Record<string, string>; says: readonly string[] }[] = [
    {
      name: 'a rule that reads the disk',
      files: { 'src/main/domain/sla/a.ts': "import { readFileSync } from 'node:fs';" },
      says: ['src/main/domain/sla/a.ts: may not import node:fs'],
    },
    {
      name: 'Electron outside its rooms, even as a type',
      files: { 'src/main/scheduler/a.ts': "import type { App } from 'electron';" },
      says: ['src/main/scheduler/a.ts: may not import electron'],
    },
    {
      name: 'SQL outside the store',
      files: { 'src/main/ipc/a.ts': "import { sql } from 'drizzle-orm/sqlite-core';" },
      says: ['src/main/ipc/a.ts: may not import drizzle-orm'],
    },
    {
      name: 'a way past the facade, and lets its types through',
      files: {
        'src/main/ipc/a.ts': "import { run } from '../store/commands/assign-ticket.ts';",
        'src/main/ipc/b.ts': "import type { Run } from '../store/commands/assign-ticket.ts';",
      },
      says: ['src/main/ipc/a.ts: may import src/main/store/commands/assign-ticket.ts with "import type" only'],
    },
    {
      name: 'a feature that reaches into another',
      files: {
        'src/renderer/features/queue/a.tsx': "import { B } from '../ticket/b.tsx';\nimport { C } from './c.tsx';",
      },
      says: ['src/renderer/features/queue/a.tsx: may not import src/renderer/features/ticket/b.tsx'],
    },
    {
      name: 'a window that reaches into the main process',
      files: { 'src/renderer/app/a.ts': "export { open } from '../../main/store/store.ts';\nexport const b = 1;" },
      says: ['src/renderer/app/a.ts: may not import src/main/store/store.ts'],
    },
    {
      name: 'an import at run time',
      files: { 'src/main/domain/ticket/a.ts': "export const load = () => import('better-sqlite3');" },
      says: ['src/main/domain/ticket/a.ts: may not import better-sqlite3'],
    },
    {
      name: 'a default export',
      files: { 'src/main/domain/a.ts': 'export default 1;' },
      says: ['src/main/domain/a.ts: has a default export'],
    },
    {
      name: 'a barrel',
      files: { 'src/main/domain/index.ts': "export * from './a.ts';", 'src/main/domain/a.ts': 'export const a = 1;' },
      says: ['src/main/domain/index.ts: is a barrel (only hands on what others export)'],
    },
    {
      name: 'a ring',
      files: {
        'src/main/domain/a.ts': "import { b } from './b.ts';",
        'src/main/domain/b.ts': "import { a } from './a.ts';",
      },
      says: ['src/main/domain/a.ts → src/main/domain/b.ts → src/main/domain/a.ts: a ring of imports'],
    },
    {
      name: 'a file in no room',
      files: { 'src/shared/a.ts': 'export const a = 1;' },
      says: ['src/shared/a.ts: lies in no room (scripts/checks/rooms.mjs)'],
    },
    {
      name: 'nothing wrong where nothing is',
      files: {
        'src/main/domain/calendar/a.ts': "import type { HolidaysTypes } from 'date-holidays';",
        'src/preload/contract/a.ts': "// import 'electron'\nimport { z } from 'zod';",
      },
      says: [],
    },
  ];
  test.each(cases)('$name', ({ files, says }) => {
    expect(violationsOf(files)).toEqual(says);
  });
});
