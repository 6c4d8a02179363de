import { useText } from '../../../client/use-text.ts';
import { FormDialog } from '../../../ui/dialogs/form-dialog.tsx';
import { useAdmin, useDraft } from '../frame/admin-context.tsx';

/** Asks before everything that was typed goes. */
export function DiscardDialog({ onClose }: { onClose: () => void }) {
  const t = useText();
  const { drafts } = useAdmin();
  const count = useDraft(({ changes }) => changes.size);
  return (
    <FormDialog
      title={t('admin.discard.title')}
      submitLabel={t('admin.discard.submit')}
      onClose={onClose}
      onSubmit={async () => {
        drafts.drop();
        return null;
      }}
    >
      <p className="wk-plain">{t('admin.discard.text', { count })}</p>
    </FormDialog>
  );
}
