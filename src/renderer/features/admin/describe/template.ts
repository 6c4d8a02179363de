import { isolated } from '../../../i18n/format.ts';
import type { ValueOf } from '../frame/things.ts';
import type { Part } from './line.ts';

type Template = ValueOf<'template'>;

/** An organization's own text of a message. */
export const templateParts: readonly Part<Template>[] = [
  { label: 'messageText.message', of: ({ key }) => key, say: ({ key }, { t }) => t(`messageText.key.${key}`) },
  {
    label: 'messageText.language',
    of: ({ language }) => language,
    say: ({ language }, { t }) => t(`language.${language}`),
  },
  { label: 'messageText.channel', of: ({ channel }) => channel, say: ({ channel }, { t }) => t(`channel.${channel}`) },
  {
    label: 'describe.use',
    of: ({ active }) => active,
    say: ({ active }, { t }) => t(active ? 'describe.inUse' : 'describe.outOfUse'),
  },
  {
    label: 'messageText.subject',
    of: ({ subject }) => subject,
    say: ({ subject }, { t }) => (subject === null ? t('describe.none') : isolated(subject)),
  },
  { label: 'messageText.body', of: ({ body }) => body, say: ({ body }) => isolated(body) },
];
