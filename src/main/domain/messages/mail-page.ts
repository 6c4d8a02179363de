import type { Language } from '../../../preload/contract/values.ts';
import { escapeHtml } from './clean.ts';

export type Direction = 'ltr' | 'rtl';

export function directionOf(language: Language): Direction {
  return language === 'ar' ? 'rtl' : 'ltr';
}

/** Numbers and dates keep their order in a text that runs the other way. */
export function leftToRight(text: string): string {
  return `<bdi dir="ltr">${escapeHtml(text)}</bdi>`;
}

type Page = {
  language: Language;
  /** As text. */
  title: string;
  organization: string;
  /** As HTML: whoever made it has escaped what it was filled with. */
  body: string;
  footer: string;
};

/** Tables and styles in the tags, since mail programs understand nothing newer. Nothing is fetched from anywhere. */
export function mailPage({ language, title, organization, body, footer }: Page): string {
  const dir = directionOf(language);
  const start = dir === 'rtl' ? 'right' : 'left';
  const font = "font-family:'Segoe UI',Tahoma,Arial,sans-serif";
  const cell = (style: string, html: string): string =>
    `<tr><td align="${start}" dir="${dir}" style="padding:12px 24px;text-align:${start};${font};${style}">${html}</td></tr>`;
  return (
    `<!doctype html><html lang="${language}" dir="${dir}"><head><meta charset="utf-8">` +
    `<meta name="viewport" content="width=device-width"><title>${escapeHtml(title)}</title></head>` +
    `<body style="margin:0;padding:0;background-color:#f3f2f1">` +
    `<table role="presentation" width="100%" cellpadding="0" cellspacing="0" border="0"><tr><td align="center">` +
    `<table role="presentation" width="600" dir="${dir}" cellpadding="0" cellspacing="0" border="0" ` +
    `style="width:100%;max-width:600px;background-color:#ffffff">` +
    cell('font-size:14px;color:#616161', `<bdi>${escapeHtml(organization)}</bdi>`) +
    cell('font-size:16px;line-height:24px;color:#242424', body) +
    cell('font-size:12px;color:#616161', footer) +
    `</table></td></tr></table></body></html>`
  );
}
