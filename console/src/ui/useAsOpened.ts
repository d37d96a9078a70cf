import { useState } from 'react';

/**
 * What a dialog was opened with, though the page behind reads it anew: a dialog compares what was typed with what its reader saw, and the
 * server refuses it when that is no longer the latest version.
 */
export const useAsOpened = <T>(value: T): T => useState(value)[0];
