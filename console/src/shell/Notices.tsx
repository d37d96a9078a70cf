import { Notifications } from '@mantine/notifications';

/** Where notices appear. Fetched after the page; a notice that comes before is kept for it. */
export default function Notices() {
  return <Notifications position="bottom-right" />;
}
