import { failure, success } from '../../../preload/contract/result.ts';
import { sameName } from '../../domain/publishing/check/common.ts';
import { jsonText } from '../../domain/publishing/file/json-text.ts';
import { configFileOf } from '../../domain/publishing/file/write-file.ts';
import { mayViewConfiguration, organizationsConfiguredBy } from '../../domain/publishing/sight.ts';
import type { Query } from './read-context.ts';

/** The configuration as a file for people. Who sees some organizations only gets those, with the people whom they name. */
export const exportConfig: Query<'export-config'> = (input, { viewerId, viewer, config }) => {
  const { organizationId, organizationName } = input;
  // The machine's own operator sees the configuration, as by the query `config`.
  const seesAll = viewerId === null || (viewer !== null && mayViewConfiguration(viewer, null));
  const seen = viewer === null ? new Set<string>() : organizationsConfiguredBy(viewer, config);
  if (!seesAll && seen.size === 0) return failure('ACCESS_DENIED');
  if (organizationId === undefined && organizationName === undefined)
    return success({ text: jsonText(configFileOf(config, seesAll ? undefined : seen)) });
  const wanted = [...config.organizations()].find(
    ({ id, name }) => id === organizationId || (organizationName !== undefined && sameName(name, organizationName)),
  );
  if (wanted === undefined || !(seesAll || seen.has(wanted.id))) return failure('NOT_FOUND', { what: 'organization' });
  return success({ text: jsonText(configFileOf(config, new Set([wanted.id]))) });
};
