import { notifications } from '@mantine/notifications';
import type { ReactNode } from 'react';
import { asProblem } from '../api/problem';

export const notify = {
  done: (message: ReactNode) => notifications.show({ message, color: 'teal', autoClose: 5000 }),
  failed: (error: unknown) => {
    const problem = asProblem(error);
    notifications.show({ title: problem.title, message: problem.message, color: 'red', autoClose: 10_000 });
  },
};
