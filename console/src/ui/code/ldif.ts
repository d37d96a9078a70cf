import { StreamLanguage } from '@codemirror/language';

/** LDIF by lines (RFC 2849): a name and its value, a comment, a separator, a folded rest. */
export const ldif = StreamLanguage.define<{ value: boolean }>({
  name: 'ldif',
  startState: () => ({ value: false }),
  token(stream, state) {
    if (stream.sol()) {
      state.value = stream.peek() === ' ';
      if (stream.match(/^#.*/)) {
        return 'comment';
      }
      if (stream.match(/^-$/)) {
        return 'separator';
      }
      if (!state.value && stream.match(/^[^:]+(?=:)/)) {
        return 'propertyName';
      }
    }
    if (!state.value && stream.match(/^::?<?\s*/)) {
      state.value = true;
      return 'separator';
    }
    stream.skipToEnd();
    return 'string';
  },
});
