import { Badge, Button } from '@fluentui/react-components';
import type { ProductText } from '../../../../preload/contract/messages.ts';
import { useText } from '../../../client/use-text.ts';
import { useAdmin, useDraft } from '../frame/admin-context.tsx';
import { OwnProblems } from '../frame/own-problems.tsx';
import { StaleNote } from '../frame/stale-note.tsx';
import { staleChanges } from '../frame/stale.ts';
import { thingOf } from '../../../../preload/contract/config-thing.ts';
import { isThing, type ValueOf } from '../frame/things.ts';
import { PreviewCard } from './preview-card.tsx';
import { TextFields } from './text-fields.tsx';
import { newText, type TemplateView, type TextPlace } from './text-place.ts';
import { useTextPreview } from './use-text-preview.ts';

type Props = {
  place: TextPlace;
  own: TemplateView | null; /** Undefined: not read yet. */
  product: ProductText | null | undefined;
};

/** The text of one language: the organization's own, or the product's and the way to an own one. */
export function TextColumn({ place, own, product }: Props) {
  const t = useText();
  const { config, drafts, organizationId } = useAdmin();
  const changes = useDraft((draft) => draft.changes);
  const { language } = place;
  const name = t(`language.${language}`);
  const isOwn = own?.value.active === true;
  const preview = useTextPreview(place, isOwn ? own.value : null);
  const thing = { kind: 'template' as const, id: own?.id ?? '' };
  const stale = staleChanges(config, changes).find((one) => isThing(thing, thingOf(one)));
  const change = (value: ValueOf<'template'>) =>
    drafts.change({ kind: 'template', basedOn: own?.basedOn ?? null, value });

  function goBack(): void {
    if (own === null) return;
    // What nobody published is not set aside: it goes.
    if (own.state === 'new') drafts.drop([thing]);
    else change({ ...own.value, active: false });
  }
  return (
    <section className="wk-text-column" aria-labelledby={`wk-text-${language}`}>
      <div className="wk-text-head">
        <h2 id={`wk-text-${language}`}>{name}</h2>
        <span className="wk-faint">{t(isOwn ? 'templates.own' : 'templates.product')}</span>
        {own === null || own.state === 'published' ? null : (
          <Badge appearance="outline" color="informative" size="small">
            {t(`describe.state.${own.state}`)}
          </Badge>
        )}
      </div>
      {stale === undefined ? null : <StaleNote change={stale} />}
      {isOwn ? (
        <TextFields template={own.value} thing={thing} onChange={(part) => change({ ...own.value, ...part })} />
      ) : product === undefined ? null : product === null ? (
        <p className="wk-plain wk-text-none">{t('templates.noText')}</p>
      ) : (
        <div className="wk-text-product" lang={language} dir={language === 'ar' ? 'rtl' : 'ltr'}>
          {product.subject === null ? null : <strong>{product.subject}</strong>}
          <p>{product.body}</p>
        </div>
      )}
      {own === null ? null : <OwnProblems thing={thing} path="" />}
      <div>
        {isOwn ? (
          <Button size="small" aria-label={t('templates.backIn', { language: name })} onClick={goBack}>
            {t('templates.back')}
          </Button>
        ) : (
          <Button
            size="small"
            disabled={product === undefined}
            aria-label={t('templates.writeIn', { language: name })}
            onClick={() =>
              change(own === null ? newText(place, organizationId, product ?? null) : { ...own.value, active: true })
            }
          >
            {t('templates.write')}
          </Button>
        )}
      </div>
      <PreviewCard place={place} preview={preview} />
    </section>
  );
}
