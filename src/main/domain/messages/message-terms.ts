import type { Organization } from '../config/config.ts';
import type { MessageTerms } from '../config/messaging.ts';

/** The product's own, where an organization says nothing. Rule: product.md, Notifications; seed A's three retries. */
export const defaultMessageTerms: MessageTerms = {
  contactChannels: ['whatsapp', 'sms', 'email'],
  quietHours: { from: '20:00', until: '07:00' },
  retrySeconds: [60, 120, 240],
  holdSeconds: 10,
  criticalExpiryMinutes: 30,
  normalExpiryMinutes: 24 * 60,
  bundleMinutes: 5,
  silenceDays: null,
  digestAt: null,
  country: 'ZA',
  price: null,
  dryRun: false,
};

/** By what it was saved as: a saved organization is never changed in place, and every message reads its terms. */
const known = new WeakMap<Organization, MessageTerms>();

/** How an organization's messages go; one that this desk does not know has the product's terms. */
export function messageTermsOf(organization: Organization | undefined): MessageTerms {
  if (organization?.messages === undefined) return defaultMessageTerms;
  const found = known.get(organization) ?? { ...defaultMessageTerms, ...organization.messages };
  known.set(organization, found);
  return found;
}
