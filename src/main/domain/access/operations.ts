import type { Role } from '../../../preload/contract/values.ts';

/**
 * What a person can ask for. On a ticket, on an organization, or on the store as a whole.
 */
export const operations = [
  'view_ticket',
  'create_ticket',
  'work_ticket',
  'take_ticket',
  'assign_ticket',
  'escalate_by_hand',
  'acknowledge',
  'step_down',
  'ask_explanation',
  'mark_sensitive',
  'unmark_sensitive',
  'import_tickets',
  'view_configuration',
  'propose_configuration',
  'configure',
  'manage_users',
  'manage_channels',
  'view_outbox',
  'set_out_of_office',
  'read_audit',
  'erase',
] as const;
export type Operation = (typeof operations)[number];

/**
 * How far an operation reaches. `own_teams`: teams that one manages or belongs to, and tickets of no team;
 * `own_tickets`: held by oneself; `free_tickets`: those, and tickets that nobody holds; `store`: no organization needed.
 */
export type Reach = 'none' | 'own_tickets' | 'free_tickets' | 'own_teams' | 'organization' | 'store';

type Row = Readonly<Record<Operation, Reach>>;

const nothing: Row = {
  view_ticket: 'none',
  create_ticket: 'none',
  work_ticket: 'none',
  take_ticket: 'none',
  assign_ticket: 'none',
  escalate_by_hand: 'none',
  acknowledge: 'none',
  step_down: 'none',
  ask_explanation: 'none',
  mark_sensitive: 'none',
  unmark_sensitive: 'none',
  import_tickets: 'none',
  view_configuration: 'none',
  propose_configuration: 'none',
  configure: 'none',
  manage_users: 'none',
  manage_channels: 'none',
  view_outbox: 'none',
  set_out_of_office: 'none',
  read_audit: 'none',
  erase: 'none',
};

const agent: Row = {
  ...nothing,
  view_ticket: 'organization',
  create_ticket: 'organization',
  work_ticket: 'organization',
  take_ticket: 'free_tickets',
  assign_ticket: 'own_tickets',
  escalate_by_hand: 'organization',
  acknowledge: 'own_tickets',
  step_down: 'own_tickets',
  ask_explanation: 'own_tickets',
  mark_sensitive: 'organization',
  unmark_sensitive: 'organization',
};

const supervisor: Row = {
  ...agent,
  take_ticket: 'own_teams',
  assign_ticket: 'own_teams',
  step_down: 'own_teams',
  ask_explanation: 'own_teams',
  view_outbox: 'organization',
  set_out_of_office: 'own_teams',
  read_audit: 'own_teams',
};

const head: Row = {
  ...supervisor,
  take_ticket: 'organization',
  assign_ticket: 'organization',
  step_down: 'organization',
  ask_explanation: 'organization',
  set_out_of_office: 'none',
  view_configuration: 'organization',
  propose_configuration: 'organization',
  read_audit: 'organization',
};

/** Who may do what: product.md's table, one row a role. Clearance is separate, see `access.ts`. */
export const accessTable: Readonly<Record<Role, Row>> = {
  agent,
  supervisor,
  department_manager: supervisor,
  hospital_admin: head,
  px_admin: head,
  ceo: head,
  administrator: {
    ...nothing,
    import_tickets: 'store',
    view_configuration: 'store',
    configure: 'store',
    manage_users: 'store',
    manage_channels: 'store',
    view_outbox: 'store',
    set_out_of_office: 'store',
    read_audit: 'store',
    erase: 'store',
  },
  auditor: {
    ...nothing,
    view_ticket: 'organization',
    mark_sensitive: 'organization',
    view_outbox: 'organization',
    read_audit: 'organization',
  },
};
