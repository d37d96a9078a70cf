-- notification: what was quoted before personal values were hidden in it; of what is still so, it is read again within a minute
update notification_alert set facts = facts - 'said' where facts ? 'said';
