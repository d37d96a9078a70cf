import { Button, Text, Textarea } from '@mantine/core';
import { useState, type FormEvent } from 'react';
import { useTranslation } from 'react-i18next';
import { post } from '../api/client';
import type { FailureGroup, Note } from '../api/failures';
import { useList } from '../api/list';
import { useChange } from '../api/one';
import { May } from '../rights/May';
import { MoreButton } from '../ui/MoreButton';
import { ErrorNotice } from '../ui/ErrorNotice';
import { Section } from '../ui/Section';
import { TimeText } from '../ui/TimeText';
import styles from './Failures.module.css';

/** What was said and done about it, the latest first, and room for more. */
export function Notes({ group }: { group: FailureGroup }) {
  const { t } = useTranslation();
  const [text, setText] = useState('');
  const path = `/failure-groups/${group.id}/notes`;
  const notes = useList<Note>(path, {}, { limit: 20, every: 10_000 });
  const add = useChange([path], (said: string) => post<Note>(path, { text: said }), (_, said) =>
    // What is being typed already is the next one.
    setText((now) => (now.trim() === said ? '' : now)),
  );
  const submit = (event: FormEvent) => {
    event.preventDefault();
    add.mutate(text.trim());
  };
  return (
    <Section title={t('failures.notes')} testId="notes">
      <May right="HANDLE_FAILURES">
        <form onSubmit={submit}>
          <Textarea
            aria-label={t('failures.newNote')}
            placeholder={t('failures.newNote')}
            autosize
            minRows={2}
            maxLength={2000}
            value={text}
            onChange={(event) => setText(event.currentTarget.value)}
          />
          <ErrorNotice error={add.error} />
          <Button type="submit" size="xs" variant="light" mt={6} disabled={!text.trim()} loading={add.isPending}>
            {t('failures.addNote')}
          </Button>
        </form>
      </May>
      {notes.rows.map((note) => (
        <div key={note.id} className={styles.note} data-testid="note">
          <Text size="xs" c="dimmed" component="div">
            {note.event === 'CAME_BACK' ? '' : `${note.by} · `}
            <TimeText at={note.at} />
          </Text>
          <Text size="sm" className={styles.text}>
            {said(note, t)}
          </Text>
        </div>
      ))}
      <MoreButton list={notes} />
    </Section>
  );
}

function said({ event, text }: Note, t: ReturnType<typeof useTranslation>['t']): string {
  switch (event) {
    case 'NOTE':
      return text ?? '';
    case 'OWNER':
      return text ? t('failures.event.OWNER', { owner: text }) : t('failures.event.OWNERLESS');
    case 'ACKNOWLEDGED':
    case 'RESOLVED':
    case 'REOPENED':
    case 'CAME_BACK':
      return [t(`failures.event.${event}`), text].filter(Boolean).join(' ');
  }
}
