import { CloseButton, TextInput } from '@mantine/core';
import { useDebouncedCallback } from '@mantine/hooks';
import { IconSearch } from '@tabler/icons-react';
import { useEffect, useRef, useState, type Ref } from 'react';
import { useTranslation } from 'react-i18next';

interface SearchBoxProps {
  value: string;
  onChange: (value: string) => void;
  label: string;
  inputRef?: Ref<HTMLInputElement>;
  width?: number | string;
}

/** Free text that is searched for a moment after the last letter. */
export function SearchBox({ value, onChange, label, inputRef, width = 260 }: SearchBoxProps) {
  const { t } = useTranslation();
  const [text, setText] = useState(value);
  const told = useRef(value);
  const later = useDebouncedCallback((next: string) => {
    told.current = next;
    onChange(next);
  }, 300);
  useEffect(() => {
    // What comes back of what was typed here is behind it: by a blank at its end, or by the letters typed meanwhile.
    if (value !== told.current) {
      told.current = value;
      setText(value);
    }
  }, [value]);
  const change = (next: string) => {
    setText(next);
    later(next.trim());
  };
  return (
    <TextInput
      ref={inputRef}
      type="search"
      size="xs"
      w={width}
      aria-label={label}
      placeholder={label}
      leftSection={<IconSearch size={14} aria-hidden />}
      rightSection={text && <CloseButton size="xs" aria-label={t('common.clear')} onClick={() => change('')} />}
      value={text}
      onChange={(event) => change(event.currentTarget.value)}
      onKeyDown={(event) => event.key === 'Escape' && event.currentTarget.blur()}
    />
  );
}
