import { useText } from '../../../client/use-text.ts';
import { PageHead } from '../frame/page-head.tsx';
import { ExportPart } from './export-part.tsx';
import { ImportPart } from './import-part.tsx';

/** The whole configuration as one file for people: out, and in. */
export function FilePage() {
  const t = useText();
  return (
    <>
      <PageHead title={t('admin.page.file')} />
      <div className="wk-admin-body">
        <ExportPart />
        <ImportPart />
      </div>
    </>
  );
}
