import { failure, success } from '../../../preload/contract/result.ts';
import { configFileOf, configFileText } from '../../domain/publishing/file/write-file.ts';
import { mayViewConfiguration, organizationsConfiguredBy } from '../../domain/publishing/sight.ts';
import type { Query } from './read-context.ts';

/** The configuration as a file for people. Who sees some organizations only gets those, with the people whom they name. */
export const exportConfig: Query<'export-config'> = ({ organizationId }, { viewerId, viewer, config }) => {
  // The machine's own operator sees the configuration, as by the query `config`.
  const seesAll = viewerId === null || (viewer !== null && mayViewConfiguration(viewer, null));
  const seen = viewer === null ? new Set<string>() : organizationsConfiguredBy(viewer, config);
  if (!seesAll && seen.size === 0) return failure('ACCESS_DENIED');
  if (organizationId === undefined)
    return success({ text: configFileText(configFileOf(config, seesAll ? undefined : seen)) });
  const isThere = config.organization(organizationId) !== undefined && (seesAll || seen.has(organizationId));
  if (!isThere) return failure('NOT_FOUND', { what: 'organization' });
  return success({ text: configFileText(configFileOf(config, new Set([organizationId]))) });
};
