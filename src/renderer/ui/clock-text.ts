import { plainInput } from '../i18n/format.ts';

/** `7`, `730`, `7:30` or `07.30`, in whatever digits. */
const typed = /^(?<hours>\d{1,2})(?:[:.]?(?<minutes>\d{2}))?$/u;

/** @returns a time of day as `HH:MM`; null for what no clock shows */
export function clockText(text: string): string | null {
  const parts = typed.exec(plainInput(text).trim())?.groups;
  if (parts === undefined) return null;
  const hours = Number(parts['hours']);
  const minutes = Number(parts['minutes'] ?? '0');
  if (hours > 23 || minutes > 59) return null;
  return `${String(hours).padStart(2, '0')}:${String(minutes).padStart(2, '0')}`;
}
