import { createWriteStream, type WriteStream } from 'node:fs';
import { once } from 'node:events';
import { targets } from '../../../preload/contract/values.ts';
import { whatIfColumns, type WhatIfChanged, type WhatIfSide } from '../../../preload/contract/whatif.ts';
import { instantJson } from '../output/words.ts';

type Field = string | number | null;

const perSide = ['policy', 'level', ...targets.flatMap((target) => [target, `${target}_due`])];
const header = [
  'number',
  'organization',
  ...whatIfColumns.flatMap((column) => perSide.map((name) => `${name}_${column}`)),
];

/** Spreadsheets take what begins so for a formula; a name that somebody chose must not become one. */
const formula = /^[=+\-@\t\r]/u;

function csvField(field: Field): string {
  if (field === null) return '';
  const text = String(field);
  const plain = typeof field === 'string' && formula.test(text) ? `'${text}` : text;
  return /[",\r\n]/u.test(plain) ? `"${plain.replaceAll('"', '""')}"` : plain;
}

function sideFields({ policyName, level, targets: sides }: WhatIfSide): Field[] {
  return [
    policyName,
    level,
    ...targets.flatMap((target): Field[] => [sides[target].standing, instantJson(sides[target].dueAt)]),
  ];
}

/** Tickets that change, a line each, as spreadsheets open it: with a byte order mark, instants in ISO 8601. */
export class ChangedCsv {
  readonly #stream: WriteStream;
  readonly #organization: (id: string) => string | null;

  private constructor(stream: WriteStream, organization: (id: string) => string | null) {
    this.#stream = stream;
    this.#organization = organization;
  }

  /** @throws the file system's error when it cannot be made */
  static async make(path: string, organization: (id: string) => string | null): Promise<ChangedCsv> {
    const stream = createWriteStream(path, { mode: 0o600 });
    await once(stream, 'open');
    const file = new ChangedCsv(stream, organization);
    await file.#write(`\u{FEFF}${header.join(',')}\r\n`);
    return file;
  }

  async add(changed: readonly WhatIfChanged[]): Promise<void> {
    const lines = changed.map((ticket) => {
      const fields = [ticket.number, this.#organization(ticket.organizationId)];
      return [...fields, ...whatIfColumns.flatMap((column) => sideFields(ticket[column]))].map(csvField).join(',');
    });
    await this.#write(lines.map((line) => `${line}\r\n`).join(''));
  }

  async close(): Promise<void> {
    this.#stream.end();
    await once(this.#stream, 'close');
  }

  async #write(text: string): Promise<void> {
    if (text !== '' && !this.#stream.write(text)) await once(this.#stream, 'drain');
  }
}
