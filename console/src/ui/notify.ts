import type { NotificationData } from '@mantine/notifications';
import type { ReactNode } from 'react';
import { asProblem } from '../api/problem';
import i18next from '../i18n';

/** What shows notices is fetched by itself: no first page needs it. */
const show = (notice: NotificationData) =>
  void import('@mantine/notifications').then(({ notifications }) => notifications.show({ ...notice, closeButtonProps: { 'aria-label': i18next.t('common.close') } }));

export const notify = {
  done: (message: ReactNode) => show({ message, color: 'teal', autoClose: 5000 }),
  failed: (error: unknown) => {
    const problem = asProblem(error);
    show({ title: problem.title, message: problem.message, color: 'red', autoClose: 10_000 });
  },
};
