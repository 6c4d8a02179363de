import type { ValueOf } from '../frame/things.ts';

type Organization = ValueOf<'organization'>;

/** What each part of the page takes. */
export type OrganizationPartProps = {
  organization: Organization;
  thing: { kind: 'organization'; id: string };
  onChange: (part: Partial<Organization>) => void;
  onTerms: (terms: NonNullable<Organization['explanation']>) => void;
};
