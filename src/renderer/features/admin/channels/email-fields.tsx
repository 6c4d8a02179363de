import { Select, Switch } from '@fluentui/react-components';
import type { EmailSettings } from '../../../../preload/contract/messages.ts';
import { useText } from '../../../client/use-text.ts';
import { oneOf } from '../../../ui/value-lists.ts';
import type { Typed } from './channel-form.ts';
import { FormField, FormText } from './form-field.tsx';

type Props = {
  settings: EmailSettings;
  typed: Typed;
  onChange: (part: Partial<EmailSettings>) => void;
  onType: (part: Partial<Typed>) => void;
};

const securities: readonly EmailSettings['security'][] = ['starttls', 'tls'];
const auths: readonly EmailSettings['auth'][] = ['password', 'oauth2', 'none'];
const noTokens = { tokenUrl: '', clientId: '', scope: '' };

/** Where to, as whom, and signed in how. */
export function EmailFields({ settings, typed, onChange, onType }: Props) {
  const t = useText();
  const { auth, security, host, userName, fromName, fromAddress } = settings;
  const { authorities, dkim } = settings;
  const oauth2 = settings.oauth2 ?? noTokens;
  const setTokens = (part: Partial<typeof noTokens>) => onChange({ oauth2: { ...oauth2, ...part } });
  return (
    <>
      <div className="wk-admin-fields">
        <FormText
          path="fromName"
          label={t('channels.fromName')}
          isName
          value={fromName}
          maxLength={120}
          onChange={(text) => onChange({ fromName: text })}
        />
        <FormText
          path="fromAddress"
          label={t('channels.fromAddress')}
          required
          value={fromAddress}
          maxLength={320}
          onChange={(text) => onChange({ fromAddress: text })}
        />
        <FormText
          path="host"
          label={t('channels.host')}
          required
          value={host}
          maxLength={253}
          onChange={(text) => onChange({ host: text })}
        />
        <FormText
          path="port"
          label={t('channels.port')}
          required
          value={typed.port}
          maxLength={5}
          onChange={(port) => onType({ port })}
        />
        <FormField path="security" label={t('channels.security')}>
          <Select
            size="small"
            value={security}
            onChange={(_, data) => onChange({ security: oneOf(securities, data.value, 'starttls') })}
          >
            {securities.map((one) => (
              <option key={one} value={one}>
                {t(`channels.securityKind.${one}`)}
              </option>
            ))}
          </Select>
        </FormField>
        <FormField path="auth" label={t('channels.auth')}>
          <Select
            size="small"
            value={auth}
            onChange={(_, data) => onChange({ auth: oneOf(auths, data.value, 'password') })}
          >
            {auths.map((one) => (
              <option key={one} value={one}>
                {t(`channels.authKind.${one}`)}
              </option>
            ))}
          </Select>
        </FormField>
        {auth === 'none' ? null : (
          <FormText
            path="userName"
            label={t('channels.userName')}
            required
            value={userName}
            maxLength={320}
            onChange={(text) => onChange({ userName: text })}
          />
        )}
        <FormText
          path="rate"
          label={t('channels.rate')}
          value={typed.rate}
          maxLength={8}
          onChange={(rate) => onType({ rate })}
        />
      </div>
      {auth === 'oauth2' ? (
        <div className="wk-admin-fields">
          <FormText
            path="oauth2.tokenUrl"
            label={t('channels.tokenUrl')}
            hint={t('channels.tokenUrlHint')}
            required
            className="wk-channel-wide"
            value={oauth2.tokenUrl}
            maxLength={300}
            onChange={(tokenUrl) => setTokens({ tokenUrl })}
          />
          <FormText
            path="oauth2.clientId"
            label={t('channels.clientId')}
            required
            value={oauth2.clientId}
            maxLength={300}
            onChange={(clientId) => setTokens({ clientId })}
          />
          <FormText
            path="oauth2.scope"
            label={t('channels.scope')}
            value={oauth2.scope}
            maxLength={500}
            onChange={(scope) => setTokens({ scope })}
          />
        </div>
      ) : null}
      <FormText
        path="authorities"
        label={t('channels.authorities')}
        hint={t('channels.authoritiesHint')}
        rows={3}
        value={authorities}
        maxLength={100_000}
        onChange={(text) => onChange({ authorities: text })}
      />
      <div>
        <Switch
          label={t('channels.dkim')}
          checked={dkim !== null}
          onChange={(_, data) => onChange({ dkim: data.checked ? { domain: '', selector: '' } : null })}
        />
      </div>
      {dkim === null ? null : (
        <div className="wk-admin-fields">
          <FormText
            path="dkim.domain"
            label={t('channels.dkimDomain')}
            required
            value={dkim.domain}
            maxLength={253}
            onChange={(domain) => onChange({ dkim: { ...dkim, domain } })}
          />
          <FormText
            path="dkim.selector"
            label={t('channels.dkimSelector')}
            required
            value={dkim.selector}
            maxLength={63}
            onChange={(selector) => onChange({ dkim: { ...dkim, selector } })}
          />
        </div>
      )}
    </>
  );
}
