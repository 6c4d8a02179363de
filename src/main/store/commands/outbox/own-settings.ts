import type { ReaderSettingsValue } from '../../../../preload/contract/messages.ts';
import { failure, success } from '../../../../preload/contract/result.ts';
import { mayIn } from '../../../domain/access/access.ts';
import { minutesOf } from '../../../domain/calendar/wall-text.ts';
import { addressOn, mailAddress } from '../../../domain/messages/addresses.ts';
import { messageTermsOf } from '../../../domain/messages/message-terms.ts';
import { writeEntities } from '../../config/write-entities.ts';
import { markAddress } from '../../messages/marks.ts';
import type { Command } from '../write-context.ts';

/** @returns the field that no message could go by; null where all can be used, or is empty */
function wrongField({ email, phone, quietHours }: ReaderSettingsValue, country: string): string | null {
  if (email !== '' && mailAddress(email) === null) return 'email';
  if (phone !== '' && addressOn('sms', { phone, email: '' }, country) === null) return 'phone';
  const times = quietHours === null ? [] : [quietHours.from, quietHours.until];
  return times.some((time) => minutesOf(time, false) === null) ? 'quietHours' : null;
}

/** How somebody is told of news: only their own. BAD_INPUT names the field that cannot be used. */
export const saveReaderSettings: Command<'save-reader-settings'> = (settings, context) => {
  const { actor, config } = context;
  if (actor === null) return failure('ACCESS_DENIED');
  const home = actor.grants[0]?.organizationId;
  const { country } = messageTermsOf(home === undefined ? undefined : config.organization(home));
  const field = wrongField(settings, country);
  if (field !== null) return failure('BAD_INPUT', { field });
  const configVersion = writeEntities(context, [
    { kind: 'reader_settings_saved', value: { ...settings, id: actor.id } },
  ]);
  return success({ configVersion });
};

/** A contact says that they want no messages, or that they want them again. */
export const markAddressCommand: Command<'mark-address'> = ({ organizationId, channel, address, mark }, context) => {
  const { actor, config } = context;
  if (actor === null || !mayIn(actor, 'work_ticket', organizationId)) return failure('ACCESS_DENIED');
  const { country } = messageTermsOf(config.organization(organizationId));
  const found = addressOn(channel, { phone: address, email: address }, country);
  if (found === null) return failure('BAD_INPUT', { field: 'address' });
  markAddress(context, { organizationId, channel, address: found, mark });
  return success({});
};
