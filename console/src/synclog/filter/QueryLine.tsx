import { Combobox, Text, TextInput, useCombobox } from '@mantine/core';
import { useDebouncedCallback, useDebouncedValue } from '@mantine/hooks';
import { IconSearch } from '@tabler/icons-react';
import { useQuery } from '@tanstack/react-query';
import { useId, useImperativeHandle, useRef, useState, type KeyboardEvent, type Ref } from 'react';
import { useTranslation } from 'react-i18next';
import type { Facets } from '../../api/tasks';
import { amount } from '../../ui/format';
import { facetLabel } from '../facetLabel';
import styles from '../Log.module.css';
import type { Zone } from '../moments';
import type { Names } from '../query/names';
import { readQuery, type Problem } from '../query/read';
import { suggestionsFor } from '../query/suggest';
import { writeQuery } from '../query/write';
import { sameTasks, type LogSearch } from '../search';
import { QueryProblems } from './QueryProblems';
import { lookUp, type useDirectory } from './useDirectory';

interface QueryLineProps {
  search: LogSearch;
  facets: Facets | undefined;
  directory: ReturnType<typeof useDirectory>;
  zone: Zone;
  onChange: (search: LogSearch) => void;
  lineRef: Ref<LineHandle>;
}

export interface LineHandle {
  /** Goes to the end of the line, ready for one more term. */
  begin: () => void;
}

/** Milliseconds after the last letter until what was typed is asked for. */
const LATER = 400;

/**
 * The filters as one line that can be edited. It says what the chips say; while it is being typed it is the reader's, and is written anew
 * when the reader leaves it. What cannot be understood is asked for by nobody, and said below.
 */
