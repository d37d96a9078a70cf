import { createContext } from 'react';

/** Tells the form around that what was typed into it is saved. */
export const Saved = createContext(() => {});
