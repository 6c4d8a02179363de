import {
  Button,
  Drawer,
  DrawerBody,
  DrawerHeader,
  DrawerHeaderTitle,
  type DrawerProps,
} from '@fluentui/react-components';
import { DismissRegular } from '@fluentui/react-icons/svg/dismiss';
import type { KeyboardEvent, ReactNode } from 'react';
import { useText } from '../client/use-text.ts';
import { useFocusReturn } from './use-focus-return.ts';

type Props = {
  title: string;
  onClose: () => void;
  onKeyDown?: (event: KeyboardEvent) => void;
  size?: NonNullable<DrawerProps['size']>;
  className?: string;
  children: ReactNode;
};

/** A panel at the end of the line, over whatever screen stands. Closing it puts the focus back to where it was. */
export function SideDrawer({ title, onClose, onKeyDown, size = 'small', className, children }: Props) {
  useFocusReturn();
  const t = useText();
  const close = (
    <Button appearance="subtle" icon={<DismissRegular />} aria-label={t('actions.close')} onClick={onClose} autoFocus />
  );
  return (
    <Drawer type="overlay" position="end" size={size} open onOpenChange={onClose} onKeyDown={onKeyDown}>
      <DrawerHeader>
        <DrawerHeaderTitle action={close}>{title}</DrawerHeaderTitle>
      </DrawerHeader>
      <DrawerBody className={className}>{children}</DrawerBody>
    </Drawer>
  );
}
