import type { TwilioSettings } from '../../../../preload/contract/messages.ts';
import { useText } from '../../../client/use-text.ts';
import type { Typed } from './channel-form.ts';
import { FormText } from './form-field.tsx';

type Props = {
  settings: TwilioSettings;
  typed: Typed;
  onChange: (part: Partial<TwilioSettings>) => void;
  onType: (part: Partial<Typed>) => void;
};

/** The provider's account and the number that messages come from. */
export function TwilioFields({ settings, typed, onChange, onType }: Props) {
  const t = useText();
  const { channel, accountSid, apiKeySid, from } = settings;
  return (
    <>
      <p className="wk-plain wk-faint">{t('channels.twilioHint')}</p>
      <div className="wk-channel-fields">
        <FormText
          path="accountSid"
          label={t('channels.accountSid')}
          required
          value={accountSid}
          maxLength={40}
          onChange={(text) => onChange({ accountSid: text })}
        />
        <FormText
          path="apiKeySid"
          label={t('channels.apiKeySid')}
          required
          value={apiKeySid}
          maxLength={40}
          onChange={(text) => onChange({ apiKeySid: text })}
        />
        <FormText
          path="from"
          label={t('channels.from')}
          hint={t('channels.fromHint')}
          required
          value={from}
          maxLength={40}
          onChange={(text) => onChange({ from: text })}
        />
        <FormText
          path="rate"
          label={t(channel === 'sms' ? 'channels.rateSms' : 'channels.rate')}
          value={typed.rate}
          maxLength={8}
          onChange={(rate) => onType({ rate })}
        />
      </div>
    </>
  );
}
