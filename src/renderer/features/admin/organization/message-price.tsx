import { Input, Switch } from '@fluentui/react-components';
import type { ConfigThing } from '../../../../preload/contract/configuration.ts';
import { useText } from '../../../client/use-text.ts';
import { plainInput } from '../../../i18n/format.ts';
import { DraftField } from '../frame/draft-field.tsx';
import { NumberField } from '../frame/number-field.tsx';
import type { MessageTerms } from './part-props.ts';

type Price = MessageTerms['price'];
type Props = { thing: ConfigThing; price: Price; onChange: (price: Price) => void };

/** What a message costs, as previews tell it. */
export function MessagePrice({ thing, price, onChange }: Props) {
  const t = useText();
  return (
    <>
      <div>
        <Switch
          label={t('organization.hasPrice')}
          checked={price !== null}
          onChange={(_, data) => onChange(data.checked ? { currency: 'ZAR', sms: 0, whatsapp: 0 } : null)}
        />
      </div>
      {price === null ? null : (
        <div className="wk-admin-fields">
          <DraftField thing={thing} path="messages.price.currency" label={t('organization.currency')}>
            <Input
              size="small"
              dir="ltr"
              value={price.currency}
              maxLength={3}
              onChange={(_, data) => onChange({ ...price, currency: plainInput(data.value).toUpperCase() })}
            />
          </DraftField>
          <NumberField
            thing={thing}
            path="messages.price.sms"
            label={t('organization.priceSms')}
            value={price.sms}
            onChange={(sms) => sms !== null && onChange({ ...price, sms })}
          />
          <NumberField
            thing={thing}
            path="messages.price.whatsapp"
            label={t('organization.priceWhatsapp')}
            value={price.whatsapp}
            onChange={(whatsapp) => whatsapp !== null && onChange({ ...price, whatsapp })}
          />
        </div>
      )}
    </>
  );
}
