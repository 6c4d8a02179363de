import { Button, Tab, TabList } from '@fluentui/react-components';
import { ArrowLeftRegular } from '@fluentui/react-icons/svg/arrow-left';
import { useState } from 'react';
import type { ProductText } from '../../../../preload/contract/messages.ts';
import type { TemplateKey } from '../../../../preload/contract/template-keys.ts';
import type { Channel } from '../../../../preload/contract/values.ts';
import { useText } from '../../../client/use-text.ts';
import { channelList, languageList, oneOf } from '../../../ui/value-lists.ts';
import { linesOf } from '../describe/describe-change.ts';
import { useAdmin, useThings } from '../frame/admin-context.tsx';
import { openThing } from '../frame/place-store.ts';
import { Versions } from '../frame/versions.tsx';
import { TextColumn } from './text-column.tsx';
import { ownText, productText } from './text-place.ts';

type Props = {
  messageKey: TemplateKey;
  firstChannel: Channel; /** Null until they are read: own texts stand without them, since a problem may lead to one. */
  product: readonly ProductText[] | null;
};

/** One message on one channel, its four languages side by side. What is typed is in the draft at once. */
export function TemplateEditor({ messageKey, firstChannel, product }: Props) {
  const t = useText();
  const { drafts, places } = useAdmin();
  const templates = useThings('template');
  const [channel, setChannel] = useState(firstChannel);
  const texts = languageList.map((language) => {
    const place = { key: messageKey, channel, language };
    return {
      place,
      own: ownText(templates, place),
      product: product === null ? undefined : productText(product, place),
    };
  });
  return (
    <>
      <div className="wk-admin-head">
        <Button
          size="small"
          appearance="subtle"
          icon={<ArrowLeftRegular className="wk-admin-back" />}
          aria-label={t('actions.back')}
          onClick={() => openThing(places, null)}
        />
        <h1>{t(`messageText.key.${messageKey}`)}</h1>
        <div className="wk-admin-head-end">
          <TabList
            size="small"
            selectedValue={channel}
            aria-label={t('templates.channels')}
            onTabSelect={(_, data) => setChannel(oneOf(channelList, String(data.value), channel))}
          >
            {channelList.map((one) => (
              <Tab key={one} value={one}>
                {t(`channel.${one}`)}
              </Tab>
            ))}
          </TabList>
        </div>
      </div>
      <div className="wk-admin-body wk-texts-body">
        <div className="wk-texts" role="group" aria-label={t('templates.sideBySide')}>
          {texts.map((text) => (
            <TextColumn key={`${channel} ${text.place.language}`} {...text} />
          ))}
        </div>
        {texts.map(({ place, own }) =>
          own === null ? null : (
            <Versions
              key={own.id}
              label={t('templates.versionsOf', { language: t(`language.${place.language}`) })}
              versions={own.versions}
              linesBetween={(before, after, words) => linesOf('template', before, after, words)}
              onTake={(value) => drafts.change({ kind: 'template', basedOn: own.basedOn, value })}
            />
          ),
        )}
      </div>
    </>
  );
}
