import { Button } from '@fluentui/react-components';
import { EditRegular } from '@fluentui/react-icons/svg/edit';
import { useState, type ReactNode } from 'react';
import type { TicketView } from '../../../preload/contract/tickets.ts';
import { useNames } from '../../client/services.tsx';
import { formatInstant } from '../../i18n/format.ts';
import { useText } from '../../client/use-text.ts';
import type { ContactAccess } from '../../client/use-contact-ways.ts';
import { ContactWays } from './contact-ways.tsx';
import { EditDialog } from './edit-dialog.tsx';
import { Section } from './section.tsx';
import type { TicketAccess } from './use-ticket.ts';

function Fact({ name, children }: { name: string; children: ReactNode }) {
  return (
    <div>
      <dt>{name}</dt>
      <dd>{children}</dd>
    </div>
  );
}

type Props = { ticket: TicketView; access: TicketAccess; contact: ContactAccess };

/** Absent facts are left out: a column of dashes hides the ones that are there. */
export function FactsPanel({ ticket, access, contact: reached }: Props) {
  const t = useText();
  const names = useNames();
  const [editing, setEditing] = useState(false);
  const { contact, place, referral } = ticket;
  const hasPlace = place.address !== '' || place.latitude !== null;

  return (
    <>
      <Section
        title={t('ticket.facts')}
        action={
          ticket.allowed.includes('work_ticket') ? (
            <Button
              size="small"
              appearance="subtle"
              icon={<EditRegular />}
              aria-label={t('ticket.editFacts')}
              onClick={() => setEditing(true)}
            />
          ) : null
        }
      >
        <dl className="wk-facts">
          <Fact name={t('field.organization')}>
            <bdi>{names.organizations.get(ticket.organizationId)?.name ?? ''}</bdi>
          </Fact>
          <Fact name={t('field.kind')}>{t(`kind.${ticket.kind}`)}</Fact>
          {ticket.category === '' ? null : (
            <Fact name={t('field.category')}>
              <bdi>{ticket.category}</bdi>
            </Fact>
          )}
          <Fact name={t('field.severity')}>{t(`severity.${ticket.severity}`)}</Fact>
          <Fact name={t('field.priority')}>{t(`priority.${ticket.priority}`)}</Fact>
          {ticket.disposition === null ? null : (
            <Fact name={t('dialog.closedAs')}>{t(`disposition.${ticket.disposition}`)}</Fact>
          )}
          <Fact name={t('field.created')}>{formatInstant(ticket.createdAt)}</Fact>
        </dl>
      </Section>
      <Section title={t('ticket.people')}>
        <dl className="wk-facts">
          <Fact name={t('field.owner')}>
            {ticket.assigneeId === null ? (
              t('people.nobody')
            ) : (
              <bdi>{names.users.get(ticket.assigneeId)?.displayName ?? t('people.unknown')}</bdi>
            )}
          </Fact>
          <Fact name={t('field.team')}>
            {ticket.teamId === null ? t('people.noTeam') : <bdi>{names.teams.get(ticket.teamId)?.name ?? ''}</bdi>}
          </Fact>
          <Fact name={t('field.caller')}>{contact.name === '' ? t('people.noName') : <bdi>{contact.name}</bdi>}</Fact>
          {contact.phone === '' ? null : (
            <Fact name={t('field.phone')}>
              <bdi dir="ltr">{contact.phone}</bdi>
            </Fact>
          )}
          {contact.email === '' ? null : (
            <Fact name={t('field.email')}>
              <bdi dir="ltr">{contact.email}</bdi>
            </Fact>
          )}
          <Fact name={t('field.callerLanguage')}>{t(`language.${contact.language}`)}</Fact>
          <Fact name={t('field.callerChannels')}>
            <ContactWays ticket={ticket} contact={reached} />
          </Fact>
        </dl>
      </Section>
      {hasPlace ? (
        <Section title={t('field.place')}>
          <dl className="wk-facts">
            {place.address === '' ? null : (
              <Fact name={t('field.address')}>
                <bdi>{place.address}</bdi>
              </Fact>
            )}
            {place.latitude === null || place.longitude === null ? null : (
              <Fact name={t('ticket.coordinates')}>
                <bdi dir="ltr">{`${place.latitude.toFixed(5)}, ${place.longitude.toFixed(5)}`}</bdi>
              </Fact>
            )}
          </dl>
        </Section>
      ) : null}
      {referral === null ? null : (
        <Section title={t('ticket.referral')}>
          <dl className="wk-facts">
            <Fact name={t('dialog.referTo')}>
              <bdi>{referral.to}</bdi>
            </Fact>
            {referral.reference === '' ? null : (
              <Fact name={t('ticket.referralReference')}>
                <bdi>{referral.reference}</bdi>
              </Fact>
            )}
          </dl>
        </Section>
      )}
      {editing ? <EditDialog ticket={ticket} access={access} onClose={() => setEditing(false)} /> : null}
    </>
  );
}
