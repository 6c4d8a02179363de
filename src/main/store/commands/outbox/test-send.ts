import { failure, success } from '../../../../preload/contract/result.ts';
import { mayInStore } from '../../../domain/access/access.ts';
import { addressOn } from '../../../domain/messages/addresses.ts';
import { messageTermsOf } from '../../../domain/messages/message-terms.ts';
import type { Wanted } from '../../../domain/messages/message.ts';
import { enqueue } from '../../messages/enqueue.ts';
import { messageIdOf } from '../../messages/new-message.ts';
import type { Command } from '../write-context.ts';

const EXPIRY_MS = 30 * 60_000;

/** A message about no ticket, to an address that whoever manages channels types. */
export const testSend: Command<'test-send'> = ({ organizationId, channel, address }, context) => {
  const { actor, config, nowAt } = context;
  if (actor === null || !mayInStore(actor, 'manage_channels')) return failure('ACCESS_DENIED');
  const organization = config.organization(organizationId);
  if (organization === undefined) return failure('NOT_FOUND', { what: 'organization' });
  const { country } = messageTermsOf(organization);
  const found = addressOn(channel, { phone: address, email: address }, country);
  if (found === null) return failure('BAD_INPUT', { field: 'address' });
  const { id: userId, displayName: name, language } = actor;
  const wanted: Wanted = {
    causeId: context.newId(),
    organizationId,
    ticketId: null,
    number: '',
    kind: 'test',
    recipient: { kind: 'user', userId, name, language, timezone: organization.timezone },
    ways: [{ channel, address: found }],
    critical: true,
    facts: {},
    dueAt: nowAt,
    expiresAt: nowAt + EXPIRY_MS,
    replaces: false,
  };
  enqueue(context, wanted);
  return success({ messageId: messageIdOf(wanted, 0) });
};
