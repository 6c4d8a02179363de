import { failure, success } from '../../../../preload/contract/result.ts';
import { mayIn } from '../../../domain/access/access.ts';
import { addressOn } from '../../../domain/messages/addresses.ts';
import { messageTermsOf } from '../../../domain/messages/message-terms.ts';
import { writeEntities } from '../../config/write-entities.ts';
import { markAddress } from '../../messages/marks.ts';
import type { Command } from '../write-context.ts';

/** How somebody is told of news: only their own. */
export const saveReaderSettings: Command<'save-reader-settings'> = (settings, context) => {
  const { actor } = context;
  if (actor === null) return failure('ACCESS_DENIED');
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
