import type { ProductText } from '../../../../preload/contract/messages.ts';
import { templateKeys } from '../../../../preload/contract/template-keys.ts';
import { channels, languages } from '../../../../preload/contract/values.ts';
import { standardText } from './own-texts.ts';

/** Every text that leaves where an organization has none of its own, its placeholders unfilled. Of reminders, any but the first two. */
export function allProductTexts(): ProductText[] {
  return templateKeys.flatMap((key) =>
    channels.flatMap((channel) =>
      languages.flatMap((language): ProductText[] => {
        const text = standardText({ key, facts: {}, channel }, language);
        return text === null ? [] : [{ key, language, channel, subject: text.subject, body: text.body }];
      }),
    ),
  );
}
