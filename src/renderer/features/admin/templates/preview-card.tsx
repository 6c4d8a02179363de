import type { TFunction } from 'i18next';
import type { TemplatePreview } from '../../../../preload/contract/messages.ts';
import { useText } from '../../../client/use-text.ts';
import { isolated } from '../../../i18n/format.ts';
import type { TextPlace } from './text-place.ts';
import type { TextPreview } from './use-text-preview.ts';

/** How it travels and what it costs, in a few words. */
function figures(t: TFunction, { direction, encoding, segments, price }: TemplatePreview): string[] {
  return [
    t(`templates.direction.${direction}`),
    ...(encoding === null || segments === null
      ? []
      : [t('templates.segments', { count: segments, encoding: isolated(encoding) })]),
    ...(price === null
      ? []
      : [
          t('templates.price', {
            amount: Math.round(price.amount * 10_000) / 10_000,
            currency: isolated(price.currency),
          }),
        ]),
  ];
}

/**
 * A text as it would go out, filled with made-up facts. Of a mail the text part: its designed part is HTML, which this window
 * never renders (no frame is let in, and no markup but the window's own), and says the same.
 */
export function PreviewCard({ place, preview }: { place: TextPlace; preview: TextPreview }) {
  const t = useText();
  const { shown, failure } = preview;
  const { language, channel } = place;
  const spoken = shown?.fallbackLanguage ?? language;
  return (
    <section className="wk-text-preview" aria-label={t('templates.previewOf', { language: t(`language.${language}`) })}>
      <h3>{t('templates.preview')}</h3>
      {failure === null ? null : (
        <p role="alert" className="wk-field-error">
          {t(`errors.${failure.code}`)}
        </p>
      )}
      {shown === null ? (
        <p className="wk-plain wk-faint">{t('templates.previewing')}</p>
      ) : shown.text === '' ? (
        <p className="wk-plain wk-text-none">{t('templates.noText')}</p>
      ) : (
        <>
          {shown.fallbackLanguage === null ? null : (
            <p className="wk-plain wk-text-none">
              {t('templates.fallback', { language: t(`language.${shown.fallbackLanguage}`) })}
            </p>
          )}
          <div className="wk-text-letter" lang={spoken} dir={shown.direction}>
            {shown.subject === null ? null : <strong>{shown.subject}</strong>}
            <p>{shown.text}</p>
          </div>
          <p className="wk-plain wk-faint">{figures(t, shown).join(' · ')}</p>
          {shown.encoding === 'UCS-2' ? <p className="wk-plain wk-faint">{t('templates.ucs2')}</p> : null}
          {channel === 'email' ? <p className="wk-plain wk-faint">{t('templates.mailHint')}</p> : null}
        </>
      )}
    </section>
  );
}
