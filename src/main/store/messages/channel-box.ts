import type { ChannelSettings, SecretName } from '../../../preload/contract/messages.ts';
import type { Channel, Instant } from '../../../preload/contract/values.ts';
import type { Config } from '../../domain/config/config.ts';
import {
  channelAfter,
  freshChannel,
  type ChannelEffect,
  type ChannelStanding,
} from '../../domain/messages/channel-course.ts';
import { fullBucket, refilled, type Bucket } from '../../domain/messages/token-bucket.ts';
import type { channelSecret, channelStatus } from '../schema/channel.ts';
import type { Statements } from '../statements.ts';
import type { ChannelAccess, SealedSecret } from './handed-out.ts';

/**
 * A channel of an organization. `unset`: no settings or no credentials; `closed`: they lie in the keychain of another
 * desk; `open`: this desk can speak through it.
 */
export type ChannelBox = {
  organizationId: string;
  channel: Channel;
  access: 'unset' | 'closed' | 'open';
  settings: ChannelSettings | null;
  standing: ChannelStanding;
  bucket: Bucket;
  inboundAt: Instant | null;
  /** When WhatsApp's owner is to be asked how it stands to the Content templates; null: at once. */
  nextApprovalsAt: Instant | null;
};

type StatusRow = typeof channelStatus.$inferSelect;
type SecretRow = Pick<typeof channelSecret.$inferSelect, 'name' | 'keptBy' | 'sealed' | 'savedAt' | 'endsAt'>;

/** Secrets without which a channel cannot speak. */
function neededOf(settings: ChannelSettings): readonly SecretName[] {
  if (settings.channel !== 'email') return ['apiKeySecret'];
  if (settings.auth === 'oauth2') return ['refreshToken'];
  return settings.auth === 'password' ? ['password'] : [];
}

export function secretsOf(
  statements: Statements,
  organizationId: string,
  channel: Channel,
): (SealedSecret & { savedAt: Instant; endsAt: Instant | null })[] {
  return (
    statements
      .of<[string, string], SecretRow>(
        `SELECT name, kept_by AS keptBy, sealed, saved_at AS savedAt, ends_at AS endsAt FROM channel_secret
         WHERE organization_id = ? AND channel = ? ORDER BY name`,
      )
      .all(organizationId, channel)
      // Written by `save-channel` alone.
      .map((row) => ({ ...row, name: row.name as SecretName, keptBy: row.keptBy as SealedSecret['keptBy'] }))
  );
}

const STATUS = `SELECT organization_id AS organizationId, channel, state, since, code, failures, last_success_at AS lastSuccessAt,
  next_probe_at AS nextProbeAt, waits_until AS waitsUntil, tokens, tokens_at AS tokensAt, inbound_at AS inboundAt,
  next_approvals_at AS nextApprovalsAt
  FROM channel_status WHERE organization_id = ? AND channel = ?`;

function accessOf(
  settings: ChannelSettings | undefined,
  secrets: readonly SealedSecret[],
  keychain: boolean,
): ChannelBox['access'] {
  if (settings === undefined) return 'unset';
  const needed = neededOf(settings);
  if (needed.some((name) => !secrets.some((kept) => kept.name === name))) return 'unset';
  return keychain || secrets.every(({ keptBy }) => keptBy === 'store') ? 'open' : 'closed';
}

export type Place = { organizationId: string; channel: Channel };

/** @param keychain  whether this desk reaches a keychain */
export function channelBox(
  { statements, config, nowAt }: { statements: Statements; config: Config; nowAt: Instant },
  { organizationId, channel }: Place,
  keychain: boolean,
): ChannelBox {
  const settings = config.channel(organizationId, channel)?.settings;
  const row = statements.of<[string, string], StatusRow>(STATUS).get(organizationId, channel);
  const secrets = settings === undefined ? [] : secretsOf(statements, organizationId, channel);
  const rate = settings?.rate ?? 1;
  return {
    organizationId,
    channel,
    access: accessOf(settings, secrets, keychain),
    settings: settings ?? null,
    // Written by `saveBox` alone.
    standing: row === undefined ? freshChannel(nowAt) : { ...row, state: row.state as ChannelStanding['state'] },
    bucket:
      row === undefined ? fullBucket(rate, nowAt) : refilled({ tokens: row.tokens, at: row.tokensAt }, rate, nowAt),
    inboundAt: row?.inboundAt ?? null,
    nextApprovalsAt: row?.nextApprovalsAt ?? null,
  };
}

export function saveBox(
  statements: Statements,
  { organizationId, channel, standing, bucket, inboundAt, nextApprovalsAt }: ChannelBox,
): void {
  const { state, since, code, failures, lastSuccessAt, nextProbeAt, waitsUntil } = standing;
  statements
    .of<(string | number | null)[], never>(
      `INSERT OR REPLACE INTO channel_status (organization_id, channel, state, since, code, failures, last_success_at,
         next_probe_at, waits_until, tokens, tokens_at, inbound_at, next_approvals_at)
         VALUES (?, ?, ?, ?, ?, ?, ?, ?, ?, ?, ?, ?, ?)`,
    )
    .run(
      organizationId,
      channel,
      state,
      since,
      code,
      failures,
      lastSuccessAt,
      nextProbeAt,
      waitsUntil,
      bucket.tokens,
      bucket.at,
      inboundAt,
      nextApprovalsAt,
    );
}

/** A channel as something left it. */
export function touchChannel(
  context: { statements: Statements; config: Config; nowAt: Instant },
  place: Place,
  effect: ChannelEffect,
): void {
  const box = channelBox(context, place, true);
  saveBox(context.statements, { ...box, standing: channelAfter(box.standing, effect, context.nowAt) });
}

/** @returns null while it can speak to nobody */
export function accessFor(
  statements: Statements,
  { organizationId, channel, settings }: ChannelBox,
): ChannelAccess | null {
  return settings === null
    ? null
    : { organizationId, settings, secrets: secretsOf(statements, organizationId, channel) };
}
