import { parse, v5 } from 'uuid';
import { failure, success } from '../../../../preload/contract/result.ts';
import type { Channel, Instant } from '../../../../preload/contract/values.ts';
import { mayInStore } from '../../../domain/access/access.ts';
import type { ChannelConfig } from '../../../domain/config/messaging.ts';
import { writeEntities } from '../../config/write-entities.ts';
import { touchChannel, type Place } from '../../messages/channel-box.ts';
import type { SecretToKeep } from '../outbox-command-map.ts';
import type { Command, WriteContext } from '../write-context.ts';

/** Never changed: the same channel has the same id on every desk. */
const NAMESPACE = parse('a4c3b5c2-52e8-4b0e-8f37-6f5d7e0a9b44');

function keepSecret(
  { statements, nowAt }: WriteContext,
  { organizationId, channel }: Place,
  { name, keptBy, sealed }: SecretToKeep,
  endsAt: Instant | null = null,
): void {
  if (sealed === null) {
    statements
      .of<[string, string, string], never>(
        'DELETE FROM channel_secret WHERE organization_id = ? AND channel = ? AND name = ?',
      )
      .run(organizationId, channel, name);
    return;
  }
  statements
    .of<(string | number | Uint8Array | null)[], never>(
      `INSERT OR REPLACE INTO channel_secret (organization_id, channel, name, kept_by, sealed, saved_at, ends_at)
       VALUES (?, ?, ?, ?, ?, ?, ?)`,
    )
    .run(organizationId, channel, name, keptBy, sealed, nowAt, endsAt);
}

/** Another account, or other texts: whoever approves them is asked at once. */
function askApprovals({ statements }: WriteContext, { organizationId, channel }: Place): void {
  statements
    .of<[string, string], never>(
      'UPDATE channel_status SET next_approvals_at = NULL WHERE organization_id = ? AND channel = ?',
    )
    .run(organizationId, channel);
}

/** What was held for want of it is looked at now. */
function releaseHeld({ statements, nowAt }: WriteContext, { organizationId, channel }: Place): void {
  statements
    .of<[number, string, string], never>(
      `UPDATE message SET next_at = ? WHERE organization_id = ? AND channel = ? AND lane = 2 AND next_at IS NOT NULL
         AND state = 'held'`,
    )
    .run(nowAt, organizationId, channel);
}

/** Settings are configuration; secrets stay on this desk and in no event. */
export const saveChannel: Command<'save-channel'> = ({ organizationId, settings, secrets }, context) => {
  const { actor, config } = context;
  if (actor === null || !mayInStore(actor, 'manage_channels')) return failure('ACCESS_DENIED');
  if (config.organization(organizationId) === undefined) return failure('NOT_FOUND', { what: 'organization' });
  const place: Place = { organizationId, channel: settings.channel };
  const id = v5(`${organizationId} ${settings.channel}`, NAMESPACE);
  const value: ChannelConfig = { id, organizationId, settings };
  const configVersion = writeEntities(context, [{ kind: 'channel_saved', value }]);
  for (const secret of secrets) keepSecret(context, place, secret);
  context.audit.append(context.nowAt, actor.id, 'configured', id);
  touchChannel(context, place, { kind: 'cleared' });
  askApprovals(context, place);
  releaseHeld(context, place);
  context.change.messages += 1;
  return success({ configVersion });
};

export const renewSecret: Command<'renew-secret'> = ({ clientId, userName, keptBy, sealed, endsAt }, context) => {
  for (const { id: organizationId } of context.config.organizations()) {
    const channel: Channel = 'email';
    const settings = context.config.channel(organizationId, channel)?.settings;
    if (settings?.channel !== 'email' || settings.userName !== userName || settings.oauth2?.clientId !== clientId)
      continue;
    keepSecret(context, { organizationId, channel }, { name: 'refreshToken', keptBy, sealed }, endsAt);
  }
  return success({});
};
