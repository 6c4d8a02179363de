import { Select } from '@fluentui/react-components';
import type { RuleHolder } from '../../../../preload/contract/escalation.ts';
import { useText } from '../../../client/use-text.ts';
import { useAdmin } from '../frame/admin-context.tsx';
import { DraftField } from '../frame/draft-field.tsx';
import { OwnProblems } from '../frame/own-problems.tsx';
import { Part } from '../frame/part.tsx';
import { holderText, teamHolderText } from './holder-text.ts';
import type { Rule } from './levels.ts';
import type { RulePartProps } from './part-props.ts';
import { targetKinds, targetRoles } from './target-lists.ts';
import { useHolderNames } from './use-names.ts';

type Target = Rule['target'];
type Props = RulePartProps & { holders: readonly RuleHolder[] | null };

/** Whom the ticket goes to, and who that would be today. */
export function TargetPart({ rule, thing, onChange, holders }: Props) {
  const t = useText();
  const names = useHolderNames();
  const { config, organizationId } = useAdmin();
  const { target } = rule;
  const people = config.users
    .filter(({ active, grants }) => active && grants.some((grant) => grant.organizationId === organizationId))
    .toSorted((a, b) => a.displayName.localeCompare(b.displayName));
  const isListed = target.kind !== 'user' || people.some(({ id }) => id === target.userId);

  function targetOf(kind: string): Target {
    if (kind === 'role') return { kind, role: target.kind === 'role' ? target.role : 'supervisor' };
    const first = people[0]?.id;
    if (kind === 'user' && first !== undefined) return target.kind === 'user' ? target : { kind, userId: first };
    return { kind: 'team_manager' };
  }
  return (
    <Part title={t('describe.goesTo')}>
      <div className="wk-admin-fields">
        <DraftField thing={thing} path="target.kind" label={t('escalation.target')}>
          <Select size="small" value={target.kind} onChange={(_, data) => onChange({ target: targetOf(data.value) })}>
            {targetKinds.map((kind) => (
              <option key={kind} value={kind}>
                {t(`escalation.targetKind.${kind}`)}
              </option>
            ))}
          </Select>
        </DraftField>
        {target.kind === 'role' ? (
          <DraftField thing={thing} path="target.role" label={t('escalation.role')} hint={t('escalation.roleHint')}>
            <Select
              size="small"
              value={target.role}
              onChange={(_, data) => {
                const role = targetRoles.find((one) => one === data.value) ?? target.role;
                onChange({ target: { kind: 'role', role } });
              }}
            >
              {targetRoles.map((role) => (
                <option key={role} value={role}>
                  {t(`role.${role}`)}
                </option>
              ))}
            </Select>
          </DraftField>
        ) : null}
        {target.kind === 'user' ? (
          <DraftField thing={thing} path="target.userId" label={t('escalation.user')}>
            <Select
              size="small"
              value={target.userId}
              onChange={(_, data) => onChange({ target: { kind: 'user', userId: data.value } })}
            >
              {isListed ? null : <option value={target.userId}>{names.person(target.userId)}</option>}
              {people.map(({ id, displayName }) => (
                <option key={id} value={id}>
                  {displayName}
                </option>
              ))}
            </Select>
          </DraftField>
        ) : null}
      </div>
      <OwnProblems thing={thing} path="target" />
      {holders === null || target.kind !== 'team_manager' ? null : (
        <h3 className="wk-admin-sub">{t('escalation.todayLabel')}</h3>
      )}
      {holders === null ? null : (
        <ul className="wk-rules-today" aria-label={t('escalation.todayLabel')}>
          {holders.map((holder) => (
            <li key={holder.teamId ?? ''} className={holder.userId === null ? 'wk-rules-nobody' : ''}>
              {holder.teamId === null ? holderText(holder, names) : teamHolderText(holder, names)}
            </li>
          ))}
        </ul>
      )}
      {target.kind === 'team_manager' ? <p className="wk-plain wk-faint">{t('escalation.noTeamHint')}</p> : null}
    </Part>
  );
}
