import type { TwilioSettings } from '../../../../preload/contract/messages.ts';
import type { TemplateKey } from '../../../../preload/contract/template-keys.ts';
import type { Language } from '../../../../preload/contract/values.ts';
import { contactKeys, staffKeys } from '../templates/template-keys.ts';

export type ContentTemplate = TwilioSettings['contentTemplates'][number];
/** The place of an approved text: which message, in which language. */
export type ContentCell = { key: TemplateKey; language: Language };

/** `status_update.open` as the settings have it: kind and status apart. */
function partsOf(key: TemplateKey): Pick<ContentTemplate, 'kind' | 'status'> {
  const [kind = '', status = null] = key.split('.');
  return { kind, status };
}

/** @returns null for a text of a newer desk's message */
export function cellOf({ kind, status, language }: ContentTemplate): ContentCell | null {
  const name = status === null ? kind : `${kind}.${status}`;
  const key = [...contactKeys, ...staffKeys].find((one) => one === name);
  return key === undefined ? null : { key, language };
}

/** @returns where in the list it stands; -1 where there is none */
export function indexOfCell(list: readonly ContentTemplate[], { key, language }: ContentCell): number {
  const { kind, status } = partsOf(key);
  return list.findIndex((one) => one.kind === kind && one.status === status && one.language === language);
}

/** @returns the list with that text; an empty SID takes it away */
export function withCell(
  list: readonly ContentTemplate[],
  cell: ContentCell,
  part: Partial<Pick<ContentTemplate, 'contentSid' | 'approval'>>,
): ContentTemplate[] {
  const at = indexOfCell(list, cell);
  const before = list[at] ?? {
    ...partsOf(cell.key),
    language: cell.language,
    contentSid: '',
    approval: 'unsubmitted' as const,
  };
  const next = { ...before, ...part };
  if (next.contentSid === '') return list.filter((_, n) => n !== at);
  return at === -1 ? [...list, next] : list.map((one, n) => (n === at ? next : one));
}