export function QueryLine({ search, facets, directory, zone, onChange, lineRef }: QueryLineProps) {
  const { t } = useTranslation();
  const described = useId();
  const combobox = useCombobox({ onDropdownClose: () => combobox.resetSelectedOption() });
  const [draft, setDraft] = useState<string | null>(null);
  const [caret, setCaret] = useState(0);
  const [problems, setProblems] = useState<Problem[]>([]);
  const written = writeQuery(search, directory.names, zone);
  const line = draft ?? written;
  const input = useRef<HTMLInputElement>(null);
  const suggestions = useSuggestions(line, caret, facets, directory, draft !== null);

  const caretTo = (at: number) => {
    setCaret(at);
    // When the text is in the field.
    requestAnimationFrame(() => input.current?.setSelectionRange(at, at));
  };
  useImperativeHandle(lineRef, () => ({
    begin: () => {
      const text = written && `${written} `;
      setDraft(text);
      input.current?.focus();
      caretTo(text.length);
    },
  }));

  const take = (read: LogSearch) => {
    const next = { ...read, columns: search.columns, saved: search.saved };
    if (!sameTasks(next, search)) {
      onChange(next);
    }
  };
  /** While typing: only what is whole is asked for, and nothing is complained about. */
  const later = useDebouncedCallback((text: string, names: Names) => {
    const { search: read, problems: wrong } = readQuery(text, names, zone);
    if (wrong.length === 0) {
      take(read);
    }
  }, LATER);
  const type = (text: string, at: number) => {
    setDraft(text);
    setCaret(at);
    setProblems([]);
    later(text, directory.names);
    combobox.openDropdown();
    combobox.resetSelectedOption();
  };
  const apply = async (text: string) => {
    later.cancel();
    const first = readQuery(text, directory.names, zone);
    const names = await directory.completed(first.problems.flatMap(askable));
    const { search: read, problems: wrong } = readQuery(text, names, zone);
    setProblems(wrong);
    if (wrong.length === 0) {
      take(read);
      setDraft((now) => (now === text ? null : now));
    }
  };
  const accept = (insert: string) => {
    const { start, end } = suggestions.span;
    const rest = line.slice(end);
    // A filter goes on with its value, a value with the next term.
    const done = /[:=<>]$/.test(insert) ? '' : rest.startsWith(' ') ? '' : ' ';
    const text = line.slice(0, start) + insert + done + rest;
    const after = start + insert.length + done.length;
    type(text, after);
    caretTo(after);
  };
  const discard = () => {
    later.cancel();
    setDraft(null);
    setProblems([]);
  };
  const onKey = (event: KeyboardEvent<HTMLInputElement>) => {
    if (event.key === 'Enter' && !(combobox.dropdownOpened && combobox.getSelectedOptionIndex() >= 0)) {
      combobox.closeDropdown();
      void apply(line);
    } else if (event.key === 'Escape' && !combobox.dropdownOpened) {
      discard();
      event.currentTarget.blur();
    }
  };
  const follow = ({ currentTarget }: { currentTarget: HTMLInputElement }) => setCaret(currentTarget.selectionStart ?? currentTarget.value.length);

  return (
    <div className={styles.query}>
      <Combobox store={combobox} onOptionSubmit={accept} position="bottom-start" middlewares={{ flip: false, shift: true }}>
        <Combobox.Target>
          <TextInput
            ref={input}
            size="xs"
            spellCheck={false}
            autoComplete="off"
            aria-label={t('loglist.query.label')}
            aria-describedby={problems.length > 0 ? described : undefined}
            placeholder={t('loglist.query.placeholder')}
            classNames={{ input: styles.queryInput }}
            leftSection={<IconSearch size={14} aria-hidden />}
            value={line}
            error={problems.length > 0}
            onChange={(event) => type(event.currentTarget.value, event.currentTarget.selectionStart ?? event.currentTarget.value.length)}
            onFocus={(event) => {
              // The same text: another one would undo what the reader has selected.
              setDraft((now) => now ?? written);
              follow(event);
            }}
            onClick={(event) => {
              follow(event);
              combobox.openDropdown();
            }}
            onKeyUp={follow}
            onKeyDown={onKey}
            onBlur={() => {
              combobox.closeDropdown();
              if (draft !== null && problems.length === 0) {
                void apply(draft);
              }
            }}
          />
        </Combobox.Target>
        <Combobox.Dropdown hidden={suggestions.options.length === 0} className={styles.suggestions}>
          <Combobox.Options labelledBy={undefined} aria-label={t('loglist.query.suggestions')} mah={320} style={{ overflowY: 'auto' }}>
            {suggestions.options.map(({ insert, hint, count }) => (
              <Combobox.Option key={insert} value={insert} className={styles.suggestion}>
                <code>{insert}</code>
                <Text span size="xs" c="dimmed" truncate>
                  {hint}
                </Text>
                <small>{count === undefined ? '' : amount(count)}</small>
              </Combobox.Option>
            ))}
          </Combobox.Options>
        </Combobox.Dropdown>
      </Combobox>
      {problems.length > 0 && <QueryProblems id={described} line={line} problems={problems} onFix={(text) => void (setDraft(text), apply(text))} onDiscard={discard} />}
    </div>
  );
}

/** What could be found on the server, though it is not known here yet. */
function askable({ code, field, value }: Problem): { filter: 'user' | 'account'; name: string }[] {
  if (code !== 'unknownName' || value === undefined || field === 'app') {
    return [];
  }
  return [{ filter: field === 'user' ? 'user' : 'account', name: value }];
}

function useSuggestions(line: string, caret: number, facets: Facets | undefined, { names, remember }: ReturnType<typeof useDirectory>, typing: boolean) {
  const { t } = useTranslation();
  const known = {
    facets: facets?.facets ?? {},
    names,
    found: [] as { name: string; hint: string }[],
    say: (...facet: Parameters<typeof facetLabel> extends [unknown, ...infer Rest] ? Rest : never) => facetLabel(t, ...facet),
    explain: (field: string) => t(`loglist.field.${field.replace('.', '_')}`),
  };
  const wanted = suggestionsFor(line, caret, known).lookUp;
  const [asked] = useDebouncedValue(wanted && `${wanted.filter}:${wanted.text}`, 200);
  const { data } = useQuery({
    queryKey: ['/tasks', 'suggested', asked],
    enabled: typing && asked !== undefined && wanted !== undefined,
    queryFn: async ({ signal }) => {
      const [, filter, text] = /^(user|account):(.*)$/s.exec(asked ?? '') as unknown as [string, 'user' | 'account', string];
      const found = await lookUp(filter, text, signal);
      remember(filter, found);
      return found;
    },
    placeholderData: (before) => before,
    staleTime: 60_000,
  });
  return suggestionsFor(line, caret, { ...known, found: wanted ? (data ?? []) : [] });
}
