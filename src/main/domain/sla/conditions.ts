import type { conditionFields } from '../../../preload/contract/policy-order.ts';
import type { TicketFields } from '../ticket/events.ts';

// In the contract, because the window draws its grid of policies by the same.
export { conditionFields, conditionsHold } from '../../../preload/contract/policy-order.ts';

export type Matched = Pick<TicketFields, (typeof conditionFields)[number]>;
