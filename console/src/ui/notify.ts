import type { NotificationData } from '@mantine/notifications';
import type { ReactNode } from 'react';
import { asProblem } from '../api/problem';

/** What shows notices is fetched by itself: no first page needs it. */
const show = (notice: NotificationData) => void import('@mantine/notifications').then(({ notifications }) => notifications.show(notice));

export const notify = {
  done: (message: ReactNode) => show({ message, color: 'teal', autoClose: 5000 }),
  failed: (error: unknown) => {
    const problem = asProblem(error);
    show({ title: problem.title, message: problem.message, color: 'red', autoClose: 10_000 });
  },
};
