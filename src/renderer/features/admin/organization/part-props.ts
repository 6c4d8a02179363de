import type { ValueOf } from '../frame/things.ts';

type Organization = ValueOf<'organization'>;
export type MessageTerms = Required<NonNullable<Organization['messages']>>;

/** What each part of the page takes. */
export type OrganizationPartProps = {
  organization: Organization;
  thing: { kind: 'organization'; id: string };
  onChange: (part: Partial<Organization>) => void;
  onTerms: (terms: NonNullable<Organization['explanation']>) => void;
  onMessages: (terms: NonNullable<Organization['messages']>) => void;
};
