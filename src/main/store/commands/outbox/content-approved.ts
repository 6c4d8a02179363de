import { approvalKinds, type TwilioSettings } from '../../../../preload/contract/messages.ts';
import { success } from '../../../../preload/contract/result.ts';
import { channelBox, saveBox } from '../../messages/channel-box.ts';
import { writeEntities } from '../../config/write-entities.ts';
import type { Command } from '../write-context.ts';

type ContentTemplate = TwilioSettings['contentTemplates'][number];

const DAY_MS = 24 * 3_600_000;

export const contentApproved: Command<'content-approved'> = ({ organizationId, approvals }, context) => {
  const known = context.config.channel(organizationId, 'whatsapp');
  if (known?.settings.channel !== 'whatsapp') return success({});
  const box = channelBox(context, { organizationId, channel: 'whatsapp' }, true);
  saveBox(context.statements, { ...box, nextApprovalsAt: context.nowAt + DAY_MS });
  const { settings } = known;
  const said = new Map(approvals.map(({ contentSid, approval }) => [contentSid, approval]));
  // A word that the provider has made up since leaves the template as it was.
  const asOfToday = (template: ContentTemplate): ContentTemplate => {
    const approval = approvalKinds.find((kind) => kind === said.get(template.contentSid));
    return approval === undefined ? template : { ...template, approval };
  };
  const contentTemplates = settings.contentTemplates.map(asOfToday);
  if (contentTemplates.every(({ approval }, n) => approval === settings.contentTemplates[n]?.approval))
    return success({});
  writeEntities(context, [{ kind: 'channel_saved', value: { ...known, settings: { ...settings, contentTemplates } } }]);
  context.change.messages += 1;
  return success({});
};
