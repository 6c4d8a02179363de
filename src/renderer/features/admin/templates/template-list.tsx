import { Link } from '@fluentui/react-components';
import type { ProductText } from '../../../../preload/contract/messages.ts';
import type { TemplateKey } from '../../../../preload/contract/template-keys.ts';
import type { Channel } from '../../../../preload/contract/values.ts';
import { useText } from '../../../client/use-text.ts';
import { channelList, languageList } from '../../../ui/value-lists.ts';
import { AdminTable } from '../frame/admin-table.tsx';
import { useAdmin, useThings } from '../frame/admin-context.tsx';
import { PageHead } from '../frame/page-head.tsx';
import { Part } from '../frame/part.tsx';
import { openThing } from '../frame/place-store.ts';
import { contactKeys, staffKeys } from './template-keys.ts';
import { ownText, productText } from './text-place.ts';

/** Every message and where the organization says it in words of its own. */
export function TemplateList({ product }: { product: readonly ProductText[] }) {
  const t = useText();
  const { places } = useAdmin();
  const templates = useThings('template');
  const ownCount = (key: TemplateKey, channel: Channel) =>
    languageList.filter((language) => ownText(templates, { key, channel, language })?.value.active === true).length;
  return (
    <>
      <PageHead title={t('admin.page.templates')} />
      <div className="wk-admin-body">
        <p className="wk-plain wk-faint">{t('templates.intro')}</p>
        {[
          { title: t('channels.toContacts'), keys: contactKeys },
          { title: t('channels.toStaff'), keys: staffKeys },
        ].map(({ title, keys }) => (
          <Part key={title} title={title}>
            <AdminTable
              label={title}
              heads={[t('messageText.message'), ...channelList.map((channel) => t(`channel.${channel}`))]}
            >
              {keys.map((key) => (
                <tr key={key}>
                  <th scope="row">
                    <Link as="button" onClick={() => openThing(places, key)}>
                      {t(`messageText.key.${key}`)}
                    </Link>
                  </th>
                  {channelList.map((channel) => {
                    const count = ownCount(key, channel);
                    const hasText = count > 0 || productText(product, { key, channel, language: 'en' }) !== null;
                    return (
                      <td key={channel} className={count === 0 ? 'wk-faint' : ''}>
                        {hasText ? t('templates.someOwn', { count }) : t('templates.noText')}
                      </td>
                    );
                  })}
                </tr>
              ))}
            </AdminTable>
          </Part>
        ))}
      </div>
    </>
  );
}
