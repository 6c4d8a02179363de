import { Input, Switch } from '@fluentui/react-components';
import { useText } from '../../../client/use-text.ts';
import { plainInput } from '../../../i18n/format.ts';
import { useAdmin } from '../frame/admin-context.tsx';
import { DraftField } from '../frame/draft-field.tsx';
import { DurationField } from '../frame/duration-field.tsx';
import { NumberField } from '../frame/number-field.tsx';
import { OwnProblems } from '../frame/own-problems.tsx';
import { Part } from '../frame/part.tsx';
import { ChannelOrder } from './channel-order.tsx';
import { MessagePrice } from './message-price.tsx';
import { ownTerms } from './own-terms.ts';
import type { MessageTerms, OrganizationPartProps } from './part-props.ts';
import { RetryTimes } from './retry-times.tsx';
import { WallTimeField } from './wall-time-field.tsx';

const minuteS = 60;

/** How messages go: in which order, when, how often again, at what price. */
export function MessagesPart({ organization, thing, onMessages }: OrganizationPartProps) {
  const t = useText();
  const { config } = useAdmin();
  const defaults: MessageTerms = config.messageDefaults;
  const given = organization.messages ?? {};
  const terms: MessageTerms = { ...defaults, ...given };
  const { quietHours } = terms;
  const set = (part: Partial<MessageTerms>) => onMessages(ownTerms(given, part, defaults));

  /** Kept in minutes, typed as any other length of time. */
  const inMinutes = (key: 'criticalExpiryMinutes' | 'normalExpiryMinutes' | 'bundleMinutes') => (
    <DurationField
      thing={thing}
      path={`messages.${key}`}
      label={t(`messageTerms.${key}`)}
      value={terms[key] * minuteS}
      none=""
      onChange={(seconds) => seconds !== null && set({ [key]: seconds / minuteS })}
    />
  );
  return (
    <Part title={t('organization.messages')} hint={t('organization.messagesHint')}>
      <Switch
        label={t('messageTerms.dryRun')}
        checked={terms.dryRun}
        onChange={(_, data) => set({ dryRun: data.checked })}
      />
      <ChannelOrder order={terms.contactChannels} onChange={(contactChannels) => set({ contactChannels })} />
      <OwnProblems thing={thing} path="messages.contactChannels" within />
      <div className="wk-admin-fields">
        <WallTimeField
          thing={thing}
          path="messages.quietHours.from"
          label={t('organization.quietFrom')}
          hint={t('organization.quietHint')}
          value={quietHours.from}
          onChange={(from) => set({ quietHours: { ...quietHours, from } })}
        />
        <WallTimeField
          thing={thing}
          path="messages.quietHours.until"
          label={t('organization.quietUntil')}
          value={quietHours.until}
          onChange={(until) => set({ quietHours: { ...quietHours, until } })}
        />
        <WallTimeField
          thing={thing}
          path="messages.digestAt"
          label={t('messageTerms.digestAt')}
          placeholder={t('organization.noDigest')}
          value={terms.digestAt ?? ''}
          onChange={(at) => set({ digestAt: at === '' ? null : at })}
        />
        <NumberField
          thing={thing}
          path="messages.silenceDays"
          label={t('messageTerms.silenceDays')}
          value={terms.silenceDays}
          none={t('organization.silenceNever')}
          onChange={(silenceDays) => set({ silenceDays })}
        />
        <DraftField
          thing={thing}
          path="messages.country"
          label={t('messageTerms.country')}
          hint={t('organization.countryHint')}
        >
          <Input
            size="small"
            dir="ltr"
            value={terms.country}
            maxLength={2}
            onChange={(_, data) => set({ country: plainInput(data.value).toUpperCase() })}
          />
        </DraftField>
        <DurationField
          thing={thing}
          path="messages.holdSeconds"
          label={t('messageTerms.holdSeconds')}
          value={terms.holdSeconds}
          none=""
          onChange={(seconds) => seconds !== null && set({ holdSeconds: seconds })}
        />
        {inMinutes('bundleMinutes')}
        {inMinutes('criticalExpiryMinutes')}
        {inMinutes('normalExpiryMinutes')}
      </div>
      <RetryTimes thing={thing} times={terms.retrySeconds} onChange={(retrySeconds) => set({ retrySeconds })} />
      <MessagePrice thing={thing} price={terms.price} onChange={(price) => set({ price })} />
    </Part>
  );
}
