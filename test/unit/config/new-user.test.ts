import { describe, expect, it } from 'vitest';
import { ConfigSnapshot } from '../../../src/main/domain/config/config-snapshot.ts';
import { newUserEntities, type NewUser } from '../../../src/main/domain/config/new-user.ts';
import { centreUsers, city, cityTeam, hospital, people, uid } from '../../support/centre.ts';

const config = new ConfigSnapshot();
for (const value of centreUsers) config.apply({ kind: 'user_saved', value });

const thandi: NewUser = {
  id: uid(900),
  userName: 'thandi',
  displayName: 'Thandi Mokoena',
  language: 'en',
  administrator: false,
  grants: [
    { organizationId: city, role: 'supervisor' },
    { organizationId: hospital, role: 'px_admin' },
  ],
  team: null,
};

describe('a new user', () => {
  it('comes last among the holders of each role, so that no escalation changes hands', () => {
    const [saved] = newUserEntities(thandi, config);
    expect(saved).toMatchObject({
      kind: 'user_saved',
      value: {
        active: true,
        administrator: false,
        clearedFor: [],
        grants: [
          { organizationId: city, role: 'supervisor', order: 2 },
          { organizationId: hospital, role: 'px_admin', order: 0 },
        ],
      },
    });
  });

  it('joins a team beside those who are in it', () => {
    const team = { id: cityTeam, organizationId: city, name: 'Roads', managerId: null, memberIds: [people.agent] };
    const [, joined] = newUserEntities({ ...thandi, team }, config);
    expect(joined).toEqual({ kind: 'team_saved', value: { ...team, memberIds: [people.agent, thandi.id] } });
  });
});
